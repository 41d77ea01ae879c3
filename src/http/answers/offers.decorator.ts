import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

/**
 * The formats of a route: media types by format name. The first is for callers without a
 * preference.
 */
export type OfferedFormats = Readonly<Record<string, string>>;

/** Metadata key of a route's {@link OfferedFormats}. */
export const OFFERS = Symbol('offers');

/** The formats of a route without {@link Offers}. */
export const JSON_ONLY: OfferedFormats = { json: 'application/json' };

/** Declares the formats of a route, from which `?format=` and `Accept` choose. */
export const Offers = (formats: OfferedFormats): ClassDecorator & MethodDecorator => SetMetadata(OFFERS, formats);

/**
 * Declares that a route ignores `Accept` and always answers in its one format, for routes that
 * machines poll.
 */
export const NotNegotiated = (): ClassDecorator & MethodDecorator => SetMetadata(OFFERS, {});

declare module 'http' {
  interface IncomingMessage {
    /** The name of the negotiated format. */
    format?: string;
  }
}

/**
 * Parameter decorator: the name of the negotiated format, one of those that the route {@link
 * Offers}.
 */
export const NegotiatedFormat = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<Request>().format,
);

import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

/** The formats of a route by their names, with their media types; the first is the one for callers without a preference. */
export type OfferedFormats = Readonly<Record<string, string>>;

export const OFFERS = Symbol('offers');

/** What a route has that says nothing else. */
export const JSON_ALONE: OfferedFormats = { json: 'application/json' };

/** The formats of a route, between which `?format=` and `Accept` choose; JSON alone where a route does not say. */
export const Offers = (formats: OfferedFormats): ClassDecorator & MethodDecorator => SetMetadata(OFFERS, formats);

/** For routes that machines poll: they answer in their one format whatever `Accept` says. */
export const NotNegotiated = (): ClassDecorator & MethodDecorator => SetMetadata(OFFERS, {});

declare module 'http' {
  interface IncomingMessage {
    /** The name of the format that was negotiated. */
    format?: string;
  }
}

/** The name of the format that the request is answered in: one of those that its route {@link Offers}. */
export const NegotiatedFormat = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<Request>().format,
);

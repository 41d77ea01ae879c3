import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  NotAcceptableException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, RequestHandler, Response } from 'express';
import type { Observable } from 'rxjs';
import { cut } from '../../validation/cut.js';
import { acceptedMediaType } from './accepted-media-type.js';
import { JSON_ALONE, type OfferedFormats, OFFERS } from './offers.decorator.js';
import { varyBy } from './representation.js';

/** No preference, as most callers send it. */
const ANYTHING: ReadonlySet<string | undefined> = new Set([undefined, '', '*/*']);

export const acceptsAnything = ({ headers }: Request): boolean => ANYTHING.has(headers.accept);

/**
 * The one rule of every route: it answers in the format that `?format=` names, else in the one that `Accept` likes best of
 * those that the route offers, and throws a NotAcceptableException (406) where that is none. Sets `request.format`, and
 * `Vary` and `Content-Type` where there is more than one format.
 */
@Injectable()
export class NegotiationInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const offered = this.reflector.getAllAndOverride<OfferedFormats | undefined>(OFFERS, [
      context.getHandler(),
      context.getClass(),
    ]);
    negotiate(http.getRequest<Request>(), http.getResponse<Response>(), offered ?? JSON_ALONE);
    return next.handle();
  }
}

/** The same rule for a path that no controller has. */
export const offering =
  (mediaType: string): RequestHandler =>
  (request, response, next) => {
    negotiate(request, response, { only: mediaType });
    next();
  };

const negotiate = (request: Request, response: Response, formats: OfferedFormats): void => {
  const names = Object.keys(formats);
  const hasChoice = names.length > 1;
  if (hasChoice) varyBy(response, 'Accept');
  if (names.length === 0) return;
  const named = hasChoice ? request.query['format'] : undefined;
  const format = named === undefined ? accepted(request, formats) : names.find((name) => name === named);
  if (format === undefined && named === undefined) {
    if (!hasChoice) varyBy(response, 'Accept');
    throw new NotAcceptableException(`${cut(request.path)} is offered as ${Object.values(formats).join(', ')}`);
  }
  // A name that is not one of these is refused by the query's own rules, which say so better.
  if (format === undefined) return;
  request.format = format;
  if (format !== names[0]) response.type(formats[format] ?? '');
};

const accepted = (request: Request, formats: OfferedFormats): string | undefined => {
  const names = Object.keys(formats);
  // What most callers send is not negotiated: it takes longer than all that follows.
  if (acceptsAnything(request)) return names[0];
  const mediaType = acceptedMediaType(request.headers.accept, Object.values(formats));
  return names.find((name) => formats[name] === mediaType);
};

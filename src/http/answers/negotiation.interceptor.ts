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
import { JSON_ONLY, type OfferedFormats, OFFERS } from './offers.decorator.js';

/**
 * Chooses the format of every route's response: the one that `?format=` names, else the one that
 * `Accept` prefers among those that the route offers. Sets `request.format`, and `Vary` and
 * `Content-Type` if the route has more than one format. Throws a NotAcceptableException (406) if no
 * format is acceptable.
 */
@Injectable()
export class NegotiationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const offered = this.reflector.getAllAndOverride<OfferedFormats | undefined>(OFFERS, [
      context.getHandler(),
      context.getClass(),
    ]);
    negotiate(http.getRequest<Request>(), http.getResponse<Response>(), offered ?? JSON_ONLY);
    return next.handle();
  }
}

/**
 * Middleware for a path without a controller, which has one format: throws a NotAcceptableException
 * (406) unless `Accept` allows it.
 */
export const singleFormat =
  (mediaType: string): RequestHandler =>
  (request, response, next) => {
    negotiate(request, response, { only: mediaType });
    next();
  };

const negotiate = (request: Request, response: Response, formats: OfferedFormats): void => {
  const names = Object.keys(formats);
  const hasChoice = names.length > 1;
  if (hasChoice) response.vary('Accept');
  if (names.length === 0) return;
  const requested = hasChoice ? request.query['format'] : undefined;
  const format = requested === undefined ? acceptedFormat(request, formats) : names.find((name) => name === requested);
  if (format === undefined && requested === undefined) {
    if (!hasChoice) response.vary('Accept');
    throw new NotAcceptableException(`${cut(request.path)} is available as ${Object.values(formats).join(', ')}`);
  }
  // The validation of the query refuses an unknown `format` with a better message.
  if (format === undefined) return;
  request.format = format;
  if (format !== names[0]) response.type(formats[format] ?? '');
};

const acceptedFormat = (request: Request, formats: OfferedFormats): string | undefined => {
  const names = Object.keys(formats);
  const mediaType = acceptedMediaType(request.headers.accept, Object.values(formats));
  return names.find((name) => formats[name] === mediaType);
};

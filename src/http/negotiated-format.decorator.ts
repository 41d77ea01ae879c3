import { createParamDecorator, type ExecutionContext, NotAcceptableException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { cut } from '../validation/cut.js';

/** The formats of a route by their names, with their media types; the first is the one for whoever does not care. */
export type OfferedFormats = Readonly<Record<string, string>>;

/** No wish, and the wish of whoever has none. */
const ANYTHING: ReadonlySet<string | undefined> = new Set([undefined, '', '*/*']);

export const acceptsAnything = ({ headers }: Request): boolean => ANYTHING.has(headers.accept);

/**
 * The name of the format that the request asks for: by `?format=` where that names one, else by `Accept`. Sets the answer's
 * `Content-Type` and `Vary`. Throws a NotAcceptableException (406) where `Accept` wants what the route does not have.
 */
export const NegotiatedFormat = createParamDecorator((formats: OfferedFormats, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request>();
  const response = context.switchToHttp().getResponse<Response>();
  response.vary('Accept');
  const named = request.query['format'];
  const [first = ''] = Object.keys(formats);
  // What most callers send is not negotiated: it takes longer than all that follows.
  if (named === undefined && acceptsAnything(request)) return first;
  const accepted = acceptedOf(request, Object.values(formats));
  const format = Object.keys(formats).find((name) =>
    named === undefined ? formats[name] === accepted : name === named,
  );
  // A name that is not one of these is refused by the query's own rules, which say so better.
  if (format === undefined && named === undefined) {
    throw new NotAcceptableException(`${cut(request.path)} is offered as ${Object.values(formats).join(', ')}`);
  }
  response.type(formats[format ?? ''] ?? 'application/json');
  return format ?? '';
});

/** `Accept` may name the character set too; it is the one that everything here is in. */
const acceptedOf = (request: Request, types: readonly string[]): string | undefined =>
  types.find((type) => type === request.accepts([...types])) ??
  types.find((type) => request.accepts(`${type}; charset=utf-8`) !== false);

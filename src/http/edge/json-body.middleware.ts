import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { exceedsLimits } from '../../validation/json-limits.js';
import { parseExactJson } from '../../validation/exact-json.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { parseExactNumber } from '../../validation/parse-number.js';

/** Maximum size of a request body, in the notation of the body parser. */
export const MAX_BODY = '1mb';

/**
 * Enough for a thousand messages, the maximum of a request, with all their fields. A rate card is
 * smaller and six levels deep.
 */
const BOUNDS = { values: 5000, levels: 16 };

/**
 * Parses the bytes of a body as JSON in UTF-8, keeping numbers exact to the last digit. Throws an
 * UnsupportedMediaTypeException (415) for another character set, an InvalidInputError (400) for
 * invalid UTF-8 and for more values or levels than any request needs, and a BadRequestException
 * (400) for anything but a JSON object.
 */
export const jsonBody: RequestHandler = (request, _response, next) => {
  if (Buffer.isBuffer(request.body)) {
    refuseOtherCharset(request.headers['content-type']);
    request.body = parseBody(request.body);
  }
  next();
};

const refuseOtherCharset = (contentType = ''): void => {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8') {
    throw new UnsupportedMediaTypeException(`unsupported charset "${charset.toUpperCase()}"`);
  }
};

const parseBody = (body: Buffer): unknown => {
  if (body.length === 0) return {};
  const json = decode(body);
  if (exceedsLimits(BOUNDS, json)) {
    throw invalid(`has more than ${BOUNDS.values} values, or more than ${BOUNDS.levels} levels`);
  }
  const value = parseJson(json);
  if (typeof value !== 'object' || value === null) throw new BadRequestException('The body is not a JSON object');
  return value;
};

const decode = (body: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid('is not UTF-8');
  }
};

/**
 * Parses the JSON. Its error gives line and character only: the parser's own message quotes the
 * body.
 */
const parseJson = (json: string): unknown => {
  try {
    return parseExactJson(json, parseExactNumber);
  } catch (error) {
    throw new BadRequestException(`The body is not JSON${describePosition(String(error), json)}`);
  }
};

const describePosition = (message: string, json: string): string => {
  if (message.includes('end of JSON')) return ': it ends too early';
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return '';
  const lines = json.slice(0, Number(offset)).split('\n');
  return ` at line ${lines.length}, character ${(lines.at(-1) ?? '').length + 1}`;
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'the body', reason }]);

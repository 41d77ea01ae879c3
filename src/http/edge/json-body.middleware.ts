import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { exceeds } from '../../validation/exceeds.js';
import { parseExactJson } from '../../validation/exact-json.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { exactNumber } from '../../validation/read-number.js';

/** The largest body that any route takes. */
export const MAX_BODY = '1mb';

/** A thousand messages, the most that a request may have, with all their fields; a rate card is smaller and six levels deep. */
const BOUNDS = { values: 5000, levels: 16 };

/**
 * Reads the body, which came as bytes, as JSON in UTF-8: its numbers to the last digit. Throws an
 * UnsupportedMediaTypeException (415) for another character set, an InvalidInputError for bytes that are no UTF-8 and
 * for what holds more than any request has, and a BadRequestException for what is no object of JSON.
 */
export const jsonBody: RequestHandler = (request, _response, next) => {
  if (Buffer.isBuffer(request.body)) {
    refuseOtherCharset(request.headers['content-type']);
    request.body = read(request.body);
  }
  next();
};

const refuseOtherCharset = (contentType = ''): void => {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8') {
    throw new UnsupportedMediaTypeException(`unsupported charset "${charset.toUpperCase()}"`);
  }
};

const read = (body: Buffer): unknown => {
  if (body.length === 0) return {};
  const json = decode(body);
  if (exceeds(BOUNDS, json)) {
    throw invalid(`holds more than ${BOUNDS.values} values, or more than ${BOUNDS.levels} in each other`);
  }
  const value = parse(json);
  if (typeof value !== 'object' || value === null) throw new BadRequestException('The body is not an object of JSON');
  return value;
};

const decode = (body: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid('is not UTF-8');
  }
};

/** A parser's message quotes what it could not read: not repeated here, but for the offset that some name. */
const parse = (json: string): unknown => {
  try {
    return parseExactJson(json, exactNumber);
  } catch (error) {
    throw new BadRequestException(`The body is not JSON${placeOf(String(error), json)}`);
  }
};

const placeOf = (message: string, json: string): string => {
  if (message.includes('end of JSON')) return ': it ends too early';
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return '';
  const lines = json.slice(0, Number(offset)).split('\n');
  return ` at line ${lines.length}, character ${(lines.at(-1) ?? '').length + 1}`;
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'the body', reason }]);

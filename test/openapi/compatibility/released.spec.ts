import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../support/openapi-document.js';
import { breakingChanges } from './breaking-changes.js';
import type { Document } from './document.js';

const RELEASED = JSON.parse(readFileSync(new URL('../released/1.0.0.json', import.meta.url), 'utf8')) as Document;

/** Changes of the document alone: what goes over the wire is the same, and other tests hold it. */
const NOT_ON_THE_WIRE = [
  // The formats are described instead of declared; test/http/negotiation asks for each.
  'GET /v1/usage: 200 is not text/csv',
  'GET /v1/usage: 200 is not application/x-ndjson',
  'GET /usage: 200 is not text/csv',
  'GET /usage: 200 is not application/x-ndjson',
  'GET /v1/usage/{message_id}/receipt: 200 is not text/plain',
  // 1.0.0 documented any number, and refused one that is not whole and of 1 or more.
  'GET /v1/usage: the parameter limit must be integer, not number',
  'GET /usage: the parameter limit must be integer, not number',
  // 1.0.0 documented any object, and refused one that is no card.
  'POST /v1/usage/comparison: the body.id is required',
  'POST /v1/usage/comparison: the body.title is required',
  'POST /v1/usage/comparison: the body.rules is required',
];

/** Changes that were made on purpose, each for a case that 1.0.0 did not have. */
const DECIDED = [
  // Of cards from RATE_CARDS_DIR, whose owners may leave them out; the bundled ones have both.
  'GET /v1/rate-cards/{id}/vectors: 200.vectors[].why may be absent',
  'GET /v1/rate-cards/{id}/vectors: 200.vectors[].lines may be absent',
];

describe('the OpenAPI document', () => {
  it('breaks no client of version 1.0.0', () => {
    const found = breakingChanges(RELEASED, committedDocument() as unknown as Document);
    expect(found.toSorted()).toEqual([...NOT_ON_THE_WIRE, ...DECIDED].toSorted());
  });
});

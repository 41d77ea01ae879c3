import { problem, type ProblemKind } from './problem-document.js';

/** What a caller of `GET /usage` can be told, whole. Written out here, so that a change of the contract fails a test. */

export interface Answer {
  readonly status: number;
  readonly contentType: unknown;
  readonly cacheControl: unknown;
  readonly body: unknown;
}

/** A bill with these entries and no others. */
export const bill = (...usage: unknown[]): Answer => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  cacheControl: 'private, no-cache',
  body: { usage },
});

/** The entry of the message that `message()` makes, priced by its text. */
export const entry = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  message_id: 1000,
  timestamp: '2026-03-02T08:14:09.412Z',
  credits_used: 1.05,
  ...fields,
});

/** The same priced by the report that `report()` makes. */
export const reportEntry = (fields: Record<string, unknown> = {}): Record<string, unknown> =>
  entry({ report_name: 'Lease Abstract', credits_used: 45, ...fields });

export const unavailable = (detail: unknown): Answer => problemOf('upstream-unavailable', detail);

export const tooSlow = (detail: unknown): Answer => problemOf('upstream-timeout', detail);

export const invalid = (detail: unknown): Answer => problemOf('upstream-invalid-response', detail);

/** The answer with a problem of this kind to a request that was sent under `ASKED_AS`. */
export const problemOf = (kind: ProblemKind, detail: unknown): Answer => {
  const { status, body } = problem(kind, detail);
  return { status, contentType: 'application/problem+json; charset=utf-8', cacheControl: 'no-store', body };
};

/** What a caller of `GET /usage` can be told, whole. Written out here, so that a change of the contract fails a test. */

export interface Answer {
  readonly status: number;
  readonly contentType: unknown;
  readonly cacheControl: unknown;
  readonly body: unknown;
}

/** The id that the tests ask under. */
export const REQUEST_ID = 'asked-by-a-test';

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

export const unavailable = (detail: unknown): Answer =>
  problemOf('upstream-unavailable', 500, 'The upstream is unavailable', detail);

export const tooSlow = (detail: unknown): Answer =>
  problemOf('upstream-timeout', 500, 'The upstream timed out', detail);

export const invalid = (detail: unknown): Answer =>
  problemOf('upstream-invalid-response', 500, 'The upstream response cannot be billed', detail);

/** Any problem, to a caller who asked under the tests' id. */
export const problemOf = (code: string, status: number, title: string, detail: unknown): Answer => ({
  status,
  contentType: 'application/problem+json; charset=utf-8',
  cacheControl: 'no-store',
  body: { type: `tag:copilot-credit-usage-api,2026:problems/${code}`, title, status, detail, instance: REQUEST_ID },
});

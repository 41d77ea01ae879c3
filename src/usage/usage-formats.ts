/** Formats of the bill, by the value of `format`. */
export const USAGE_FORMATS = { json: 'application/json', csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

export type UsageFormat = keyof typeof USAGE_FORMATS;

/** Formats of a summary, by the value of `format`. */
export const SUMMARY_FORMATS = { json: 'application/json', csv: 'text/csv' } as const;

export type SummaryFormat = keyof typeof SUMMARY_FORMATS;

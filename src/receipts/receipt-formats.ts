/** Formats of a receipt, by the value of `format`. */
export const RECEIPT_FORMATS = { json: 'application/json', text: 'text/plain', csv: 'text/csv' } as const;

export type ReceiptFormat = keyof typeof RECEIPT_FORMATS;

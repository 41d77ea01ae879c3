import type { ReceiptDto } from './receipt.dto.js';

/** The receipts of all messages with one id. */
export interface Receipts {
  readonly receipts: readonly ReceiptDto[];
  /** Whether they state what was billed, and not what another rate card would have charged. */
  readonly isBilled: boolean;
}

import { toPlainDecimal } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import type { Adjustment } from '../rule/adjustment.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { ReportVersion } from '../rule/seen-message.js';
import { toAdjustmentJson } from './adjustment-json.js';
import { canonicalJson, sha256 } from './digest.js';
import type { SealedLines } from './sealed-lines.js';

/** The statement of a closed period, as JSON. */
export type Manifest = Readonly<Record<string, unknown>>;

/** What the manifest states that the period's lines do not tell. */
export interface SealingFacts {
  readonly source: string;
  /** Digest of the period before; undefined for the first. */
  readonly previousDigest: string | undefined;
  readonly readings: { readonly first: number; readonly last: number; readonly chain: string };
  /** What is booked in this period, the oldest first. */
  readonly adjustments: readonly Adjustment[];
}

const LEDGER_FORM = 1;

/**
 * The statement of a closed period, in JSON. It names its files by SHA-256 and the period before by
 * the digest of its manifest, so that one digest vouches for the whole past.
 */
export const manifestOf = (
  book: PeriodBook,
  { csv, reports, rateCards }: SealedLines,
  { source, previousDigest, readings, adjustments }: SealingFacts,
): Manifest => {
  const { id, rolledOver, closedAtMs } = book;
  if (!rolledOver || closedAtMs === undefined) throw new RangeError(`period ${id} is not closed`);
  return {
    ledger: LEDGER_FORM,
    source,
    period: id,
    previous: previousDigest ?? null,
    readings,
    messages: book.length,
    missing: book.lines.filter(({ missingSince }) => missingSince).length,
    credits: toPlainDecimal(book.credits),
    lines: { sha256: sha256(csv), bytes: csv.length },
    reports: { sha256: sha256(reportsJson(reports)), count: reports.length },
    rate_cards: rateCards,
    adjustments: { sha256: sha256(canonicalJson(adjustments.map(toAdjustmentJson))), count: adjustments.length },
    rolled_over: [formatEpochMs(rolledOver.afterMs), formatEpochMs(rolledOver.byMs)],
    closed_at: formatEpochMs(closedAtMs),
  };
};

/** The report versions as the manifest vouches for them. Amounts are decimal text: RFC 8785 reads JSON numbers as doubles. */
export const reportsJson = (reports: readonly ReportVersion[]): string => canonicalJson(reports.map(toReportJson));

/** A name with half a surrogate pair, which RFC 8785 cannot write, gets U+FFFD in its place. */
const toReportJson = ({ id, name, creditCost }: ReportVersion) => ({
  id,
  name: Buffer.from(name).toString(),
  credit_cost: toPlainDecimal(creditCost),
});

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Bill } from '../../src/billing/bill.js';
import type { LedgerPeriod } from '../../src/billing/ledger-period.js';
import type { PastMessage, SealedFile } from '../../src/billing/past-periods.js';
import type { RowCards } from '../../src/billing/row-cards.js';
import type { PeriodReading } from '../../src/billing/period-change.js';
import type { Message, Report } from '../../src/period/message.js';
import { PricedMessages } from '../../src/period/priced-messages.js';
import { createTextPricer, credits, priceReport, priceText, STANDARD, ZERO } from '../../src/pricing/index.js';

/** The card of the service, as a line of a past period names it. */
const STANDARD_CARD = {
  id: 'standard',
  sha256: '1798549169c8c8ad2f279487beb3dcce0776599553d04681554940187d3f7223',
};

/** A period as a ledger in memory has it, with all that the routes ask of it. */
export interface KeptPeriod {
  readonly period: LedgerPeriod;
  readonly bill: Bill;
  readonly rowCards: RowCards;
  readonly messages: readonly PastMessage[];
  /** The messages with their texts; undefined if texts are not kept. */
  readonly texts: readonly Message[] | undefined;
  readonly readings: readonly PeriodReading[];
  readonly sealed: SealedFile | undefined;
}

export interface KeptFields {
  readonly period?: Partial<LedgerPeriod>;
  readonly reports?: readonly Report[];
  readonly keepsTexts?: boolean;
  readonly rateCard?: PastMessage['rateCard'];
  readonly readings?: readonly PeriodReading[];
  /** What is sealed, if the period is closed. */
  readonly csv?: string;
}

/** A period of these messages, priced by the standard card. */
export const keptPeriod = (id: string, messages: readonly Message[], fields: KeptFields = {}): KeptPeriod => {
  const { reports = [], keepsTexts = false, rateCard = STANDARD_CARD, readings = [], csv } = fields;
  const priced = new PricedMessages(createTextPricer(STANDARD));
  priced.collect(messages);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const bill = new Bill({ messages: priced.table, reports: byId });
  return {
    bill,
    rowCards: { cards: [rateCard], indexOf: () => 0 },
    period: { ...toOpenPeriod(id, bill), ...fields.period },
    messages: messages.map((message, row) => ({
      ...toPastMessage(message, byId, keepsTexts, rateCard),
      nth: messages.slice(0, row).filter(({ id }) => id === message.id).length,
    })),
    texts: keepsTexts ? messages : undefined,
    readings,
    sealed: csv === undefined ? undefined : { gzipped: gzipSync(csv), sha256: sha256(csv) },
  };
};

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const toOpenPeriod = (id: string, bill: Bill): LedgerPeriod => {
  const { length } = bill.messages;
  return {
    id,
    status: 'open',
    previous: undefined,
    looksLikeWindow: false,
    firstMessageAt: length > 0 ? bill.messages.timestamp(0) : undefined,
    lastMessageAt: length > 0 ? bill.messages.timestamp(length - 1) : undefined,
    messages: length,
    missing: 0,
    credits: bill.wholeTotal(),
    adjustments: ZERO,
    confirmedAt: '2024-05-05T12:00:00.000Z',
    rolledOver: undefined,
    closesAt: undefined,
    closedAt: undefined,
    readings: { applied: 1, held: 0, past: 0, last: 1 },
    changes: { edited: 0, report_changed: 0, rate_card_changed: 0, pricing_changed: 0, missing: 0, back: 0 },
    rateCards: [STANDARD_CARD.sha256],
    digest: undefined,
    manifest: undefined,
  };
};

const toPastMessage = (
  { id, timestamp, text, reportId }: Message,
  reports: ReadonlyMap<number, Report>,
  keepsTexts: boolean,
  rateCard: PastMessage['rateCard'],
): Omit<PastMessage, 'nth'> => {
  const report = reportId === undefined ? undefined : reports.get(reportId);
  const price = report ? priceReport(credits(report.creditCost)) : priceText(STANDARD, text);
  return { id, timestamp, text: keepsTexts ? text : undefined, reportId, report, ...price, rateCard, adjustments: [] };
};

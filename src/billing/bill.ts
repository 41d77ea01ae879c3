import {
  credits,
  type Credits,
  creditsOfUnits,
  isLess,
  jsonNumberOfUnits,
  plus,
  times,
  toPlainDecimal,
} from '../pricing/index.js';
import type { EpochTime } from '../time/epoch-time.js';
import type { Basis } from './billed-message.js';
import type { Period } from './current-period.service.js';
import type { Report } from '../period/message.js';

/** What the text of each row costs, in units of 10^-`scale` credits. */
export interface TextPrices {
  readonly scale: number;
  textUnits(row: number): number;
}

/** Messages of a bill that name the same report, or none: how many, and what their texts cost together in units. */
export interface Share {
  /** As of {@link Bill.reportIndex}. */
  readonly reportIndex: number;
  readonly messages: number;
  readonly textUnits: number | bigint;
}

const NO_REPORT = -1;

/** A report that messages name, with its cost; the other fields are undefined if it does not exist. */
export interface NamedReport {
  readonly id: number;
  readonly report: Report | undefined;
  readonly cost: Credits | undefined;
  readonly costAsJson: string | undefined;
  readonly nameAsJson: string | undefined;
}

/**
 * What each message of a period cost, a row each, in upstream's order. It is a view of the period's columns: of a million messages
 * it makes nothing, and an amount only where one is asked for.
 */
export class Bill {
  /**
   * `texts`: what the texts cost; by the card that bills, or by another one. `namedReports`: every report that a message names, whether
   * it exists or not.
   */
  constructor(
    private readonly period: Period,
    private readonly texts: TextPrices = period.messages,
    readonly namedReports: readonly NamedReport[] = period.messages.reportIds.map((id) =>
      namedReport(id, period.reports.get(id)),
    ),
  ) {}

  /** The same period, its texts at other prices. */
  pricedBy(texts: TextPrices): Bill {
    return new Bill(this.period, texts, this.namedReports);
  }

  /** Every report that a message names and that exists, by its id. */
  get reports(): ReadonlyMap<number, Report> {
    return this.period.reports;
  }

  get length(): number {
    return this.period.messages.length;
  }

  /** Whether the ids ascend, so that none is there twice. */
  get idsAscend(): boolean {
    return this.period.messages.idsAscend;
  }

  /** Every row, in upstream's order. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.length);
    // `map` takes ten times as long: a noticeable stop, for a million.
    for (let row = 0; row < rows.length; row += 1) rows[row] = row;
    return rows;
  }

  messageId(row: number): number {
    return this.period.messages.id(row);
  }

  /** RFC 3339, to the letter. */
  timestamp(row: number): string {
    return this.period.messages.timestamp(row);
  }

  epochMs(row: number): number {
    return this.period.messages.epochMs(row);
  }

  /** Within the millisecond. */
  nanoseconds(row: number): number {
    return this.period.messages.nanoseconds(row);
  }

  isBefore(row: number, { epochMs, nanoseconds }: EpochTime): boolean {
    const ms = this.epochMs(row);
    return ms < epochMs || (ms === epochMs && this.nanoseconds(row) < nanoseconds);
  }

  /** The index in {@link namedReports} of the report that the message names; -1 where it names none. */
  reportIndex(row: number): number {
    return this.period.messages.reportPlace(row);
  }

  /** Decimal places of the unit that texts are priced in. */
  get scale(): number {
    return this.texts.scale;
  }

  /** What the text costs, in units of 10^-`scale` credits, whether or not it is what prices the message. */
  textUnits(row: number): number {
    return this.texts.textUnits(row);
  }

  /** The id of the report that the message names, whether it exists or not. */
  reportId(row: number): number | undefined {
    return this.namedBy(row)?.id;
  }

  /** The report that priced the message. */
  report(row: number): Report | undefined {
    return this.namedBy(row)?.report;
  }

  reportNameAsJson(row: number): string | undefined {
    return this.namedBy(row)?.nameAsJson;
  }

  basis(row: number): Basis {
    return this.basisOf(this.reportIndex(row));
  }

  /** What prices the messages that name this report. */
  basisOf(reportIndex: number): Basis {
    const named = this.namedReports[reportIndex];
    if (!named) return 'text';
    return named.report ? 'report' : 'text_report_not_found';
  }

  /** How many messages each basis has priced. */
  entriesByBasis(): Record<Basis, number> {
    const { withoutReport, byReport } = this.period.messages;
    const entries = { report: 0, text: withoutReport.messages, text_report_not_found: 0 };
    byReport.forEach(({ messages }, place) => {
      entries[this.namedReports[place]?.report ? 'report' : 'text_report_not_found'] += messages;
    });
    return entries;
  }

  credits(row: number): Credits {
    return this.namedBy(row)?.cost ?? creditsOfUnits(this.texts.textUnits(row), this.texts.scale);
  }

  /** The exact decimal as a JSON number. */
  creditsAsJson(row: number): string {
    return this.namedBy(row)?.costAsJson ?? jsonNumberOfUnits(this.texts.textUnits(row), this.texts.scale);
  }

  /** Tells the rows that cost `least` or more. */
  costsAtLeast(least: Credits): (row: number) => boolean {
    const { texts, period } = this;
    const reports = this.namedReports.map(({ cost }) => cost && !isLess(cost, least));
    // A period has few different prices, however many messages.
    const prices = new Map<number, boolean>();
    return (row) => {
      const byReport = reports[period.messages.reportPlace(row)];
      if (byReport !== undefined) return byReport;
      const units = texts.textUnits(row);
      const byText = prices.get(units) ?? !isLess(creditsOfUnits(units, texts.scale), least);
      prices.set(units, byText);
      return byText;
    };
  }

  /** What the messages cost together by the card that bills: added up as they arrived. */
  wholeTotal(): Credits {
    const { withoutReport, byReport } = this.period.messages;
    return this.creditsOf([
      { reportIndex: NO_REPORT, ...withoutReport },
      ...byReport.map((tally, reportIndex) => ({ reportIndex, ...tally })),
    ]);
  }

  /** What these messages cost together: texts by the units that they add up to, a report that exists as often as it is named. */
  creditsOf(shares: readonly Share[]): Credits {
    let texts = 0n;
    const reports: Credits[] = [];
    for (const { reportIndex, messages, textUnits } of shares) {
      const cost = this.namedReports[reportIndex]?.cost;
      if (cost) reports.push(messages === 1 ? cost : times(cost, messages));
      else texts += BigInt(textUnits);
    }
    return reports.reduce(plus, creditsOfUnits(texts, this.texts.scale));
  }

  private namedBy(row: number): NamedReport | undefined {
    return this.namedReports[this.reportIndex(row)];
  }
}

const namedReport = (id: number, report: Report | undefined): NamedReport => {
  const cost = report && credits(report.creditCost);
  return {
    id,
    report,
    cost,
    costAsJson: cost && toPlainDecimal(cost),
    nameAsJson: report && JSON.stringify(report.name),
  };
};

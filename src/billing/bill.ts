import { credits, type Credits, toCredits, plus, times } from '../pricing/index.js';
import type { Report } from '../period/message.js';
import type { MessageTable } from '../period/message-table.js';
import type { Period } from '../period/period.js';
import { type MessageTotal, NO_REPORT } from '../period/report-totals.js';
import type { Basis } from './billed-message.js';

/** Prices of the texts of a period, by row. */
export interface TextPrices {
  readonly scale: number;
  /** What the text of the row costs, in units of 10^-`scale` credits. */
  textUnits(row: number): number;
}

/** Some messages of a bill that name the same report, or that name none, added up. */
export interface Share extends Readonly<MessageTotal> {
  /** Index in {@link Bill.namedReports}; -1 for messages that name none. */
  readonly reportIndex: number;
}

/** A report that messages name. `report` and `cost` are undefined if it does not exist. */
export interface NamedReport {
  readonly id: number;
  readonly report: Report | undefined;
  readonly cost: Credits | undefined;
}

/**
 * What each message of a period cost, one row each, in upstream's order. A view of the period's
 * columns, which computes amounts on demand.
 */
export class Bill {
  /** `texts`: prices of the texts, by the billing rate card unless given. */
  constructor(
    private readonly period: Period,
    private readonly texts: TextPrices = period.messages,
    /**
     * Every report that a message names, whether it exists or not, in the order of first mention.
     */
    readonly namedReports: readonly NamedReport[] = period.messages.totals.reportIds.map((id) =>
      toNamedReport(id, period.reports.get(id)),
    ),
  ) {}

  /** A bill of the same period with other prices for the texts. */
  pricedBy(texts: TextPrices): Bill {
    return new Bill(this.period, texts, this.namedReports);
  }

  /** The rows that this bill prices. */
  get messages(): MessageTable {
    return this.period.messages;
  }

  /** Every report that a message names and that exists, by its id. */
  get reports(): ReadonlyMap<number, Report> {
    return this.period.reports;
  }

  /** Decimal places of the unit that texts are priced in. */
  get scale(): number {
    return this.texts.scale;
  }

  /**
   * What the text costs, in units of 10^-`scale` credits, even where a report prices the message.
   */
  textUnits(row: number): number {
    return this.texts.textUnits(row);
  }

  /** Index in {@link namedReports} of the report that the message names; -1 if it names none. */
  reportIndex(row: number): number {
    return this.period.messages.reportIndex(row);
  }

  /** The report that the message names, whether it exists or not; undefined if it names none. */
  namedReport(row: number): NamedReport | undefined {
    return this.namedReports[this.reportIndex(row)];
  }

  /** What priced the message. */
  basis(row: number): Basis {
    return this.basisOf(this.reportIndex(row));
  }

  /** What prices the messages that name this report; `text` for -1. */
  basisOf(reportIndex: number): Basis {
    const named = this.namedReports[reportIndex];
    if (!named) return 'text';
    return named.report ? 'report' : 'text_report_not_found';
  }

  /** Number of messages priced on each basis. */
  entriesByBasis(): Record<Basis, number> {
    const { withoutReport, byReport } = this.period.messages.totals;
    const entries = { report: 0, text: withoutReport.messages, text_report_not_found: 0 };
    byReport.forEach(({ messages }, index) => {
      entries[this.basisOf(index)] += messages;
    });
    return entries;
  }

  /** What the message cost. */
  credits(row: number): Credits {
    return this.namedReport(row)?.cost ?? toCredits(this.texts.textUnits(row), this.texts.scale);
  }

  /**
   * What all messages cost by the billing rate card, from the totals that were kept as messages
   * arrived.
   */
  wholeTotal(): Credits {
    const { withoutReport, byReport } = this.period.messages.totals;
    return this.creditsOf([
      { reportIndex: NO_REPORT, ...withoutReport },
      ...byReport.map((total, reportIndex) => ({ reportIndex, ...total })),
    ]);
  }

  /**
   * What the messages of these shares cost together. Each existing report counts once for each
   * message that names it; other messages cost what their texts cost.
   */
  creditsOf(shares: readonly Share[]): Credits {
    let textUnits = 0n;
    const reportCosts: Credits[] = [];
    for (const { reportIndex, messages, textUnits: units } of shares) {
      const cost = this.namedReports[reportIndex]?.cost;
      if (cost) reportCosts.push(messages === 1 ? cost : times(cost, messages));
      else textUnits += BigInt(units);
    }
    return reportCosts.reduce(plus, toCredits(textUnits, this.texts.scale));
  }
}

const toNamedReport = (id: number, report: Report | undefined): NamedReport => ({
  id,
  report,
  cost: report && credits(report.creditCost),
});

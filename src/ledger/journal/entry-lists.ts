import { type Credits, credits, toPlainDecimal } from '../../pricing/index.js';
import type { Absence } from '../rule/line.js';
import type { ReportVersion } from '../rule/seen-message.js';
import { IndexedList } from './indexed-list.js';

/** What many lines of a document have in common. Its head lists each once; lines give the index. */
export interface EntryLists {
  readonly periods: IndexedList<string>;
  readonly rateCards: IndexedList<string>;
  readonly reports: IndexedList<ReportVersion>;
  readonly absences: IndexedList<Absence>;
}

/** The lists as the head of a document has them; an amount is decimal text. */
export interface ListedItems {
  readonly periods: readonly string[];
  readonly rateCards: readonly string[];
  readonly reports: readonly { readonly id: number; readonly name: string; readonly creditCost: string }[];
  readonly absences: readonly Absence[];
}

export const createEntryLists = (): EntryLists => ({
  periods: new IndexedList(String),
  rateCards: new IndexedList(String),
  reports: new IndexedList(({ id, name, creditCost }) => `${id} ${toPlainDecimal(creditCost)} ${name}`),
  absences: new IndexedList(({ reading, atMs }) => `${reading} ${atMs}`),
});

export const toListedItems = ({ periods, rateCards, reports, absences }: EntryLists): ListedItems => ({
  periods: periods.items,
  rateCards: rateCards.items,
  reports: reports.items.map(({ id, name, creditCost }) => ({ id, name, creditCost: toPlainDecimal(creditCost) })),
  absences: absences.items,
});

/** What the lines of a document that is read refer to. */
export interface Referred {
  readonly period: (cell: string) => string;
  readonly rateCard: (cell: string) => string;
  readonly report: (cell: string) => ReportVersion;
  readonly absence: (cell: string) => Absence;
  /** The amount that a decimal states; the same object for the same text. */
  readonly amount: (decimal: string) => Credits;
}

export const toReferred = ({ periods, rateCards, reports, absences }: ListedItems): Referred => {
  const versions = reports.map(({ id, name, creditCost }) => ({ id, name, creditCost: credits(creditCost) }));
  const amounts = new Map<string, Credits>();
  return {
    period: itemIn(periods),
    rateCard: itemIn(rateCards),
    report: itemIn(versions),
    absence: itemIn(absences),
    amount: (decimal) => {
      const amount = amounts.get(decimal) ?? credits(decimal);
      amounts.set(decimal, amount);
      return amount;
    },
  };
};

const itemIn =
  <T>(items: readonly T[]) =>
  (cell: string): T => {
    const item = items[Number(cell)];
    if (item === undefined) throw new RangeError(`no item ${cell} in the list`);
    return item;
  };

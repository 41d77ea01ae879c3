import type { Report } from '../../period/message.js';
import { type Credits, credits } from '../../pricing/index.js';
import { IndexedList } from '../indexed-list.js';
import { remembered } from '../remembered.js';
import { createVersionList, toReport, toVersion } from '../report-versions.js';
import type { Absence } from '../rule/line.js';
import type { ReportVersion } from '../rule/seen-message.js';

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
  readonly reports: readonly Report[];
  readonly absences: readonly Absence[];
}

export const createEntryLists = (): EntryLists => ({
  periods: new IndexedList(String),
  rateCards: new IndexedList(String),
  reports: createVersionList(),
  absences: new IndexedList(({ reading, atMs }) => `${reading} ${atMs}`),
});

export const toListedItems = ({ periods, rateCards, reports, absences }: EntryLists): ListedItems => ({
  periods: periods.items,
  rateCards: rateCards.items,
  reports: reports.items.map(toReport),
  absences: absences.items,
});

/** What the lines of a document that is read refer to. */
export interface Referred {
  readonly period: (index: number) => string;
  readonly rateCard: (index: number) => string;
  readonly report: (index: number) => ReportVersion;
  readonly absence: (index: number) => Absence;
  /** The amount that a decimal states; the same object for the same text. */
  readonly amount: (decimal: string) => Credits;
  readonly isKnownPrint: IsKnownPrint;
}

/** Whether a text print can be compared with others: those of another key would make every text look edited. */
export type IsKnownPrint = (print: string) => boolean;

export const toReferred = (
  { periods, rateCards, reports, absences }: ListedItems,
  isKnownPrint: IsKnownPrint = () => true,
): Referred => ({
  period: itemIn(periods),
  rateCard: itemIn(rateCards),
  report: itemIn(reports.map(toVersion)),
  absence: itemIn(absences),
  amount: remembered(credits),
  isKnownPrint,
});

const itemIn =
  <T>(items: readonly T[]) =>
  (index: number): T => {
    const item = items[index];
    if (item === undefined) throw new RangeError(`no item ${index} in the list`);
    return item;
  };

import { canonicalJson } from '../../sealed/digest.js';
import type { Manifest } from '../../sealed/manifest.js';
import type { SealCheck } from '../period-under-check.js';

/** What the journal vouches for and the lines do not tell, by its name in the manifest. */
const RECORDS: Readonly<Record<string, string>> = {
  adjustments: 'other adjustments than were booked in it',
  readings: 'other readings, or another chain, than the journal has in its place',
  rolled_over: 'another roll-over than the journal',
  closed_at: 'another time of closing than the journal',
  rate_cards: 'other rate cards than priced it',
};

/** The manifest states the adjustments, readings, chain, times and rate cards that the journal has. */
export const checkRecords: SealCheck = ({ book, stated, expected }) => {
  const wrong = Object.keys(RECORDS).find((name) => !areSame(name, stated, expected));
  return wrong && `the manifest of period ${book.id} states ${RECORDS[wrong]}`;
};

const areSame = (name: string, stated: Manifest, expected: Manifest): boolean =>
  canonicalJson(stated[name] ?? null) === canonicalJson(expected[name] ?? null);

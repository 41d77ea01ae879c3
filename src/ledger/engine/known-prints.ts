import type { Change } from '../rule/change.js';
import type { Entry } from '../rule/entry.js';
import type { Judgement } from '../rule/judgement.js';
import type { SeenMessage } from '../rule/seen-message.js';
import type { TextPrints } from './text-prints.js';

/**
 * An entry as it was stored, without the text prints of another key: they would make every text
 * look edited.
 */
export const withKnownPrints = (entry: Entry, prints: TextPrints): Entry => {
  if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return entry;
  const known = { ...entry, judgement: inJudgement(entry.judgement, prints) };
  if (known.kind !== 'reading' || !known.held) return known;
  return { ...known, held: known.held.map((message) => withKnownPrint(message, prints)) };
};

const inJudgement = (judgement: Judgement, prints: TextPrints): Judgement => ({
  ...judgement,
  changes: judgement.changes.map((change) => inChange(change, prints)),
  carried: judgement.carried.map((carried) => ({ ...carried, message: withKnownPrint(carried.message, prints) })),
});

const inChange = (change: Change, prints: TextPrints): Change => {
  if (!('line' in change)) return change;
  const message = withKnownPrint(change.line.message, prints);
  return message === change.line.message ? change : { ...change, line: { ...change.line, message } };
};

const withKnownPrint = (message: SeenMessage, prints: TextPrints): SeenMessage => {
  const { textPrint, ...rest } = message;
  return textPrint === undefined || prints.isOwn(textPrint) ? message : rest;
};

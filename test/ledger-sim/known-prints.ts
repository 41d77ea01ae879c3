import type { Change } from '../../src/ledger/rule/change.js';
import type { Entry } from '../../src/ledger/rule/entry.js';
import type { Judgement } from '../../src/ledger/rule/judgement.js';
import type { SeenMessage } from '../../src/ledger/rule/seen-message.js';
import type { TextPrints } from '../../src/ledger/engine/text-prints.js';

type Prints = Pick<TextPrints, 'isOwn'>;

/**
 * An entry as the journal gives it back, without the text prints of another key: they would make
 * every text look edited.
 */
export const withKnownPrints = (entry: Entry, prints: Prints): Entry => {
  if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return entry;
  const known = { ...entry, judgement: inJudgement(entry.judgement, prints) };
  if (known.kind !== 'reading' || !known.held) return known;
  return { ...known, held: known.held.map((message) => withKnownPrint(message, prints)) };
};

const inJudgement = (judgement: Judgement, prints: Prints): Judgement => ({
  ...judgement,
  changes: judgement.changes
    .filter((change) => change.op !== 'printed' || prints.isOwn(change.print))
    .map((change) => inChange(change, prints)),
  carried: judgement.carried.map((carried) => ({ ...carried, message: withKnownPrint(carried.message, prints) })),
});

const inChange = (change: Change, prints: Prints): Change => {
  if (!('line' in change)) return change;
  const message = withKnownPrint(change.line.message, prints);
  return message === change.line.message ? change : { ...change, line: { ...change.line, message } };
};

const withKnownPrint = (message: SeenMessage, prints: Prints): SeenMessage => {
  const { textPrint, ...rest } = message;
  return textPrint === undefined || prints.isOwn(textPrint) ? message : rest;
};

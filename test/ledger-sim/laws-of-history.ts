import type { Change } from '../../src/ledger/rule/change.js';
import type { Entry } from '../../src/ledger/rule/entry.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { type LedgerRules, recordReading } from '../../src/ledger/rule/record-reading.js';
import { check } from './check.js';
import { folded } from './folded.js';
import { stateText } from './state-text.js';
import type { Step } from './step.js';

/*
 * The laws of what may follow upon what: of lines, periods, numbers and closings.
 */

/** I5 and I11: no line ever goes, and what goes missing is billed on as it was. */
export const losesNoLine = ({ before, after, entries }: Step): void => {
  const revised = new Set(
    changesOf(entries).flatMap(({ op, period, entry }) => (op === 'changed' ? [`${period}/${entry}`] : [])),
  );
  for (const { id, lines } of before.periods) {
    const now = after.period(id).lines;
    check('I5', now.length >= lines.length, () => `${id} lost lines`);
    lines.forEach(({ message }, entry) => {
      const line = now[entry];
      const isBilledOn = !line?.missingSince || line.message === message || revised.has(`${id}/${entry}`);
      check('I11', isBilledOn, () => `line ${entry} of ${id} changed by going missing`);
    });
  }
};

/** Every change of a commit: after a decision several readings may have done theirs. */
const changesOf = (entries: readonly Entry[]): Change[] =>
  entries.flatMap((entry) => ('judgement' in entry ? entry.judgement.changes : []));

const ORDER = ['open', 'grace', 'closed'];

/**
 * I6 and I16: one open period, each names the one before, a status only goes forward and an id
 * never changes.
 */
export const goesForward = ({ before, after }: Step): void => {
  const { periods } = after;
  check('I6', periods.filter(({ status }) => status === 'open').length <= 1, () => 'two periods are open');
  periods.forEach(({ id, previous, status }, index) => {
    check('I6', previous === periods[index - 1]?.id, () => `${id} names ${previous} as the one before`);
    const then = before.periods[index];
    check('I16', then === undefined || then.id === id, () => `${then?.id} is now ${id}`);
    check('I6', !then || ORDER.indexOf(status) >= ORDER.indexOf(then.status), () => `${id} went back to ${status}`);
  });
};

/**
 * How many commits pass between two checks that the entries fold to the state. Folding all entries
 * costs more than all other laws together, so it is not done after every commit.
 */
const COMMITS_PER_FOLD = 50;

/** I7: readings are numbered without gaps, and the entries fold to the very state. */
export const foldsBack = ({ before, after, entries, commits, key }: Step): void => {
  const [entry] = entries;
  const next = before.readings + 1;
  check('I7', entry?.kind !== 'reading' || entry.number === next, () => `reading ${next} is missing`);
  if (commits.length % COMMITS_PER_FOLD === 0) checkFold(commits.flat(), after, key);
};

/** The second half of I7. */
export const checkFold = (all: readonly Entry[], after: LedgerState, key: string): void => {
  check('I7', stateText(folded(all, key)) === stateText(after), () => 'the entries do not fold to the state');
};

/** I8: the same reading again is a confirmation, and changes no more than its time. */
export const ignoresRepetition = ({ after, reading }: Step, rules: LedgerRules): void => {
  if (!reading) return;
  const [entry] = recordReading(after, reading, rules);
  check('I8', entry?.kind === 'confirmation', () => `the same again is a ${entry?.kind}`);
};

/** I11: money moves without a line only by an adjustment, which says why and by whom; a person's has a request. */
export const booksWithReason = ({ after }: Step): void => {
  const requested = new Set(Array.from(after.requests.values(), ({ adjustment }) => adjustment.number));
  after.adjustments.forEach((adjustment, index) => {
    const { kind, reason, author, bookedIn } = adjustment;
    check('I11', reason !== '' && author !== '', () => 'an adjustment without reason or author');
    const isOther = kind !== 'correction' || bookedIn !== adjustment.refers.period;
    check('I11', isOther, () => `a correction of ${bookedIn} is booked in itself`);
    check(
      'I11',
      (kind !== 'correction') === requested.has(index + 1),
      () => `nobody asked for adjustment ${index + 1}`,
    );
  });
};

/**
 * I16: a period closes only with a successful reading after its grace, and never with the one that
 * ended it.
 */
export const closesByReadingsOnly = ({ before, entries, reading }: Step): void => {
  for (const entry of entries) {
    if (entry.kind !== 'closing') continue;
    const closesAtMs = before.periods.find(({ id }) => id === entry.period)?.rolledOver?.closesAtMs;
    const isDue = reading !== undefined && closesAtMs !== undefined && closesAtMs <= reading.atMs;
    check('I16', isDue, () => `${entry.period} closed without a reading after its grace`);
  }
};

import { isEqual, toPlainDecimal } from '../../src/pricing/index.js';
import { isSameOrder } from '../../src/ledger/rule/implied-order.js';
import { creditsOf } from '../../src/ledger/rule/seen-message.js';
import { check } from './check.js';
import { plain, sumOf } from '../support/decimals.js';
import type { Step } from './step.js';
import { usageOfBook, usageOfMessages } from './usage-text.js';

/* The laws of what is billed. A BrokenLawError reports them by these numbers. */

/**
 * I1: an applied reading, as `GET /usage` says it, is the period without what is missing and with
 * what is carried.
 */
export const equalsUsage = ({ after, entries, reading }: Step): void => {
  const [entry] = entries;
  const { open } = after;
  if (!reading || entry?.kind !== 'reading' || entry.judgement.outcome !== 'applied' || !open) return;
  const usage = usageOfMessages(reading.messages);
  check('I1', usageOfBook(open) === usage, () => `${usageOfBook(open)}\nis not\n${usage}`);
};

/**
 * After an applied reading the ledger has the print of every text that upstream sends, whatever the
 * key was before: otherwise it would not notice an edit at the same price.
 */
export const knowsEachText = ({ after: { open }, entries, reading }: Step): void => {
  const [entry] = entries;
  if (!reading || !open || entry?.kind !== 'reading' || entry.judgement.outcome !== 'applied') return;
  const printed = new Set(reading.messages.map(({ textPrint }) => textPrint));
  const unknown = open.order.filter((each) => !printed.has(open.line(each).message.textPrint));
  check('prints', unknown.length === 0, () => `lines ${unknown.join()} of ${open.id} have no print`);
};

/** I2: a period is the sum of its lines. */
export const isSumOfLines = ({ after }: Step): void => {
  for (const { id, lines, credits } of after.periods) {
    const counted = sumOf(lines.map(({ message }) => toPlainDecimal(creditsOf(message))));
    check('I2', counted === plain(toPlainDecimal(credits)), () => `${id} is not the sum of its lines`);
  }
};

/**
 * I3: nothing in a closed period changes. Its lines are never altered in place, so the same objects
 * are the same lines.
 */
export const keepsWhatIsClosed = ({ before, after }: Step): void => {
  for (const then of before.periods.filter(({ status }) => status === 'closed')) {
    const now = after.period(then.id);
    const isSame =
      now.lines.length === then.lines.length &&
      now.lines.every((line, entry) => line === then.lines[entry]) &&
      isSameOrder(now.order, then.order) &&
      isEqual(now.credits, then.credits) &&
      now.status === then.status &&
      now.closedAtMs === then.closedAtMs &&
      now.rolledOver === then.rolledOver;
    check('I3', isSame, () => `${then.id} is closed and has changed`);
  }
};

/**
 * I4: no message is a charge in two periods, but for copies of it that one answer sent side by
 * side.
 */
export const billsNothingTwice = ({ after, copies }: Step): void => {
  const charges = new Map<string, string[]>();
  for (const { id, lines } of after.periods)
    for (const { message } of lines) {
      const key = `${message.id}@${message.epochMs}`;
      charges.set(key, [...(charges.get(key) ?? []), id]);
    }
  const twice = [...charges].filter(([key, ids]) => ids.length > copies.countOf(key) && new Set(ids).size > 1);
  check('I4', twice.length === 0, () => twice.map(([key, ids]) => `${key} in ${ids.join(' and ')}`).join());
};

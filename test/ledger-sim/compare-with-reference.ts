import { toPlainDecimal } from '../../src/pricing/index.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { check } from './check.js';
import { negated, plain, sumOf } from '../support/decimals.js';
import type { Reference } from './reference.js';

/**
 * I2, its second half: periods, lines, totals, adjustments and held readings are what the reference
 * says, to the last digit.
 */
export const compareWithReference = (
  state: LedgerState,
  { periods, corrections, adjustments, held }: Reference,
): void => {
  const same = (what: string, is: unknown, expected: unknown): void =>
    check('reference', is === expected, () => `${what}: ${String(is)} instead of ${String(expected)}`);
  same('periods', state.periods.length, periods.length);
  state.periods.forEach(({ id, status, lines, credits }, index) => {
    const expected = periods[index] ?? { status: 'none', lines: [] };
    same(`status of ${id}`, status, expected.status);
    same(`total of ${id}`, plain(toPlainDecimal(credits)), sumOf(expected.lines.map(({ price }) => price)));
    const isAlike = lines.every(({ message, missingSince }, entry) => {
      const line = expected.lines[entry];
      return line?.message.id === message.id && (line.goneAtMs !== undefined) === (missingSince !== undefined);
    });
    same(`lines of ${id}`, lines.length, expected.lines.length);
    check('reference', isAlike, () => `lines of ${id} are not those of the reference`);
  });
  const booked = sumOf(state.adjustments.map(({ difference }) => toPlainDecimal(difference)));
  const corrected = corrections.flatMap(({ was, now }) => [now, negated(was)]);
  same('adjustments', booked, sumOf([...corrected, adjustments.total]));
  same('held', state.held.map(({ number }) => number).join(), held.map(({ number }) => number).join());
};

import { describe, expect, it } from '@jest/globals';
import { stateText } from '../../../test/ledger-sim/state-text.js';
import { play, readingOf } from '../../../test/support/ledger-history.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { compareReading, type ComparedMessage } from './compare-reading.js';
import { creditsOf, type SeenMessage } from './seen-message.js';

const HOUR_MS = 3_600_000;

const shown = (message: SeenMessage | undefined): string =>
  message ? `${message.id}=${toPlainDecimal(creditsOf(message))}` : '';

const list = (messages: readonly ComparedMessage[]): string =>
  messages.map(({ was, now }) => `${shown(was)}>${shown(now)}`).join(' ');

/** What a reading is after this history, and each message that differs, as `id=was>id=now`. */
const compared = (history: readonly string[], reading: string): Record<string, string> => {
  const { state } = play(history, 72 * HOUR_MS);
  const atMs = state.lastAtMs + HOUR_MS;
  const { verdict, missing, added, changed, carried } = compareReading(state, readingOf(reading, atMs), {
    graceMs: 72 * HOUR_MS,
  });
  const lists = { missing: list(missing), added: list(added), changed: list(changed), carried: list(carried) };
  return { verdict, ...Object.fromEntries(Object.entries(lists).filter(([, messages]) => messages !== '')) };
};

describe('a reading beside the open period', () => {
  it.each<[what: string, history: readonly string[], reading: string, comparison: Record<string, string>]>([
    ['the same', ['1-3@0'], '1-3@0', { verdict: 'applies' }],
    ['a message that is gone', ['1-3@0'], '1-2@0', { verdict: 'applies', missing: '3=1>' }],
    ['one that has been gone for long', ['1-3@0', '1-2@0'], '1-2@0', { verdict: 'applies', missing: '3=1>' }],
    ['one that is back', ['1-3@0', '1-2@0'], '1-3@0', { verdict: 'applies' }],
    ['a new one', ['1-3@0'], '1-3@0 4@4=2.5', { verdict: 'applies', added: '>4=2.5' }],
    ['another price', ['1-3@0'], '1@0=2 2-3@1', { verdict: 'applies', changed: '1=1>1=2' }],
    ['another text at the same price', ['1-3@0'], '1@0~b 2-3@1', { verdict: 'applies', changed: '1=1>1=1' }],
    ['another timestamp', ['1-3@0'], '1@0.5 2-3@1', { verdict: 'applies', changed: '1=1>1=1' }],
    [
      'messages of the period before',
      ['1-3@0', '11-12@720'],
      '3@2=4 11-12@720',
      { verdict: 'applies', carried: '>3=4' },
    ],
    ['the next period', ['1-3@0'], '11@720', { verdict: 'rolls_over', missing: '1=1> 2=1> 3=1>', added: '>11=1' }],
    ['an earlier period', ['1-2@0', '11@720'], '1-2@0', { verdict: 'past', missing: '11=1>', carried: '>1=1 >2=1' }],
    ['nothing', ['1-2@0'], '-', { verdict: 'empty', missing: '1=1> 2=1>' }],
    ['an empty ledger', [], '1@0', { verdict: 'opens', added: '>1=1' }],
  ])('%s', (_, history, reading, comparison) => {
    expect(compared(history, reading)).toEqual(comparison);
  });

  it('changes nothing', () => {
    const [{ state }, { state: untouched }] = [play(['1-3@0']), play(['1-3@0'])];
    compareReading(state, readingOf('1@0=2 4@5'), { graceMs: 0 });
    expect(stateText(state)).toBe(stateText(untouched));
  });
});

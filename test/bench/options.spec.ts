import { describe, expect, it } from '@jest/globals';
import { optionsOf } from './options.js';

describe('optionsOf', () => {
  it('runs everything in full where nothing is said', () => {
    expect(optionsOf([])).toEqual({ only: [], quick: false, largest: 1_000_000 });
  });

  it('reads each option', () => {
    expect(optionsOf(['--only', '1,2', '--quick', '--largest', '5000'])).toEqual({
      only: [1, 2],
      quick: true,
      largest: 5000,
    });
  });

  it.each([
    [['--only', '1,x'], '--only: not a whole number above 0: "x"'],
    [['--only', ''], '--only: not a whole number above 0: ""'],
    [['--largest', '0'], '--largest: not a whole number above 0: "0"'],
  ])('refuses %j', (args, reason) => {
    expect(() => optionsOf(args)).toThrow(new Error(reason));
  });

  it('refuses an option that it does not know', () => {
    expect(() => optionsOf(['--fast'])).toThrow(/--fast/);
  });
});

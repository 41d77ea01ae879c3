import { describe, expect, it } from '@jest/globals';
import { findNumbers, replaceNumber } from './card-numbers.js';

const CARD =
  '{ "id": "a 1", "rules": [{ "rule": "x" }, { "rule": "y{2", "bands": [{ "up_to": 3, "rate": 0.10 }, { "rate": -3e2 }] }] }';

describe('the numbers of a rate card', () => {
  it('are found with the paths that the API gives them, as they are written', () => {
    expect(findNumbers(CARD).map(({ path, text }) => [path, text])).toEqual([
      ['rules[1].bands[0].up_to', '3'],
      ['rules[1].bands[0].rate', '0.10'],
      ['rules[1].bands[1].rate', '-3e2'],
    ]);
  });

  it('are not looked for in keys and texts', () => {
    expect(findNumbers('{"1":"2, \\"3\\": 4","[5]":[[6]]}').map(({ path, text }) => [path, text])).toEqual([
      ['[5][0][0]', '6'],
    ]);
  });

  it('are replaced in place, and nothing else changes', () => {
    const [, rate] = findNumbers(CARD);
    expect(rate && replaceNumber(CARD, rate, '0.125')).toBe(CARD.replace('0.10', '0.125'));
  });

  it('keep digits that a double would lose', () => {
    expect(findNumbers('[9007199254740993]')).toEqual([{ path: '[0]', text: '9007199254740993', start: 1 }]);
  });
});

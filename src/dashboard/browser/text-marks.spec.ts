import { describe, expect, it } from '@jest/globals';
import type { ReceiptLine } from './api.types.js';
import { toMarkedPieces } from './text-marks.js';

const line = (fields: Partial<ReceiptLine>): ReceiptLine => ({
  rule: 'word_length',
  label: '',
  credits: '0',
  running_total: '0',
  ...fields,
});
const part = (...spans: [number, number][]) => ({ label: '', quantity: 0, rate: '0', credits: '0', spans });
const plain = { isThirdVowel: false, isRepeated: false };

describe('a marked text', () => {
  it('marks words by band, third vowels and repeated words, by code points', () => {
    const lines = [
      line({ parts: [part([2, 4]), part([5, 9], [10, 14])] }),
      line({ rule: 'third_vowels', spans: [[5, 6]] }),
    ];
    expect(toMarkedPieces('🏠 to idea idea', { lines })).toEqual([
      { text: '🏠 ', ...plain },
      { text: 'to', band: 0, ...plain },
      { text: ' ', ...plain },
      { text: 'i', band: 1, isThirdVowel: true, isRepeated: true },
      { text: 'dea', band: 1, isThirdVowel: false, isRepeated: true },
      { text: ' ', ...plain },
      { text: 'idea', band: 1, isThirdVowel: false, isRepeated: true },
    ]);
  });

  it('does not mark words as repeated that differ in case', () => {
    const pieces = toMarkedPieces('The the', { lines: [line({ parts: [part([0, 3], [4, 7])] })] });
    expect(pieces.some(({ isRepeated }) => isRepeated)).toBe(false);
  });

  it('is one plain piece without spans, and no piece if it is empty', () => {
    expect(toMarkedPieces('a lease', { lines: [] })).toEqual([{ text: 'a lease', ...plain }]);
    expect(toMarkedPieces('', { lines: [] })).toEqual([]);
  });
});

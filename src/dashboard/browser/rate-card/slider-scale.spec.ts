import { describe, expect, it } from '@jest/globals';
import { toNumberAt, toPosition, toSliderScale } from './slider-scale.js';

describe('the slider of a number', () => {
  it.each([
    ['0.05', false, 0, 100, '0.001'],
    ['1', false, 0, 200, '0.01'],
    ['0.1', false, 0, 200, '0.001'],
    ['40', false, 0, 80, '1'],
    ['10000', false, 0, 200, '100'],
    ['0', false, 0, 100, '0.01'],
    ['-25', false, -50, 50, '1'],
    ['100', true, 0, 200, '1'],
    ['3', true, 0, 6, '1'],
    ['0', true, 0, 10, '1'],
  ])('for %s (whole: %s) goes from %i to %i in steps of %s', (text, isWhole, min, max, step) => {
    const scale = toSliderScale(text, isWhole);
    expect(scale && [scale.min, scale.max, toNumberAt(scale, 1)]).toEqual([min, max, step]);
    expect(scale && toNumberAt(scale, toPosition(scale, text))).toBe(text);
  });

  it.each(['1e400', '12345678901', '0.12345'])('is missing for %s, which is edited as text', (text) => {
    expect(toSliderScale(text, false)).toBeUndefined();
  });

  it('stands at its end for a number beyond it, and at its start for a text', () => {
    const scale = toSliderScale('0.05', false);
    expect(scale && [toPosition(scale, '9'), toPosition(scale, '-9'), toPosition(scale, 'x')]).toEqual([100, 0, 0]);
  });
});

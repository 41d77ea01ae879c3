import { describe, expect, it } from '@jest/globals';
import { cut } from './cut.js';

describe('cut', () => {
  it.each<{ what: string; text: string; repeated: string }>`
    what                      | text               | repeated
    ${'nothing'}              | ${''}              | ${''}
    ${'a hundred characters'} | ${'a'.repeat(100)} | ${'a'.repeat(100)}
    ${'more'}                 | ${'a'.repeat(101)} | ${`${'a'.repeat(100)}\u2026`}
    ${'a megabyte'}           | ${'a'.repeat(1e6)} | ${`${'a'.repeat(100)}\u2026`}
  `('keeps the first hundred characters: $what', ({ text, repeated }) => {
    expect(cut(text)).toBe(repeated);
  });
});

import { describe, expect, it } from '@jest/globals';
import { documentOf, rounded } from './markdown.js';
import { atLeast, atMost } from './result.js';

describe('documentOf', () => {
  it('says of each row what it is, what it must be, and whether it is', () => {
    const document = documentOf('# Speed', [
      {
        number: 1,
        title: 'Unchanged',
        rows: [
          { what: 'requests', value: 36.12, unit: '% of raw', target: atLeast(35) },
          { what: 'memory', value: 250.6, unit: 'MB', target: atMost(250) },
          { what: 'to be read beside them', value: 1234.5, unit: '' },
        ],
        details: [
          { contender: 'raw', 'requests/s': 20_000 },
          { contender: 'a | b', 'requests/s': 0.12345 },
        ],
      },
      { number: 2, title: 'Confirmed', rows: [], details: [], failure: 'no answer:\nrefused' },
    ]);
    expect(document).toBe(`# Speed

| # | what | value | target | met |
| --- | --- | --- | --- | --- |
| 1 | requests | 36.1 % of raw | at least 35 % of raw | yes |
| 1 | memory | 251 MB | at most 250 MB | **no** |
| 1 | to be read beside them | 1235 |  |  |
| 2 | Confirmed | failed: no answer: refused |  | **no** |

## 1. Unchanged

| contender | requests/s |
| --- | --- |
| raw | 20000 |
| a \\| b | 0.123 |
`);
  });
});

describe('rounded', () => {
  it.each<{ value: number; expected: string }>`
    value        | expected
    ${1234.5}    | ${'1235'}
    ${99.96}     | ${'100'}
    ${12.345}    | ${'12.3'}
    ${0.0012345} | ${'0.00123'}
    ${0}         | ${'0'}
    ${NaN}       | ${'none'}
  `('$value is $expected', ({ value, expected }) => {
    expect(rounded(value)).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf } from '../../test/support/billed.js';
import { parseCsv } from '../../test/support/csv.js';
import { plain } from '../../test/support/decimals.js';
import { csvEntries, jsonEntries, ndjsonEntries } from './entries.js';
import type { UsageEntryDto } from './usage.dto.js';

const SEEDED = { seed: 20_260_329 };

const HEADER = ['message_id', 'timestamp', 'report_name', 'credits_used'];

/** Where a spreadsheet begins a cell, whatever it takes for a separator, and runs it. */
const FORMULA = /(^|(?<=[;\t\r\n|]))[=+\-@\t\r]/g;

const entry = (report_name?: string, credits_used = 1): UsageEntryDto => ({
  message_id: 1000,
  timestamp: '2026-03-02T08:14:09.412Z',
  ...(report_name !== undefined && { report_name }),
  credits_used,
});

const written = (write: typeof csvEntries, entries: readonly UsageEntryDto[]): string => {
  const bill = billOf(
    ...entries.map(({ message_id: id, timestamp, report_name: name, credits_used: cost }) => ({
      id,
      timestamp,
      cost,
      ...(name !== undefined && { name }),
    })),
  );
  return [...write(bill, bill.messages.rows())].join('');
};

const csvOf = (...entries: UsageEntryDto[]): string => written(csvEntries, entries);

const jsonOf = (each: UsageEntryDto): string =>
  JSON.stringify(each).replace(/(?<="credits_used":)[^,}]+(?=}$)/, plain(each.credits_used));

const anyEntry = fc
  .record({
    name: fc.option(fc.string({ unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",;|\' é🏠'), fc.string()) }), {
      nil: undefined,
    }),
    // Of a text, what a card can make of it; of a report, whatever it costs.
    credits: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    hundredths: fc.nat(),
  })
  .map(({ name, credits, hundredths }) => entry(name, name === undefined ? hundredths / 100 : credits));

describe('csvEntries', () => {
  it('writes only the header if there are no entries', () => {
    expect(csvOf()).toBe('message_id,timestamp,report_name,credits_used\r\n');
  });

  it.each<{ what: string; name: string | undefined; cell: string }>`
    what                         | name                     | cell
    ${'no name'}                 | ${undefined}             | ${''}
    ${'a name'}                  | ${'Lease Abstract'}      | ${'Lease Abstract'}
    ${'a comma'}                 | ${'Rent, 2026'}          | ${'"Rent, 2026"'}
    ${'quotes'}                  | ${'The "Lease"'}         | ${'"The ""Lease"""'}
    ${'CRLF'}                    | ${'Lease\r\nAbstract'}   | ${'"Lease\r\nAbstract"'}
    ${'a newline'}               | ${'Lease\nAbstract'}     | ${'"Lease\nAbstract"'}
    ${'a carriage return'}       | ${'Lease\rAbstract'}     | ${'"Lease\rAbstract"'}
    ${'accents and emoji'}       | ${'Café 🏠 ñ'}           | ${'Café 🏠 ñ'}
    ${'='}                       | ${'=1+1'}                | ${'"\'=1+1"'}
    ${'+'}                       | ${'+1'}                  | ${'"\'+1"'}
    ${'-'}                       | ${'-1'}                  | ${'"\'-1"'}
    ${'@'}                       | ${'@SUM(A1)'}            | ${'"\'@SUM(A1)"'}
    ${'a tab first'}             | ${'\t=1'}                | ${'"\'\t\'=1"'}
    ${'a carriage return first'} | ${'\r=1'}                | ${'"\'\r\'=1"'}
    ${'a formula with quotes'}   | ${'=HYPERLINK("a","b")'} | ${'"\'=HYPERLINK(""a"",""b"")"'}
    ${'a formula behind ;'}      | ${'x;=1+1'}              | ${'"x;\'=1+1"'}
    ${'one behind a tab'}        | ${'x\t+1'}               | ${'"x\t\'+1"'}
    ${'one behind |'}            | ${'x|@A1'}               | ${'"x|\'@A1"'}
    ${'one on its second line'}  | ${'x\n-1'}               | ${'"x\n\'-1"'}
    ${'a wide ='}                | ${'＝1+1'}               | ${'"\'＝1+1"'}
    ${'; alone'}                 | ${'a;b'}                 | ${'"a;b"'}
    ${'a tab alone'}             | ${'a\tb'}                | ${'"a\tb"'}
    ${'| alone'}                 | ${'a|b'}                 | ${'"a|b"'}
    ${'controls and overrides'}  | ${'a\u0000\u202eb'}      | ${'a\u0000\u202eb'}
    ${'= that is not first'}     | ${'a=b'}                 | ${'a=b'}
  `('writes a report name with $what', ({ name, cell }) => {
    expect(csvOf(entry(name))).toBe(
      `message_id,timestamp,report_name,credits_used\r\n1000,2026-03-02T08:14:09.412Z,${cell},1\r\n`,
    );
  });

  it('can be read back, whatever the names, except for an apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
        expect(parseCsv(csvOf(...entries))).toEqual([
          HEADER,
          ...entries.map(({ message_id, timestamp, report_name = '', credits_used }) => [
            String(message_id),
            timestamp,
            report_name.replace(FORMULA, "'$&"),
            plain(credits_used),
          ]),
        ]);
      }),
      SEEDED,
    );
  });
});

describe('jsonEntries and ndjsonEntries', () => {
  it('write nothing if there are no entries', () => {
    expect([written(jsonEntries, []), written(ndjsonEntries, [])]).toEqual(['', '']);
  });

  it('write entries as JSON.stringify does, except that amounts have no exponent', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
        expect(`[${written(jsonEntries, entries)}]`).toBe(`[${entries.map(jsonOf).join(',')}]`);
        expect(written(ndjsonEntries, entries)).toBe(entries.map((each) => `${jsonOf(each)}\n`).join(''));
      }),
      SEEDED,
    );
  });

  it('write all entries of more than one batch', () => {
    const many = Array.from({ length: 2500 }, (_, id) => ({ ...entry(), message_id: id }));
    expect(`[${written(jsonEntries, many)}]`).toBe(JSON.stringify(many));
    expect(
      parseCsv(csvOf(...many))
        .slice(1)
        .map(([id]) => Number(id)),
    ).toEqual(many.map(({ message_id }) => message_id));
  });
});

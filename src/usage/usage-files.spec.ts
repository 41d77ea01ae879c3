import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsv } from '../../test/support/csv.js';
import { csvFile, ndjsonFile } from './usage-files.js';
import type { UsageEntryDto } from './usage.dto.js';

const SEEDED = { seed: 20_260_329 };

const HEADER = ['message_id', 'timestamp', 'report_name', 'credits_used'];

/** What makes a spreadsheet run a cell, at its start. */
const FORMULA = /^[=+\-@\t\r]/;

const entry = (report_name?: string, credits_used = 1): UsageEntryDto => ({
  message_id: 1000,
  timestamp: '2026-03-02T08:14:09.412Z',
  ...(report_name !== undefined && { report_name }),
  credits_used,
});

const csvOf = (...entries: UsageEntryDto[]): Promise<string> => text(csvFile(entries).getStream());

const ndjsonOf = (...entries: UsageEntryDto[]): Promise<string> => text(ndjsonFile(entries).getStream());

const anyEntry = fc
  .record({
    name: fc.option(fc.string({ unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",\' é🏠'), fc.string()) }), {
      nil: undefined,
    }),
    credits: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  })
  .map(({ name, credits }) => entry(name, credits));

describe('a CSV file of a bill', () => {
  it('is its header where there are no entries', async () => {
    expect(await csvOf()).toBe('message_id,timestamp,report_name,credits_used\r\n');
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
    ${'='}                       | ${'=1+1'}                | ${"'=1+1"}
    ${'+'}                       | ${'+1'}                  | ${"'+1"}
    ${'-'}                       | ${'-1'}                  | ${"'-1"}
    ${'@'}                       | ${'@SUM(A1)'}            | ${"'@SUM(A1)"}
    ${'a tab first'}             | ${'\t=1'}                | ${"'\t=1"}
    ${'a carriage return first'} | ${'\r=1'}                | ${'"\'\r=1"'}
    ${'a formula with quotes'}   | ${'=HYPERLINK("a","b")'} | ${'"\'=HYPERLINK(""a"",""b"")"'}
    ${'= that is not first'}     | ${'a=b'}                 | ${'a=b'}
  `('writes a report name with $what', async ({ name, cell }) => {
    expect(await csvOf(entry(name))).toBe(
      `message_id,timestamp,report_name,credits_used\r\n1000,2026-03-02T08:14:09.412Z,${cell},1\r\n`,
    );
  });

  it('reads back as the entries, whatever their names, but for an apostrophe before what a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), async (entries) => {
        expect(parseCsv(await csvOf(...entries))).toEqual([
          HEADER,
          ...entries.map(({ message_id, timestamp, report_name = '', credits_used }) => [
            String(message_id),
            timestamp,
            report_name.replace(FORMULA, "'$&"),
            String(credits_used),
          ]),
        ]);
      }),
      SEEDED,
    );
  });
});

describe('an NDJSON file of a bill', () => {
  it('is empty where there are no entries', async () => {
    expect(await ndjsonOf()).toBe('');
  });

  it('has each entry as its JSON on a line of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), async (entries) => {
        const lines = (await ndjsonOf(...entries)).split('\n');
        expect(lines).toEqual([...entries.map((each) => JSON.stringify(each)), '']);
      }),
      SEEDED,
    );
  });
});

import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { readSheets } from '../../test/support/workbook.js';
import { amountCell, type Cell, dateCell, dateTimeCell, formulaCell, headCell, textCell, wholeCell } from './cell.js';
import type { Sheet } from './sheet.js';
import { TooManyRowsError } from './too-many-rows.error.js';
import { loadWorkbookWriter } from './workbook.js';

const sheet = (rows: Sheet['rows'], name = 'Messages'): Sheet => ({ name, widths: [10, 20], headRow: 1, rows });

const write = async (...sheets: Sheet[]): Promise<Buffer> => buffer((await loadWorkbookWriter())(sheets));

describe('a workbook', () => {
  it('is read with its sheets, texts, numbers, dates and results', async () => {
    const noon = Date.parse('2026-03-02T12:00:00Z');
    const workbook = await write(
      sheet([[headCell('A'), headCell('B')], [textCell('=1+1'), amountCell('5.2')], [], [wholeCell(7)]], 'Summary'),
      sheet([
        [dateCell(noon) ?? '', dateTimeCell(noon) ?? ''],
        [textCell(' <&> "é🏠" '), formulaCell('SUM(Summary!B:B)', 2, '5.2')],
      ]),
    );
    expect(await readSheets(workbook)).toEqual({
      Summary: [
        ['A', 'B'],
        ['=1+1', 5.2],
        [null, null],
        [7, null],
      ],
      Messages: [
        [new Date('2026-03-02T00:00:00Z'), new Date(noon)],
        ['<&> "é🏠"', 5.2],
      ],
    });
  });

  it('has the same bytes for the same sheets', async () => {
    const [one, other] = [await write(sheet([[wholeCell(1)]])), await write(sheet([[wholeCell(1)]]))];
    expect(one.equals(other)).toBe(true);
  });

  /** Rows without end, which count how many were taken, and tell when they are let go. */
  class Rows implements AsyncIterable<Cell[]> {
    taken = 0;
    private letGo: () => void = () => undefined;
    readonly areLetGo = new Promise<void>((resolve) => (this.letGo = resolve));

    async *[Symbol.asyncIterator](): AsyncGenerator<Cell[]> {
      try {
        for (;;) {
          this.taken += 1;
          yield [wholeCell(this.taken), textCell(`Report ${this.taken * 7919}`)];
        }
      } finally {
        this.letGo();
      }
    }
  }

  it('takes rows as fast as it is read, and lets them go when its reader does', async () => {
    const rows = new Rows();
    const workbook = (await loadWorkbookWriter())([sheet(rows)]);
    const reader = workbook[Symbol.asyncIterator]();
    while (rows.taken === 0) await reader.next();
    await reader.return?.();
    expect(rows.taken).toBeLessThan(100_000);
    expect(workbook.destroyed).toBe(true);
    await rows.areLetGo;
  });

  it('fails with what its rows throw', async () => {
    const failing = async function* (): AsyncGenerator<Cell[]> {
      yield [wholeCell(1)];
      throw new RangeError('no more rows');
    };
    await expect(write(sheet(failing()))).rejects.toThrow(new RangeError('no more rows'));
  });

  it('refuses more rows than a sheet has', async () => {
    const rows = function* (): Generator<Cell[]> {
      for (;;) yield [];
    };
    await expect(write(sheet(rows()))).rejects.toThrow(TooManyRowsError);
  });
});

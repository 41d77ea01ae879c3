import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { TimeSlice } from '../time/time-slice.js';
import { headCell, titleCell, wholeCell } from './cell.js';
import { SheetPart } from './sheet.js';

describe('the part of a sheet', () => {
  const rows = [[titleCell('Above')], [], [headCell('A'), headCell('B')], [wholeCell(1)], [wholeCell(2), wholeCell(3)]];

  it('keeps the head of its table in view, and has filters there', async () => {
    const part = new SheetPart({ name: 'Summary', widths: [10, 20], headRow: 3, rows });
    const xml = await text(part.chunks(new TimeSlice()));
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toMatch(/<row r="5"><c r="A5".*<c r="B5".*<\/sheetData><autoFilter ref="A3:B5"\/><\/worksheet>$/);
    expect(part.table).toBe('$A$3:$B$5');
  });

  it('has a table of a head alone', async () => {
    const part = new SheetPart({ name: 'Summary', widths: [10, 20], headRow: 1, rows: [[headCell('A')]] });
    await text(part.chunks(new TimeSlice()));
    expect(part.table).toBe('$A$1:$B$1');
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { bytes, json } from '../support/answers.js';
import { parseCsv } from '../support/csv.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';
import { bytesOf } from '../support/workbook.js';

// oxlint-disable-next-line node/no-process-env -- Whether a program is installed is a fact of the machine.
const isInstalled = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'soffice')));

/** A filter that writes each sheet to a file of its own, cells as they are shown: 44 and 34 are the comma and the quote. */
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';

/** Opens workbooks, and returns the lines of the first sheet of each as LibreOffice shows them. */
const openInLibreOffice = async (...workbooks: Buffer[]): Promise<string[][][]> => {
  const folder = await mkdtemp(join(tmpdir(), 'workbooks-'));
  try {
    const names = workbooks.map((_, index) => `workbook${index}`);
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    await Promise.all(workbooks.map((workbook, index) => writeFile(files[index] ?? '', workbook)));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await promisify(execFile)('soffice', [
      profile,
      '--headless',
      '--convert-to',
      AS_SHOWN,
      '--outdir',
      folder,
      ...files,
    ]);
    const sheets = names.map((name) => readFile(join(folder, `${name}-Summary.csv`), 'utf8'));
    return (await Promise.all(sheets)).map((sheet) => parseCsv(sheet.replaceAll('\n', '\r\n')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const describeIfInstalled = isInstalled ? describe : describe.skip;

describeIfInstalled('GET /v1/usage.xlsx in LibreOffice, if it is installed', () => {
  const edge = useService();

  const workbookOf = (...amounts: string[]): Promise<Buffer> => {
    edge.upstream.on(MESSAGES, json(period(...amounts.map((_, id) => message({ id, report_id: id })))));
    for (const [id, amount] of amounts.entries())
      edge.upstream.on(`/reports/${id}`, bytes(JSON.stringify(report({ id, credit_cost: 45 })).replace('45', amount)));
    return bytesOf(edge.ask('get', '/v1/usage.xlsx').expect(200));
  };

  it(
    'adds the messages up, but for amounts that are texts',
    async () => {
      const usual = await workbookOf('0.1', '0.2', '79', '1.05', '12.3');
      const long = await workbookOf('0.1', '0.2', '79', '1.05', '12.3', '12345678901234567.05');
      const [rows = [], rowsOfLong = []] = await openInLibreOffice(usual, long);
      expect(rows.map((row) => row.slice(0, 4))).toEqual([
        ['Credit usage', '', '', ''],
        ['Period', 'current, as the upstream has it', '', ''],
        ['Digest (SHA-256)', 'none: the period is not closed', '', ''],
        ['Messages', 'all', '', ''],
        ['Time zone', 'UTC', '', ''],
        ['Credits', '92.65', '', ''],
        ['', '', '', ''],
        ['Date (UTC)', 'Basis', 'Messages', 'Credits'],
        ['2026-03-02', 'report', '5', '92.65'],
      ]);
      // This formula comes without a result: LibreOffice calculates it.
      expect(rowsOfLong.slice(5, 7).map((row) => row.slice(0, 2))).toEqual([
        ['Credits, added up', '92.65'],
        ['Credits, exactly', '12345678901234659.7'],
      ]);
    },
    // It starts in seconds, and on a busy machine in a minute.
    180_000,
  );
});

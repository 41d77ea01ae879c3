import { Readable } from 'node:stream';
import { constants } from 'node:zlib';
import type { ZipFile } from 'yazl';
import { TimeSlice } from '../time/time-slice.js';
import { type Sheet, SheetPart } from './sheet.js';
import { STYLES } from './styles.js';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Writes a workbook: see {@link loadWorkbookWriter}. */
type WorkbookWriter = (sheets: readonly Sheet[]) => Readable;

/**
 * A writer of XLSX workbooks (ECMA-376). It writes while the stream is read, in memory that does not
 * grow with the rows. Equal sheets make equal bytes. The stream fails with what the rows of a sheet
 * throw, and stops reading them once it is destroyed.
 */
export const loadWorkbookWriter = async (): Promise<WorkbookWriter> => {
  // Loaded when first needed: most processes write no workbook.
  const { ZipFile } = await import('yazl');
  return (sheets) => writeWorkbook(new ZipFile(), sheets);
};

const writeWorkbook = (zip: ZipFile, sheets: readonly Sheet[]): Readable => {
  // A PassThrough; its type says less.
  const output = zip.outputStream as Readable;
  const timeSlice = new TimeSlice();
  const parts = sheets.map((sheet) => new SheetPart(sheet));
  let current: Readable | undefined;
  output.once('close', () => current?.destroy());
  const add = (path: string, chunks: () => AsyncIterable<Buffer> | Iterable<Buffer>): void =>
    zip.addReadStreamLazy(path, OPTIONS, (open) => {
      current = Readable.from(chunks(), { objectMode: false });
      current.once('error', (error) => output.destroy(error));
      open(null, current);
    });
  for (const [path, text] of partsOf(sheets)) add(path, () => [Buffer.from(text)]);
  for (const [index, part] of parts.entries()) add(sheetPath(index), () => part.chunks(timeSlice));
  // After the sheets, because it names the cells of their tables.
  add('xl/workbook.xml', () => [Buffer.from(workbookPart(parts))]);
  zip.end();
  return output;
};

/** The same times in every file, so that the same sheets make the same bytes. */
const OPTIONS = {
  mtime: new Date(1980, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  compressionLevel: constants.Z_BEST_SPEED,
} as const;

const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The parts that come before the sheets, by their path. */
const partsOf = (sheets: readonly Sheet[]): [path: string, text: string][] => [
  ['[Content_Types].xml', contentTypes(sheets)],
  ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
  [
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  ],
  ['xl/styles.xml', STYLES],
];

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`,
    ...sheets.map((_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${CONTENT}.worksheet+xml"/>`),
    '</Types>',
  ].join('');

const relationships = (targets: readonly [type: string, target: string][]): string =>
  [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...targets.map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');

const workbookPart = (parts: readonly SheetPart[]): string =>
  [
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>`,
    ...parts.map(({ sheet }, index) => `<sheet name="${sheet.name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`),
    '</sheets><definedNames>',
    // Without these names LibreOffice shows no filters.
    ...parts.map(
      ({ sheet, table }, index) =>
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet.name}!${table}</definedName>`,
    ),
    // Formulas are calculated when the workbook is opened.
    '</definedNames><calcPr fullCalcOnLoad="1"/></workbook>',
  ].join('');

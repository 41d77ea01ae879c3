/** Digits that a number of a spreadsheet keeps. */
export const DIGITS_MAX = 15;

/** Decimal places that every amount is shown with. */
const DECIMALS_MIN = 2;

const DECIMALS = Array.from({ length: DIGITS_MAX - DECIMALS_MIN + 1 }, (_, index) => index + DECIMALS_MIN);

/** Formats of numbers; ids of our own begin at 164. */
const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', ...DECIMALS.map((decimals) => `#,##0.${'0'.repeat(decimals)}`)];
const formatId = (index: number): number => 164 + index;

/** Looks of cells by name: the index of each in {@link STYLES}. */
export const STYLE = { plain: 0, head: 1, title: 2, whole: 3, longNumber: 4, date: 5, dateTime: 6 } as const;

/** Index of the style that shows an amount with `decimals` decimal places, from 0 to 15; at least two are shown. */
export const amountStyle = (decimals: number): number => STYLE.dateTime + 1 + Math.max(decimals - DECIMALS_MIN, 0);

const PLAIN = { font: 0, fill: 0, format: 0, alignment: '' };

const look = (parts: Partial<typeof PLAIN>): string => {
  const { font, fill, format, alignment } = { ...PLAIN, ...parts };
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ` +
    `applyFill="1" applyAlignment="1">${alignment}</xf>`
  );
};

const LOOKS = [
  look({}),
  look({ font: 1, fill: 2, alignment: '<alignment vertical="top" wrapText="1"/>' }),
  look({ font: 1 }),
  look({ format: 1 }),
  look({ format: 49, alignment: '<alignment horizontal="right"/>' }),
  ...FORMATS.map((_, index) => look({ format: formatId(index) })),
];

/** The part `xl/styles.xml` of every workbook. */
export const STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="${FORMATS.length}">`,
  ...FORMATS.map((format, index) => `<numFmt numFmtId="${formatId(index)}" formatCode="${format}"/>`),
  '</numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EBF0"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${LOOKS.length}">${LOOKS.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

import { describe, expect, it } from '@jest/globals';
import { toXmlText } from './xml-text.js';

describe('the text of a cell', () => {
  it.each([
    ['keeps letters of any script', 'Précis 🏠 契約', 'Précis 🏠 契約'],
    ['keeps tabs and line feeds', 'a\tb\nc', 'a\tb\nc'],
    ['escapes what is markup', '<a & "b">', '&lt;a &amp; "b"&gt;'],
    ['escapes what XML cannot have', 'a\0b\x1Fc\rd\uFFFE', 'a_x0000_b_x001F_c_x000D_d_xFFFE_'],
    ['escapes what reads as an escape', '_x0041_ _x41_', '_x005F_x0041_ _x41_'],
  ])('%s', (_, text, xml) => expect(toXmlText(text)).toBe(xml));

  it('is cut to what a cell can hold', () => expect(toXmlText('a'.repeat(40_000))).toHaveLength(32_767));
});

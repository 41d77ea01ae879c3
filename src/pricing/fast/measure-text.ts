import { measureAscii } from './measure-ascii.js';
import { measureUnicode } from './measure-unicode.js';
import { measure, type TextMeasure } from './text-measure.js';

/** Reads a text once for the rules' fast faces. The result holds until the next text is measured. */
export const measureText = (text: string): Readonly<TextMeasure> => {
  if (!measureAscii(text)) measureUnicode(text);
  return measure;
};

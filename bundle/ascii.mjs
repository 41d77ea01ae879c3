/** The same JavaScript, which must have no raw strings, in ASCII. */
const toAscii = (text) =>
  text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Plugin that writes chunks in ASCII: one other character doubles what V8 has to decode, keep and scan. */
export const ASCII = {
  name: 'ascii',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = toAscii(file.code);
  },
};

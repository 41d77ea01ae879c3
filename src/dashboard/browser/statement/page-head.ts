/**
 * Puts two texts into the top margin of every printed page until the returned function is called.
 * Only a style sheet can: no element repeats on every page, and no other style reaches the margins.
 */
export const addPageHead = (left: string, right: string): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { @top-left { content: ${toCssString(left)}; ${FONT} } @top-right { content: ${toCssString(right)}; ${FONT} } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};

const FONT = `color: #59616e; font: 8.5pt Inter, system-ui, 'Liberation Sans', sans-serif;`;

/** A text as a CSS string: quotes, backslashes and control characters as escapes. */
const toCssString = (text: string): string =>
  `"${text.replaceAll(/["\\\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

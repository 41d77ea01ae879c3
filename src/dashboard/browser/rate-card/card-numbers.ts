/** A number in the JSON text of a rate card. */
export interface CardNumber {
  /** Where it is, as the API names fields in its problems: `rules[2].bands[0].credits_per_word`. */
  readonly path: string;
  /** The number as it is written. */
  readonly text: string;
  /** Offset of its first character in the JSON text. */
  readonly start: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[[\]{},:]/g;

/** An array or object that is being read: the index or the key of its current value. */
type Container = { index: number } | { key: string };

/**
 * Every number of a valid JSON text, in its order. Offsets let a number be replaced in the text: a
 * card that went through `JSON.parse` would lose the digits that a double cannot hold, and the
 * service could no longer refuse them.
 */
export const findNumbers = (json: string): CardNumber[] => {
  const numbers: CardNumber[] = [];
  const containers: Container[] = [];
  let isKey = false;
  for (const { 0: token, index: start } of json.matchAll(TOKEN)) {
    const container = containers.at(-1);
    if (token === '{') containers.push({ key: '' });
    else if (token === '[') containers.push({ index: 0 });
    else if (token === '}' || token === ']') containers.pop();
    else if (token === ',' && container && 'index' in container) container.index += 1;
    else if (token.startsWith('"')) {
      if (isKey && container && 'key' in container) container.key = JSON.parse(token) as string;
    } else if (/^[-\d]/.test(token)) numbers.push({ path: toPath(containers), text: token, start });
    const current = containers.at(-1);
    isKey = token === '{' || (token === ',' && current !== undefined && 'key' in current);
  }
  return numbers;
};

/** The JSON text with another number in place of this one. */
export const replaceNumber = (json: string, { start, text }: CardNumber, replacement: string): string =>
  `${json.slice(0, start)}${replacement}${json.slice(start + text.length)}`;

const toPath = (containers: readonly Container[]): string =>
  containers
    .map((container) => ('key' in container ? `.${container.key}` : `[${container.index}]`))
    .join('')
    .replace(/^\./, '');

/**
 * The index behind the JSON string that begins at `start`, or the end of the text where it never ends.
 * A quote behind an odd number of backslashes does not end it.
 */
export const endOfString = (json: string, start: number): number => {
  for (let quote = json.indexOf('"', start + 1); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let unescaped = quote;
    while (json.charAt(unescaped - 1) === '\\') unescaped -= 1;
    if ((quote - unescaped) % 2 === 0) return quote + 1;
  }
  return json.length;
};

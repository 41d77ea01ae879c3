/**
 * The index after the JSON string that begins at `start`, or the length of the text if the string
 * does not end. A quote after an odd number of backslashes is escaped and does not end it.
 */
export const endOfString = (json: string, start: number): number => {
  for (let quote = json.indexOf('"', start + 1); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let unescaped = quote;
    while (json.charAt(unescaped - 1) === '\\') unescaped -= 1;
    if ((quote - unescaped) % 2 === 0) return quote + 1;
  }
  return json.length;
};

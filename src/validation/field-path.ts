/** The path of a field as people write it, from a JSON pointer: `messages[17].timestamp` for `/messages/17/timestamp`. */
export const fieldPath = (pointer: string): string =>
  pointer
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

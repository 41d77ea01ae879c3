/**
 * Formats a JSON pointer as the path of a field: `/messages/17/timestamp` as
 * `messages[17].timestamp`.
 */
export const formatFieldPath = (pointer: string): string =>
  pointer
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

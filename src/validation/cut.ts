const MAX_LENGTH = 100;

/**
 * Shortens text of a caller or of upstream for an answer or a log line: to its first 100 UTF-16
 * code units and an ellipsis.
 */
export const cut = (text: string): string => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);

const LONGEST = 100;

/** What a caller sent, as far as an answer repeats it: its first 100 characters (UTF-16 code units). */
export const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

import { ParsedBy } from './parsed-by.js';

const PREFIX = 'file:';

/**
 * The path in `file:./data/ledger.db`, `file:/data/ledger.db` or `file:///data/ledger.db`; undefined
 * for other text.
 */
const parseLedgerUrl = (text: string): string | undefined => {
  if (!text.startsWith(PREFIX)) return undefined;
  const path = text.slice(PREFIX.length).replace(/^\/\/(?=\/)/, '');
  return path === '' || path.startsWith('//') || path.endsWith('/') || path.includes('?') ? undefined : path;
};

/** A field that holds the path of the ledger's file. */
export const IsLedgerUrl = (): PropertyDecorator =>
  ParsedBy(parseLedgerUrl, 'must be file: and the path of a file, such as file:./data/ledger.db');

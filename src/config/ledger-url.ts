import { ParsedBy } from './parsed-by.js';

/** Where a ledger is kept. */
export type LedgerPlace =
  /** Path of an SQLite database. */
  | { readonly file: string }
  /** Of a Postgres database, with its user and password: never in a log. */
  | { readonly postgresUrl: string };

const FILE = 'file:';
const POSTGRES = /^postgres(?:ql)?:\/\/[^/]/;

/** libpq's words for how a connection is encrypted, and whom it trusts. */
const SSL_MODES = new Set(['disable', 'prefer', 'require', 'verify-ca', 'verify-full']);

/**
 * The place that `file:./data/ledger.db`, `file:/data/ledger.db`, `file:///data/ledger.db` or
 * `postgres://user:password@host/database` names; undefined for other text.
 */
export const parseLedgerUrl = (text: string): LedgerPlace | undefined => {
  if (text.startsWith(FILE)) return parseFileUrl(text.slice(FILE.length));
  return POSTGRES.test(text) && isPostgresUrl(text) ? { postgresUrl: text } : undefined;
};

const parseFileUrl = (rest: string): LedgerPlace | undefined => {
  const path = rest.replace(/^\/\/(?=\/)/, '');
  return path === '' || path.startsWith('//') || path.endsWith('/') || path.includes('?') ? undefined : { file: path };
};

const isPostgresUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { pathname, searchParams } = new URL(text);
  const mode = searchParams.get('sslmode');
  return pathname.length > 1 && (mode === null || SSL_MODES.has(mode));
};

/** A field that holds the {@link LedgerPlace}. */
export const IsLedgerUrl = (): PropertyDecorator =>
  ParsedBy(
    parseLedgerUrl,
    'must be file: and the path of a file, such as file:./data/ledger.db, or a Postgres database, such as postgres://user:password@host/ledger',
  );

import { DatabaseError } from 'pg';
import { ConflictError, StoreUnavailableError } from '../store.errors.js';

/** What to say of the database for a code of Postgres, of a socket or of TLS, or for the two characters of its class. */
const SENTENCES: Readonly<Record<string, string>> = {
  '08': 'has closed the connection',
  '08P01': 'is behind a connection pooler, such as PgBouncer, that does not pass on what a session needs',
  '25006': 'cannot be written: it is read-only, as a standby is',
  '28': 'refuses the user or the password',
  '3D000': 'does not exist: create it first',
  '3F000': 'has no schema in which tables can be made',
  '42501': 'may not be used: the user lacks a permission',
  '53': 'has no resources left: too many connections, or no memory',
  '53100': 'cannot be written: the disk is full',
  '55P03': 'is locked by another process',
  '57014': 'has not answered in time',
  '57': 'is stopping or starting, or has closed the connection',
  '58': 'cannot be read or written: the disk failed',
  XX001: 'is damaged: restore a backup',
  XX002: 'is damaged: restore a backup',
  ECONNREFUSED: 'cannot be reached: the connection is refused',
  ECONNRESET: 'has closed the connection',
  EPIPE: 'has closed the connection',
  ENOTFOUND: 'cannot be reached: no such host',
  EAI_AGAIN: 'cannot be reached: no such host',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'cannot be reached: no answer in time',
  ENOENT: 'cannot be reached: no such socket or certificate file',
  CERT_HAS_EXPIRED: 'shows a certificate that has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'shows a certificate that is not trusted (sslrootcert)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate of another host',
  SELF_SIGNED_CERT_IN_CHAIN: 'shows a certificate that is not trusted (sslrootcert)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'shows a certificate that is not trusted (sslrootcert)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'shows a certificate that is not trusted (sslrootcert)',
};

/** The same for errors of `pg` itself, which have no code, by words of their message. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/read timeout/i, 'has not answered in time'],
  [/timeout/i, 'cannot be reached: no answer in time'],
  [/does not support SSL/, 'does not speak TLS, which sslmode asks for'],
  [/SASL|password/i, 'refuses the user or the password'],
  [/terminated|not queryable|closed/i, 'has closed the connection'],
];

/** Another transaction has written first: a number that is taken, or a snapshot that is old. */
const CONFLICTS = new Set(['23505', '40001', '40P01']);

/** The fields of errors of Postgres, of `pg`, of sockets and of TLS. */
interface Failure {
  readonly message?: string;
  readonly code?: string;
}

/**
 * An error of Postgres or of the way to it as a ConflictError or a StoreUnavailableError, in a
 * sentence that names no host and no user; the error itself if it is neither.
 */
export const toStoreFailure = (error: unknown): unknown => {
  const { code = '', message = '' } = error as Failure;
  if (CONFLICTS.has(code)) return new ConflictError('another process has written', { cause: error });
  const sentence = SENTENCES[code] ?? SENTENCES[code.slice(0, 2)] ?? ofMessage(error, message);
  return sentence ? new StoreUnavailableError(`the ledger's database ${sentence}`, { cause: error }) : error;
};

/** Whether the connection cannot be used after this error, because it is lost or its answer is still to come. */
export const isLost = (error: unknown): boolean => !(error instanceof DatabaseError) || error.severity === 'FATAL';

const ofMessage = (error: unknown, message: string): string | undefined =>
  error instanceof DatabaseError ? undefined : BY_MESSAGE.find(([words]) => words.test(message))?.[1];

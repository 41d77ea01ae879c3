import { StoreUnavailableError } from '../store.errors.js';

/** What to say of the database for each primary result code of SQLite that is not a fault of the program. */
const SENTENCES: Readonly<Record<number, string>> = {
  3: 'may not be opened: no permission',
  5: 'is locked by another process',
  6: 'is locked by another process',
  8: 'cannot be written: it is read-only',
  10: 'cannot be read or written: the disk failed',
  11: 'is damaged: restore a backup',
  13: 'cannot be written: the disk is full',
  14: 'cannot be opened: no such file, or no permission',
  26: 'is not a database, or is damaged',
};

const PRIMARY_CODE = 0xff;

/** Result codes by SQLite's message: errors of the package have no code when reading rows fails. */
const CODES: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'file is not a database': 26,
};

const FILE_SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened: no permission',
  EPERM: 'may not be opened: no permission',
  EROFS: 'cannot be written: the file system is read-only',
  EEXIST: 'cannot be made: a file is in the place of its folder',
  ENOTDIR: 'cannot be made: a file is in the place of its folder',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: the disk is full',
};

/** The fields of errors of SQLite and of the file system. */
interface Failure {
  readonly message?: string;
  /** `ERR_SQLITE_ERROR`, or of the file system, such as `EACCES`. */
  readonly code?: string;
  readonly syscall?: string;
  /** SQLite's extended result code; its low byte is the primary code. */
  readonly errcode?: number;
}

/**
 * An error of SQLite or of the file system as a StoreUnavailableError, in a sentence that names no
 * path; the error itself if it is neither.
 */
export const toStoreFailure = (error: unknown): unknown => {
  const sentence = sentenceOf(error as Failure);
  return sentence ? new StoreUnavailableError(`the ledger's database ${sentence}`, { cause: error }) : error;
};

const sentenceOf = ({ code, syscall, errcode, message = '' }: Failure): string | undefined => {
  if (code === 'ERR_SQLITE_ERROR') return SENTENCES[(errcode ?? CODES[message] ?? 0) & PRIMARY_CODE];
  if (syscall === undefined || code === undefined) return undefined;
  return FILE_SENTENCES[code] ?? `cannot be opened: ${code}`;
};

/** Runs an action with its errors turned by {@link toStoreFailure}. */
export const withStoreFailures = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw toStoreFailure(error);
  }
};

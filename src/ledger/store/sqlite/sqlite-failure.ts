import { StoreUnavailableError } from '../ledger-store.js';

/** SQLite's primary result codes that say something of the file or the machine, not of the program. */
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

const FILE_SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened: no permission',
  EPERM: 'may not be opened: no permission',
  EROFS: 'cannot be written: the file system is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: the disk is full',
};

/**
 * An error of SQLite or of the file system as a StoreUnavailableError, in a sentence that names no
 * path; the error itself if it is neither.
 */
export const toStoreFailure = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof StoreUnavailableError) return error;
  const sentence = sentenceOf(error);
  return sentence ? new StoreUnavailableError(`the ledger's database ${sentence}`, { cause: error }) : error;
};

const sentenceOf = (error: Error & { readonly code?: unknown; readonly errcode?: unknown }): string | undefined => {
  if (typeof error.errcode === 'number') return SENTENCES[error.errcode & PRIMARY_CODE];
  if (!('syscall' in error) || typeof error.code !== 'string') return undefined;
  return FILE_SENTENCES[error.code] ?? `cannot be opened: ${error.code}`;
};

/** Runs an action with its errors turned by {@link toStoreFailure}. */
export const withStoreFailures = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw toStoreFailure(error);
  }
};

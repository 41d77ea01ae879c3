/** Another process has written since this one read the journal, so this one must read it again. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** The store cannot be read or written now. The message says why in words for a log. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The setting names a store that can never work here. The message says why in words for a log. */
export class StoreSettingError extends Error {
  override readonly name = 'StoreSettingError';
}

/** A backup was asked for under the name of a file that exists. Nothing was written. */
export class BackupExistsError extends Error {
  override readonly name = 'BackupExistsError';
}

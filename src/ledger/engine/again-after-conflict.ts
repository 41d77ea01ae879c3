import { ConflictError } from '../store/store.errors.js';

/** Tries once more if another process has written: the memory was dropped, and the rule looks again. */
export const againAfterConflict = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return attempt();
  }
};

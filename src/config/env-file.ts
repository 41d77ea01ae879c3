import { readFileSync } from 'node:fs';

/**
 * Throws in plain words if `.env` exists and cannot be read. `@nestjs/config` would throw Node's
 * bare error, or ignore the file and let the service start with other settings than the operator
 * wrote.
 */
export const assertEnvFileIsReadable = (path = '.env'): void => {
  try {
    readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    const reason = code === 'EISDIR' ? 'it is a directory' : `reading it failed with ${code}`;
    throw new Error(`${path} cannot be read: ${reason}`, { cause: error });
  }
};

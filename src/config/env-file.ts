import { readFileSync } from 'node:fs';

/** Throws, in plain words, where there is a `.env` that cannot be read: the service would start on other settings than it has. */
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

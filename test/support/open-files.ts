import { existsSync, readdirSync, readlinkSync } from 'node:fs';

const DESCRIPTORS = '/proc/self/fd';

/** How many regular files this process has open; 0 where the system does not say. */
export const openFiles = (): number =>
  existsSync(DESCRIPTORS) ? readdirSync(DESCRIPTORS).filter((descriptor) => isFile(descriptor)).length : 0;

/** A descriptor may close between its listing and its reading. */
const isFile = (descriptor: string): boolean => {
  try {
    return /^\/(?!dev\/|proc\/)/.test(readlinkSync(`${DESCRIPTORS}/${descriptor}`));
  } catch {
    return false;
  }
};

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A chunk of an older build is kept this long, for a service that runs from it. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const CHUNK = /-[\w-]{8}\.js(\.map)?$/;

/** Removes the chunks that no build of the last day has written. */
export const removeOldChunks = (folder) => {
  const oldest = Date.now() - KEPT_MS;
  const old = readdirSync(folder).filter((name) => CHUNK.test(name) && statSync(join(folder, name)).mtimeMs < oldest);
  for (const name of old) rmSync(join(folder, name));
};

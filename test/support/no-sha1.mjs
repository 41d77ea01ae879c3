import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// Preloaded by a test: after a signal, the tag of an answer cannot be made.
const { createHash } = crypto;
process.on('SIGUSR2', () => {
  crypto.createHash = (name, ...rest) => {
    if (name === 'sha1') throw new Error('there is no SHA-1');
    return createHash(name, ...rest);
  };
  syncBuiltinESMExports();
});

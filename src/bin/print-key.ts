import { createKey } from '../auth/create-key.js';

// `npm run key -- NAME [SCOPE ...]`: prints a new key and its entry in API_KEYS. The key cannot be
// shown again: the service has only its hash.
const [name = '', ...scopes] = process.argv.slice(2);
try {
  const { key, entry } = createKey(name, scopes.length > 0 ? scopes.join('+') : undefined);
  process.stdout.write(
    `The key, for the caller; it is not stored anywhere:\n  ${key}\nIts entry in API_KEYS:\n  ${entry}\n`,
  );
} catch (error) {
  process.stderr.write(`${String(error)}\nUsage: npm run key -- NAME [SCOPE ...]\n`);
  process.exitCode = 1;
}

import { createKey } from '../auth/create-key.js';

// Makes a key, for `npm run key -- NAME [SCOPES]`. It is shown this once: the service knows only its hash.
const [name = '', scopes] = process.argv.slice(2);
try {
  const { key, entry } = createKey(name, scopes);
  process.stdout.write(`The key, for whoever calls; nothing keeps it:\n  ${key}\nIts entry in API_KEYS:\n  ${entry}\n`);
} catch (error) {
  process.stderr.write(`${String(error)}\nUsage: npm run key -- NAME [SCOPE+SCOPE]\n`);
  process.exitCode = 1;
}

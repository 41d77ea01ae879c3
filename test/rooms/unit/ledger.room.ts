import { runSpecs } from '../run-specs.js';

await runSpecs('src/ledger', 'test/ledger-sim', 'test/ledger-store');

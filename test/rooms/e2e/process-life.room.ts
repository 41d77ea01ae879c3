import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/process/key.e2e.spec.ts',
  'test/process/ledger.e2e.spec.ts',
  'test/process/start.e2e.spec.ts',
  'test/process/stop.e2e.spec.ts',
  'test/process/traces.e2e.spec.ts',
  'test/process/uncaught.e2e.spec.ts',
);

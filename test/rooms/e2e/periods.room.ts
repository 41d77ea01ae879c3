import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/periods',
  'test/readings',
  'test/adjustments',
  'test/reconciliation',
  'test/ledger',
  'test/summary',
);

import { runSpecs } from '../run-specs.js';

await runSpecs(
  'src/adjustments',
  'src/reconciliation',
  'src/billing',
  'src/upstream',
  'src/usage',
  'src/receipts',
  'src/summary',
  'src/comparison',
  'src/rate-cards',
  'src/http',
  'src/server',
  'src/observability',
);

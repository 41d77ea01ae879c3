import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/upstream/breaker.e2e.spec.ts',
  'test/upstream/client-failures.spec.ts',
  'test/upstream/connections.e2e.spec.ts',
  'test/upstream/correlated-failures.e2e.spec.ts',
  'test/upstream/economy.e2e.spec.ts',
  'test/upstream/pool.e2e.spec.ts',
  'test/upstream/retry-after.e2e.spec.ts',
  'test/upstream/sharing.e2e.spec.ts',
  'test/upstream/slowness.e2e.spec.ts',
  'test/upstream/warnings.e2e.spec.ts',
  'test/upstream/well.e2e.spec.ts',
);

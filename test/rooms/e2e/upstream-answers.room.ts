import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/upstream/bodies.e2e.spec.ts',
  'test/upstream/body-bounds.e2e.spec.ts',
  'test/upstream/client.spec.ts',
  'test/upstream/encodings.e2e.spec.ts',
  'test/upstream/messages-accepted.e2e.spec.ts',
  'test/upstream/messages-contract.e2e.spec.ts',
  'test/upstream/missing-reports.e2e.spec.ts',
  'test/upstream/reports-contract.e2e.spec.ts',
  'test/upstream/sample.e2e.spec.ts',
  'test/upstream/statuses.e2e.spec.ts',
  'test/upstream/texts.e2e.spec.ts',
  'test/upstream/validators.e2e.spec.ts',
);

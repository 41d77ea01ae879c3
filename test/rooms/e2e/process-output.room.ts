import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/dashboard',
  'test/process/bundle.e2e.spec.ts',
  'test/process/image.e2e.spec.ts',
  'test/process/log.e2e.spec.ts',
  'test/process/stderr.e2e.spec.ts',
  'test/process/terminal.e2e.spec.ts',
);

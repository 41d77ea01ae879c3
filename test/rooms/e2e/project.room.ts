import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/project',
  'test/bench',
  'test/architecture.spec.ts',
  'test/rooms',
  'test/openapi',
  'test/clients',
  'test/estimates',
);

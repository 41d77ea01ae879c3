import { runSpecs } from '../run-specs.js';

await runSpecs('test/server', 'test/health', 'test/service-index');

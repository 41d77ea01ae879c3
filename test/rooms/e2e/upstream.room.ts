import { runSpecs } from '../run-specs.js';

await runSpecs('test/upstream');

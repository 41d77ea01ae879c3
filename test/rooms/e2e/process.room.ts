import { runSpecs } from '../run-specs.js';

await runSpecs('test/process', 'test/dashboard');

import { runSpecs } from '../run-specs.js';

await runSpecs('src/time');

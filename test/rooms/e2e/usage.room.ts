import { runSpecs } from '../run-specs.js';

await runSpecs('test/usage', 'test/receipts', 'test/rate-cards');

import { runSpecs } from '../run-specs.js';

await runSpecs('test/receipts', 'test/rate-cards');

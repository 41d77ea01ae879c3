import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/browser/access.browser.ts',
  'test/browser/amounts.browser.ts',
  'test/browser/as-billed.browser.ts',
  'test/browser/bill-changes.browser.ts',
  'test/browser/documentation.browser.ts',
  'test/browser/failures.browser.ts',
  'test/browser/faults.browser.ts',
  'test/browser/key.browser.ts',
  'test/browser/languages.browser.ts',
);

import { runSpecs } from '../run-specs.js';

await runSpecs(
  'test/browser/overview.browser.ts',
  'test/browser/parts.browser.ts',
  'test/browser/path-prefix.browser.ts',
  'test/browser/price-lists.browser.ts',
  'test/browser/print.browser.ts',
  'test/browser/receipts.browser.ts',
  'test/browser/selections.browser.ts',
  'test/browser/statement.browser.ts',
  'test/browser/states.browser.ts',
  'test/browser/stray-timestamps.browser.ts',
  'test/browser/table.browser.ts',
  'test/browser/translation.browser.ts',
  'test/browser/view.browser.ts',
);

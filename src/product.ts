import { readFileSync } from 'node:fs';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** Who this is, from package.json: the one place that says it. */
export const PRODUCT = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Product;

import { readFileSync } from 'node:fs';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** Name, version and description of this service, as package.json has them. */
export const PRODUCT = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Product;

import { expect, it } from '@jest/globals';
import { regexPrice } from './regex-price.js';

it.each([
  ['Are there any restrictions on alterations or improvements?', 5.2],
  ['orbital latibro', 2.1],
  ['aba', 2],
  ['', 1],
])('prices "%s" as the service does', (text, expected) => {
  expect(regexPrice(text)).toBe(expected);
});

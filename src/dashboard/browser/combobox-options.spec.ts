import { expect, it } from '@jest/globals';
import { findOptions } from './combobox-options.js';

const OPTIONS = ['Europe/London', 'America/New_York', 'America/Indiana/Knox', 'Précis of Covenants'].map((name) => ({
  value: name,
  name,
  note: name === 'Europe/London' ? 'this browser' : undefined,
}));

it.each`
  query             | found
  ${''}             | ${['Europe/London', 'America/New_York', 'America/Indiana/Knox', 'Précis of Covenants']}
  ${'new york'}     | ${['America/New_York']}
  ${'NEW_YORK'}     | ${['America/New_York']}
  ${'knox america'} | ${['America/Indiana/Knox']}
  ${'precis'}       | ${['Précis of Covenants']}
  ${'browser'}      | ${['Europe/London']}
  ${'mars'}         | ${[]}
`('finds options by their words: “$query”', ({ query, found }) => {
  expect(findOptions(OPTIONS, query as string).map(({ name }) => name)).toEqual(found);
});

import { describe, expect, it } from '@jest/globals';
import type { ValidationError } from 'class-validator';
import { countTurns } from '../../test/support/count-turns.js';
import { checkLists, ListOf } from './list-of.js';

class Element {
  text?: string;
}

class Listing {
  @ListOf(Element, 'must hold objects')
  elements?: unknown;
}

const listing = (elements: unknown): Listing => Object.assign(new Listing(), { elements });
const found: ValidationError = { property: 'text', constraints: { isString: 'must be a string' } };
const check = (element: object) => (Reflect.get(element, 'text') === 5 ? [found] : []);

describe('a list of objects', () => {
  it.each<{ what: string; elements: unknown; errors: object[] }>`
    what                        | elements                        | errors
    ${'right ones'}             | ${[{ text: 'a' }, {}]}          | ${[]}
    ${'none'}                   | ${[]}                           | ${[]}
    ${'a list that is none'}    | ${'abc'}                        | ${[]}
    ${'a list that is missing'} | ${undefined}                    | ${[]}
    ${'one that is wrong'}      | ${[{ text: 'a' }, { text: 5 }]} | ${[{ property: 'elements', children: [{ property: '1', children: [found] }] }]}
    ${'one that is no object'}  | ${[7, {}]}                      | ${[{ property: 'elements', children: [{ property: '0', constraints: { nestedValidation: 'must hold objects' } }] }]}
    ${'one that is null'}       | ${[null]}                       | ${[{ property: 'elements', children: [{ property: '0', constraints: { nestedValidation: 'must hold objects' } }] }]}
  `('is checked element by element: $what', async ({ elements, errors }) => {
    expect(await checkLists(listing(elements), [], check)).toEqual(errors);
  });

  it('has instances of the class of its elements afterwards', async () => {
    const { elements } = listing([{ text: 'a' }]);
    await checkLists(listing(elements), [], check);
    expect((elements as unknown[])[0]).toBeInstanceOf(Element);
  });

  it('is not looked into where it is wrong itself', async () => {
    expect(await checkLists(listing([{ text: 5 }]), [{ property: 'elements' }], check)).toEqual([]);
  });

  it('of no class is none', async () => {
    expect(await checkLists({ elements: [{ text: 5 }] }, [], check)).toEqual([]);
  });

  it('lets others go first between its elements', async () => {
    const elements = Array.from({ length: 1000 }, () => ({ text: 'a' }));
    expect(await countTurns(() => checkLists(listing(elements), [], check))).toEqual({ result: [], turns: 1000 });
  });
});

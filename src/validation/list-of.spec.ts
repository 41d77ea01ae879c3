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

describe('checkLists', () => {
  it.each<{ what: string; elements: unknown; errors: object[] }>`
    what                         | elements                        | errors
    ${'valid elements'}          | ${[{ text: 'a' }, {}]}          | ${[]}
    ${'no elements'}             | ${[]}                           | ${[]}
    ${'a value that is no list'} | ${'abc'}                        | ${[]}
    ${'a missing list'}          | ${undefined}                    | ${[]}
    ${'an invalid element'}      | ${[{ text: 'a' }, { text: 5 }]} | ${[{ property: 'elements', children: [{ property: '1', children: [found] }] }]}
    ${'a number'}                | ${[7, {}]}                      | ${[{ property: 'elements', children: [{ property: '0', constraints: { nestedValidation: 'must hold objects' } }] }]}
    ${'null'}                    | ${[null]}                       | ${[{ property: 'elements', children: [{ property: '0', constraints: { nestedValidation: 'must hold objects' } }] }]}
  `('checks element by element: $what', async ({ elements, errors }) => {
    expect(await checkLists(listing(elements), [], check)).toEqual(errors);
  });

  it('replaces the elements by instances of their class', async () => {
    const { elements } = listing([{ text: 'a' }]);
    await checkLists(listing(elements), [], check);
    expect((elements as unknown[])[0]).toBeInstanceOf(Element);
  });

  it('skips a list that is invalid itself', async () => {
    expect(await checkLists(listing([{ text: 5 }]), [{ property: 'elements' }], check)).toEqual([]);
  });

  it('ignores an object whose class has no lists', async () => {
    expect(await checkLists({ elements: [{ text: 5 }] }, [], check)).toEqual([]);
  });

  it('yields between elements', async () => {
    const elements = Array.from({ length: 1000 }, () => ({ text: 'a' }));
    expect(await countTurns(() => checkLists(listing(elements), [], check))).toEqual({ result: [], turns: 1000 });
  });
});

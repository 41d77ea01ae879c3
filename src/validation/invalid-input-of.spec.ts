import { describe, expect, it } from '@jest/globals';
import type { ValidationError } from 'class-validator';
import { invalidInputOf } from './invalid-input-of.js';

/** As class-validator has them: an element of an array is a child of it, with its place as its name. */
const found = (
  property: string,
  constraints?: Record<string, string>,
  ...children: ValidationError[]
): ValidationError => ({ property, children, ...(constraints && { constraints }) });

const TEXT = { isString: 'must be a string' };

describe('what class-validator found', () => {
  it.each<{ what: string; error: ValidationError; errors: object[] }>`
    what                       | error                                                                       | errors
    ${'a field'}               | ${found('text', TEXT)}                                                      | ${[{ field: 'text', reason: 'must be a string' }]}
    ${'a field of an object'}  | ${found('card', undefined, found('title', TEXT))}                           | ${[{ field: 'card.title', reason: 'must be a string' }]}
    ${'an element'}            | ${found('messages', undefined, found('2', TEXT))}                           | ${[{ field: 'messages[2]', reason: 'must be a string' }]}
    ${'a field of an element'} | ${found('messages', undefined, found('2', undefined, found('text', TEXT)))} | ${[{ field: 'messages[2].text', reason: 'must be a string' }]}
    ${'an element of a body'}  | ${found('0', undefined, found('text', TEXT))}                               | ${[{ field: '[0].text', reason: 'must be a string' }]}
    ${'an unknown field'}      | ${found('txt', { whitelistValidation: 'property txt should not exist' })}   | ${[{ field: 'txt', reason: 'is not known here' }]}
    ${'nothing'}               | ${found('text')}                                                            | ${[]}
  `('is named by its path: $what', ({ error, errors }) => {
    expect(invalidInputOf([error]).errors).toEqual(errors);
  });

  it('is one sentence of all of it', () => {
    const error = invalidInputOf([found('text', TEXT), found('messages', undefined, found('0', TEXT))]);
    expect(error).toMatchObject({
      name: 'InvalidInputError',
      code: 'invalid-request',
      message: 'text must be a string; messages[0] must be a string',
    });
  });

  it.each<{ count: number; last: object }>`
    count   | last
    ${50}   | ${{ field: 'k49', reason: 'must be a string' }}
    ${51}   | ${{ field: 'the request', reason: 'has 1 more error' }}
    ${5000} | ${{ field: 'the request', reason: 'has 4950 more errors' }}
  `('is named up to the fiftieth, and of $count it says how many more', ({ count, last }) => {
    const { errors } = invalidInputOf(Array.from({ length: count }, (_, index) => found(`k${index}`, TEXT)));
    expect(errors).toHaveLength(Math.min(count, 51));
    expect(errors.at(-1)).toEqual(last);
  });
});

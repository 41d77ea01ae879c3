import { describe, expect, it } from '@jest/globals';
import type { ValidationError } from 'class-validator';
import { toInvalidInputError } from './to-invalid-input-error.js';

/** An error as class-validator reports it: an element of an array is a child named by its index. */
const found = (
  property: string,
  constraints?: Record<string, string>,
  ...children: ValidationError[]
): ValidationError => ({ property, children, ...(constraints && { constraints }) });

const TEXT = { isString: 'must be a string' };

describe('toInvalidInputError', () => {
  it.each<{ what: string; error: ValidationError; errors: object[] }>`
    what                       | error                                                                       | errors
    ${'a field'}               | ${found('text', TEXT)}                                                      | ${[{ field: 'text', reason: 'must be a string' }]}
    ${'a field of an object'}  | ${found('card', undefined, found('title', TEXT))}                           | ${[{ field: 'card.title', reason: 'must be a string' }]}
    ${'an element'}            | ${found('messages', undefined, found('2', TEXT))}                           | ${[{ field: 'messages[2]', reason: 'must be a string' }]}
    ${'a field of an element'} | ${found('messages', undefined, found('2', undefined, found('text', TEXT)))} | ${[{ field: 'messages[2].text', reason: 'must be a string' }]}
    ${'an element of a body'}  | ${found('0', undefined, found('text', TEXT))}                               | ${[{ field: '[0].text', reason: 'must be a string' }]}
    ${'an unknown field'}      | ${found('txt', { whitelistValidation: 'property txt should not exist' })}   | ${[{ field: 'txt', reason: 'is unknown' }]}
    ${'nothing'}               | ${found('text')}                                                            | ${[]}
  `('names by its path $what', ({ error, errors }) => {
    expect(toInvalidInputError([error]).errors).toEqual(errors);
  });

  it('joins all errors in one message', () => {
    const error = toInvalidInputError([found('text', TEXT), found('messages', undefined, found('0', TEXT))]);
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
  `('lists up to fifty errors and counts the others: $count', ({ count, last }) => {
    const { errors } = toInvalidInputError(Array.from({ length: count }, (_, index) => found(`k${index}`, TEXT)));
    expect(errors).toHaveLength(Math.min(count, 51));
    expect(errors.at(-1)).toEqual(last);
  });
});

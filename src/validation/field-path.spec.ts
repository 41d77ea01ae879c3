import { describe, expect, it } from '@jest/globals';
import { fieldPath } from './field-path.js';

describe('the path of a field', () => {
  it.each<{ pointer: string; path: string }>`
    pointer                     | path
    ${''}                       | ${''}
    ${'/messages'}              | ${'messages'}
    ${'/messages/17/timestamp'} | ${'messages[17].timestamp'}
    ${'/0/1/a'}                 | ${'[0][1].a'}
  `('is $path for $pointer', ({ pointer, path }) => {
    expect(fieldPath(pointer)).toBe(path);
  });
});

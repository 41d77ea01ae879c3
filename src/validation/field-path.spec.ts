import { describe, expect, it } from '@jest/globals';
import { formatFieldPath } from './field-path.js';

describe('formatFieldPath', () => {
  it.each<{ pointer: string; path: string }>`
    pointer                     | path
    ${''}                       | ${''}
    ${'/messages'}              | ${'messages'}
    ${'/messages/17/timestamp'} | ${'messages[17].timestamp'}
    ${'/0/1/a'}                 | ${'[0][1].a'}
  `('formats $pointer as $path', ({ pointer, path }) => {
    expect(formatFieldPath(pointer)).toBe(path);
  });
});

import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { presentedKey } from './presented-key.js';

describe('presentedKey', () => {
  it.each<{ behaviour: string; headers: IncomingHttpHeaders; key: string | undefined }>`
    behaviour                                   | headers                                              | key
    ${'comes as a bearer'}                      | ${{ authorization: 'Bearer abc' }}                   | ${'abc'}
    ${'comes as one in small letters'}          | ${{ authorization: 'bearer  abc ' }}                 | ${'abc'}
    ${'comes as X-API-Key'}                     | ${{ 'x-api-key': 'abc' }}                            | ${'abc'}
    ${'is the bearer where both come'}          | ${{ authorization: 'Bearer abc', 'x-api-key': 'x' }} | ${'abc'}
    ${'is beside a login of another kind'}      | ${{ authorization: 'Basic eA==', 'x-api-key': 'x' }} | ${'x'}
    ${'is none where nothing comes'}            | ${{}}                                                | ${undefined}
    ${'is none where it is empty'}              | ${{ 'x-api-key': '' }}                               | ${undefined}
    ${'is none where the bearer brings none'}   | ${{ authorization: 'Bearer' }}                       | ${undefined}
    ${'is none where it is of another scheme'}  | ${{ authorization: 'Basic abc' }}                    | ${undefined}
    ${'is none where it lacks its scheme'}      | ${{ authorization: 'abc' }}                          | ${undefined}
    ${'is none where it has a space within it'} | ${{ authorization: 'Bearer abc def' }}               | ${undefined}
  `('$behaviour', ({ headers, key }) => {
    expect(presentedKey({ headers } as Request)).toBe(key);
  });
});

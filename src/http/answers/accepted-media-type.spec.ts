import { describe, expect, it } from '@jest/globals';
import { acceptedMediaType } from './accepted-media-type.js';

const OFFERED = ['application/json', 'text/plain', 'text/csv'] as const;

describe('acceptedMediaType', () => {
  it.each<{ accept: string | undefined; type: string | undefined }>`
    accept                                                | type
    ${undefined}                                          | ${'application/json'}
    ${''}                                                 | ${'application/json'}
    ${' , ,'}                                             | ${'application/json'}
    ${'*/*'}                                              | ${'application/json'}
    ${'*/*;q=0.1'}                                        | ${'application/json'}
    ${'application/*'}                                    | ${'application/json'}
    ${'text/*'}                                           | ${'text/plain'}
    ${'text/csv'}                                         | ${'text/csv'}
    ${'TEXT/CSV'}                                         | ${'text/csv'}
    ${'text/csv; charset=utf-8'}                          | ${'text/csv'}
    ${'text/csv;header=present'}                          | ${'text/csv'}
    ${'text/csv ; header = "a, b; q=0" ; q=0.5'}          | ${'text/csv'}
    ${'text/csv;x="never closed'}                         | ${'text/csv'}
    ${'text/csv;x="a\\",application/json'}                | ${'text/csv'}
    ${'application/json;odata=verbose'}                   | ${'application/json'}
    ${'application/json;version=2;q=0.2, text/csv;q=0.3'} | ${'text/csv'}
    ${'text/plain, application/json'}                     | ${'text/plain'}
    ${'text/*, text/csv'}                                 | ${'text/csv'}
    ${'text/*, text/csv;q=0'}                             | ${'text/plain'}
    ${'*/*, application/json;q=0'}                        | ${'text/plain'}
    ${'*/*, application/*;q=0, text/plain;q=0'}           | ${'text/csv'}
    ${'text/csv;q=0, text/csv;header=absent'}             | ${'text/csv'}
    ${'application/xml, */*;q=0.1'}                       | ${'application/json'}
    ${'text/csv;Q=1.0, application/json;q=0.999'}         | ${'text/csv'}
    ${'text/csv;q=0.1, text/plain;q=0.1'}                 | ${'text/csv'}
    ${'application/json;q=0'}                             | ${undefined}
    ${'application/json;q=0.000, text/csv;q=0.0'}         | ${undefined}
    ${'*/*;q=0'}                                          | ${undefined}
    ${'text/html'}                                        | ${undefined}
    ${'application'}                                      | ${undefined}
    ${'*'}                                                | ${undefined}
    ${'*/json'}                                           | ${undefined}
    ${'image/*, application/xml'}                         | ${undefined}
    ${'application/json+ld'}                              | ${undefined}
  `('prefers $type for $accept', ({ accept, type }) => {
    expect(acceptedMediaType(accept, OFFERED)).toBe(type);
  });
});

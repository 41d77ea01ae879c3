import { describe, expect, it } from '@jest/globals';
import { readSettings } from './read-settings.js';

const addressOf = (value: string | undefined): string => readSettings({ COPILOT_API_BASE_URL: value }).upstream.baseUrl;

const collectorOf = (value: string): string | undefined =>
  readSettings({ COPILOT_API_BASE_URL: 'sample', OTEL_EXPORTER_OTLP_ENDPOINT: value }).traceCollector;

describe('COPILOT_API_BASE_URL', () => {
  it.each<{ behaviour: string; value: string; address: string }>`
    behaviour                           | value                                                 | address
    ${'may have a path'}                | ${'https://owpublic.blob.core.windows.net/tech-task'} | ${'https://owpublic.blob.core.windows.net/tech-task'}
    ${'may be on this machine'}         | ${'http://127.0.0.1:9000'}                            | ${'http://127.0.0.1:9000'}
    ${'may be an IPv6 address'}         | ${'http://[::1]:9000'}                                | ${'http://[::1]:9000'}
    ${'loses the slash at its end'}     | ${'https://upstream.test/'}                           | ${'https://upstream.test'}
    ${'loses every slash at its end'}   | ${'https://upstream.test/api//'}                      | ${'https://upstream.test/api'}
    ${'may be the word for the sample'} | ${'sample'}                                           | ${'sample'}
  `('$behaviour: $value', ({ value, address }) => {
    expect(addressOf(value)).toBe(address);
  });

  it.each<{ behaviour: string; value: string | undefined }>`
    behaviour                                                      | value
    ${'may not be missing'}                                        | ${undefined}
    ${'may not be empty'}                                          | ${''}
    ${'may not be relative'}                                       | ${'/api'}
    ${'may not lack its scheme'}                                   | ${'upstream.test/api'}
    ${'may not lack its host'}                                     | ${'http://'}
    ${'may not have another scheme'}                               | ${'ftp://upstream.test'}
    ${'may not be a file'}                                         | ${'file:///etc/passwd'}
    ${'may not carry a user'}                                      | ${'https://user@upstream.test'}
    ${'may not carry a password'}                                  | ${'https://:secret@upstream.test'}
    ${'may not carry a query'}                                     | ${'https://upstream.test/api?sig=secret'}
    ${'may not carry a fragment'}                                  | ${'https://upstream.test/api#part'}
    ${'may not end in a ?, which would swallow the appended path'} | ${'https://upstream.test/api?'}
    ${'may not end in a #, which would swallow the appended path'} | ${'https://upstream.test/api#'}
    ${'may not end in a space'}                                    | ${'https://upstream.test/api '}
    ${'may not be another word'}                                   | ${'Sample'}
  `('$behaviour: $value', ({ value }) => {
    expect(() => addressOf(value)).toThrow(
      expect.objectContaining({
        problems: [
          'COPILOT_API_BASE_URL is required: an http(s) URL without credentials, query or fragment, or the word sample for the bundled sample period',
        ],
      }),
    );
  });
});

describe('OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  it.each<{ behaviour: string; value: string; collector: string | undefined }>`
    behaviour                         | value                              | collector
    ${'is off if it is empty'}        | ${''}                              | ${undefined}
    ${'may be on another machine'}    | ${'http://collector:4318'}         | ${'http://collector:4318'}
    ${'may have a path'}              | ${'https://collector.test/tenant'} | ${'https://collector.test/tenant'}
    ${'loses the slashes at its end'} | ${'http://collector:4318//'}       | ${'http://collector:4318'}
  `('$behaviour: $value', ({ value, collector }) => {
    expect(collectorOf(value)).toBe(collector);
  });

  it.each<{ behaviour: string; value: string }>`
    behaviour                  | value
    ${'may not lack a scheme'} | ${'collector:4318'}
    ${'may not be gRPC'}       | ${'grpc://collector:4317'}
    ${'may not have a secret'} | ${'https://:secret@collector.test'}
    ${'may not have a query'}  | ${'https://collector.test/?key=secret'}
    ${'may not be a word'}     | ${'sample'}
  `('$behaviour: $value', ({ value }) => {
    expect(() => collectorOf(value)).toThrow(
      expect.objectContaining({
        problems: ['OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) URL without credentials, query or fragment'],
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const collectorOf = (value: string): string | undefined =>
  readSettings({ COPILOT_API_BASE_URL: 'sample', OTEL_EXPORTER_OTLP_ENDPOINT: value }).traceCollector;

describe('OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  it.each<{ behaviour: string; value: string; collector: string | undefined }>`
    behaviour                         | value                              | collector
    ${'is off where it is empty'}     | ${''}                              | ${undefined}
    ${'may be of another machine'}    | ${'http://collector:4318'}         | ${'http://collector:4318'}
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

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SCOPES } from '../../src/auth/scope.js';
import { EXAMPLES } from '../../src/openapi/examples.js';
import { apiKey, bearer } from '../support/keys.js';
import { withLedger } from '../support/memory-ledger.js';
import { undocumentedHeaders } from '../support/undocumented-headers.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { useService } from '../support/use-service.js';

const committed = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as OpenAPIObject;

describe('the OpenAPI document', () => {
  const service = useService({
    settings: { receiptText: true, apiKeys: [apiKey('finance', 'key-of-finance', ...SCOPES)] },
    upstream: { baseUrl: 'sample' },
    change: withLedger(TWO_PERIODS),
  });

  it('equals the committed openapi.json, which `npm run openapi` writes', async () => {
    const served = await service.http.get('/docs-json').expect(200);
    expect(served.body).toEqual(committed);
  });

  it('is also served as YAML and as a page', async () => {
    const yaml = await service.http.get('/docs-yaml').expect(200);
    expect(yaml.text).toContain('title: Copilot Credit Usage API');
    await service.http.get('/docs').expect(200).expect('Content-Type', /html/);
  });

  const operations = Object.entries(committed.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  );

  it.each(operations)(
    'documents $method $path: a summary, a tag, its answer and its problems',
    ({ path, method, operation }) => {
      expect(operation.summary).toMatch(/\w{3,}/);
      expect(operation.tags).toHaveLength(1);
      const isMade = path === '/v1/adjustments' && method === 'post';
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining([isMade ? '201' : '200', '500']));
      // The page alone refuses no parameter: they are for the browser.
      expect('400' in operation.responses).toBe(path !== '/dashboard');
      expect(operation.responses['500']?.content).toHaveProperty([
        'application/problem+json',
        'examples',
        'internal-error',
      ]);
    },
  );

  it.each(Object.entries(EXAMPLES))('shows the real answer to %s', async (asked, { request, answer }) => {
    const [method, path = ''] = asked.split(' ');
    const sent =
      method === 'POST' ? service.http.post(path).set('Idempotency-Key', 'k').send(request) : service.http.get(path);
    const response = await sent.set(bearer('key-of-finance'));
    const status = path === '/v1/adjustments' && method === 'POST' ? 201 : 200;
    expect({ status: response.status, body: response.body }).toEqual({ status, body: answer });
    expect(undocumentedHeaders(response, operationAt(method, path)?.responses)).toEqual([]);
  });

  const reads = Object.keys(EXAMPLES).filter((asked) => asked.startsWith('GET '));

  it.each(reads)('answers %s with 304 to its own ETag, as it documents', async (asked) => {
    const [, path = ''] = asked.split(' ');
    const { headers } = await service.http.get(path).set(bearer('key-of-finance'));
    const response = await service.http
      .get(path)
      .set(bearer('key-of-finance'))
      .set('If-None-Match', String(headers['etag']));
    expect(response.status).toBe(304);
    expect(undocumentedHeaders(response, operationAt('GET', path)?.responses)).toEqual([]);
  });
});

/** The operation that a request such as `GET /v1/periods/current` meets. */
const operationAt = (method = '', path: string): Operation | undefined => {
  const [wanted = ''] = path.split('?');
  const matches = Object.entries(committed.paths).filter(([template]) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(wanted),
  );
  // A path without parameters is the nearer one: `/v1/usage/summary`.
  const [, item] = matches.toSorted(([a], [b]) => a.split('{').length - b.split('{').length)[0] ?? [];
  return (item as Record<string, Operation> | undefined)?.[method.toLowerCase()];
};

interface Operation {
  readonly summary?: string;
  readonly tags?: string[];
  readonly responses: Record<string, { readonly content?: Record<string, unknown>; readonly headers?: object }>;
}

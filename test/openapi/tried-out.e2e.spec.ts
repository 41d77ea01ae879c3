import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/read-settings.js';
import { committedDocument, type Operation, operationsOf } from '../support/openapi-document.js';
import { undocumentedHeaders } from '../support/undocumented-headers.js';
import { useService } from '../support/use-service.js';

const { ledger } = readSettings({ COPILOT_API_BASE_URL: 'sample' });

/** What the demo has not got: adjustments and held readings, and callers with a key, who decide. */
const WITHOUT_ANSWER = new Set([
  'GET /v1/adjustments/{number}',
  'POST /v1/adjustments',
  'POST /v1/readings/{number}/decision',
]);

type Value = string | number | boolean;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: Value;
  readonly schema?: { readonly example?: Value; readonly default?: Value; readonly enum?: readonly Value[] };
}

/** What Swagger UI puts into the field of a parameter; `undefined` if it leaves it empty. */
const filledIn = ({ example, schema, required }: Parameter): Value | undefined =>
  example ?? schema?.example ?? schema?.default ?? (required ? schema?.enum?.[0] : undefined);

const addressOf = ({ path, operation }: Operation): string => {
  const filled = ((operation.parameters ?? []) as Parameter[]).flatMap((parameter) => {
    const value = filledIn(parameter);
    return value === undefined ? [] : [{ ...parameter, value: encodeURIComponent(value) }];
  });
  const query = filled.filter((parameter) => parameter.in === 'query').map(({ name, value }) => `${name}=${value}`);
  const route = filled
    .filter((parameter) => parameter.in === 'path')
    .reduce((address, { name, value }) => address.replace(`{${name}}`, value), path);
  return `${route}?${query.join('&')}`.replace(/\?$/, '');
};

const bodyOf = ({ requestBody }: Operation['operation']): object => {
  const content = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  const [example] = Object.values(content?.examples ?? {}) as { readonly value: object }[];
  return example?.value ?? {};
};

describe('the page at /docs, on the demo', () => {
  const service = useService({
    // So that the bill has an `Age` from the second answer on.
    settings: { usageMaxAgeMs: 60_000, ...(ledger && { ledger }) },
    upstream: { baseUrl: 'sample' },
  });
  const tried = operationsOf(committedDocument())
    .filter(({ name }) => !WITHOUT_ANSWER.has(name))
    .map((operation) => ({ ...operation, address: addressOf(operation) }));

  it.each(tried)('is answered when it sends $method $address as filled in', async ({ method, address, operation }) => {
    const sent = method === 'post' ? service.http.post(address).send(bodyOf(operation)) : service.http.get(address);
    const response = await sent;
    const responses = operation.responses as Record<string, { readonly content?: object; readonly headers?: object }>;
    const [mediaType] = Object.keys(responses['200']?.content ?? {});
    expect({ status: response.status, type: response.type }).toEqual({ status: 200, type: mediaType });
    expect(undocumentedHeaders(response, responses)).toEqual([]);
  });
});

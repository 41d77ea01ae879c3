import { describe, expect, it } from '@jest/globals';
import { breakingChanges } from './breaking-changes.js';
import type { Document, Operation, Schema } from './document.js';

const ENTRY: Schema = {
  type: 'object',
  properties: { id: { type: 'integer' }, name: { type: 'string' }, by: { type: 'string', enum: ['text', 'report'] } },
  required: ['id'],
};

const BODY: Schema = {
  type: 'object',
  properties: { text: { type: 'string', maxLength: 100 }, kind: { type: 'string', enum: ['a', 'b'] } },
  required: ['text'],
};

const OPERATION: Operation = {
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 1000 } }],
  requestBody: { required: true, content: { 'application/json': { schema: BODY } } },
  responses: {
    200: {
      content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Entry' } } } },
    },
  },
};

const documentOf = (operation: Operation, entry: Schema = ENTRY): Document => ({
  paths: { '/things': { post: operation } },
  components: { schemas: { Entry: entry } },
});

const found = (operation: Operation, entry?: Schema): string[] =>
  breakingChanges(documentOf(OPERATION), documentOf(operation, entry)).map((line) =>
    line.replace('POST /things: ', ''),
  );

const withAnswer = (entry: Schema): string[] => found(OPERATION, entry);
const withBody = (schema: Schema): string[] =>
  found({ ...OPERATION, requestBody: { required: true, content: { 'application/json': { schema } } } });
const withParameters = (parameters: Operation['parameters'] & object): string[] => found({ ...OPERATION, parameters });

describe('a change of the OpenAPI document breaks clients', () => {
  it('if a route or a method is gone', () => {
    expect(breakingChanges(documentOf(OPERATION), { paths: {} })).toEqual(['POST /things: is gone']);
    expect(breakingChanges(documentOf(OPERATION), { paths: { '/things': {} } })).toEqual(['POST /things: is gone']);
  });

  it('if the status, the media type or a field of an answer is gone or of another type', () => {
    expect(found({ ...OPERATION, responses: {} })).toEqual(['200 is gone']);
    expect(found({ ...OPERATION, responses: { 200: { content: {} } } })).toEqual(['200 is not application/json']);
    expect(withAnswer({ ...ENTRY, properties: { id: { type: 'integer' } } })).toEqual([
      '200[].name is gone',
      '200[].by is gone',
    ]);
    expect(withAnswer({ ...ENTRY, required: [] })).toEqual(['200[].id may be absent']);
    expect(withAnswer({ ...ENTRY, properties: { ...ENTRY.properties, id: { type: 'number' } } })).toEqual([
      '200[].id is number, not integer',
    ]);
    expect(withAnswer({ ...ENTRY, properties: { ...ENTRY.properties, name: { type: ['string', 'null'] } } })).toEqual([
      '200[].name is null, not string',
    ]);
    expect(withAnswer({ oneOf: [ENTRY, { type: 'string' }] })).toEqual(['200[] is string, not object']);
  });

  it('if a parameter is gone, narrower or newly required', () => {
    expect(withParameters([])).toEqual(['the parameter limit is gone']);
    expect(withParameters([{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } }])).toEqual([
      'the parameter limit has a narrower maximum',
    ]);
    expect(withParameters([{ name: 'limit', in: 'query', required: true, schema: { type: 'integer' } }])).toEqual([
      'the parameter limit is required',
    ]);
    const added = { name: 'new', in: 'query', required: true };
    expect(withParameters([...(OPERATION.parameters ?? []), added])).toEqual(['the parameter new is required']);
  });

  it('if a body takes less than before', () => {
    expect(withBody({ ...BODY, required: ['text', 'kind'] })).toEqual(['the body.kind is required']);
    expect(withBody({ ...BODY, properties: { text: { type: 'string' } } })).toEqual([
      'the body.kind is no longer taken',
    ]);
    expect(withBody({ ...BODY, properties: { ...BODY.properties, kind: { type: 'string', enum: ['a'] } } })).toEqual([
      'the body.kind no longer takes b',
    ]);
    expect(withBody({ ...BODY, properties: { ...BODY.properties, text: { type: 'integer' } } })).toEqual([
      'the body.text must be integer, not string',
    ]);
  });

  it('if it needs a key that it did not need', () => {
    expect(found({ ...OPERATION, security: [{ bearer: [] }] })).toEqual(['needs a key']);
  });
});

describe('a change of the OpenAPI document breaks no client', () => {
  it('if it adds routes, fields, statuses, values of answers or optional parameters, or renames a schema', () => {
    const { components, paths } = documentOf(
      {
        ...OPERATION,
        parameters: [...(OPERATION.parameters ?? []), { name: 'new', in: 'query' }],
        responses: {
          ...OPERATION.responses,
          200: {
            content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Row' } } } },
          },
          404: {},
        },
      },
      ENTRY,
    );
    const row: Schema = {
      allOf: [{ $ref: '#/components/schemas/Entry' }],
      properties: { by: { type: 'string', enum: ['text', 'report', 'other'] }, more: { type: 'boolean' } },
      required: ['more'],
    };
    const after: Document = {
      paths: { ...paths, '/others': {} },
      components: { schemas: { ...components?.schemas, Row: row } },
    };
    expect(breakingChanges(documentOf(OPERATION), after)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RATE_CARD_SCHEMA } from '../../src/pricing/index.js';
import { parseRateCard } from '../../src/rate-cards/rate-card.validator.js';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8'));

/** Paths of the properties of a schema, at any depth, that have no description. */
const fieldsWithoutDescription = (schema: unknown, path: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(path.endsWith('/properties') && !('description' in Object(value)) ? [`${path}/${key}`] : []),
    ...fieldsWithoutDescription(value, `${path}/${key}`),
  ]);
};

describe('docs/rate-card.schema.json', () => {
  it('is the schema that the service serves', () => {
    expect(readJson('rate-card.schema.json')).toEqual(RATE_CARD_SCHEMA);
  });

  it('describes every field, for an editor to show', () => {
    expect(fieldsWithoutDescription(RATE_CARD_SCHEMA, '')).toEqual([]);
  });
});

describe('docs/examples/graduated.json', () => {
  it('prices its own examples, which were computed by another program', () => {
    const { card, vectors } = parseRateCard(readJson('examples/graduated.json'));
    const acting = new Set(vectors.flatMap(({ lines = [] }) => lines.map(({ rule }) => rule)));

    expect(acting).toEqual(new Set(card.rules.map(({ code }) => code)));
  });
});

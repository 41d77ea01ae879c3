import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

import { BUNDLED_RATE_CARDS } from './rate-cards/bundled.js';
import { findVectors } from './vectors.js';

const ALL = BUNDLED_RATE_CARDS.flatMap(({ id }) => findVectors(id).vectors);
const FILE = readFileSync(new URL('vectors.json', import.meta.url), 'utf8');

const repeated = (texts: readonly string[]): string[] => texts.filter((text, index) => texts.indexOf(text) < index);

describe('the conformance vectors', () => {
  it.each<{ id: string; least: number }>`
    id                  | least
    ${'standard'}       | ${80}
    ${'token-estimate'} | ${20}
  `('number at least $least for the $id rate card, without a repeated text', ({ id, least }) => {
    const texts = findVectors(id).vectors.map(({ text }) => text);

    expect(texts.length).toBeGreaterThanOrEqual(least);
    expect(repeated(texts)).toEqual([]);
  });

  it('each have a different reason', () => {
    expect(repeated(ALL.map(({ why }) => why))).toEqual([]);
  });

  it('come with a description of how to read them', () => {
    expect(findVectors('standard').description.join('\n')).toMatch(/character is .+\n.*word is /);
  });

  it('do not exist for a rate card that is not bundled', () => {
    expect(findVectors('made-up').vectors).toEqual([]);
  });

  it('are escaped to ASCII, so that no editor or checkout changes a text', () => {
    expect(FILE).toMatch(/^[\n\x20-\x7E]+$/);
  });

  it.each(ALL)('add up: "$why"', ({ credits, lines }) => {
    const amounts = [credits, ...lines.map((line) => line.credits)];
    const hundredths = amounts.map((amount) => Math.round(amount * 100));
    const [total, ...parts] = hundredths;

    expect(hundredths.map((amount) => amount / 100)).toEqual(amounts);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
  });
});

import { describe, expect, it } from '@jest/globals';
import { playOnSqlite } from './play-on-store.js';

describe('a simulated history on SQLite', () => {
  it.each([1, 2, 3])('ends as on the model: seed %i', async (seed) => {
    expect(await playOnSqlite(seed)).toMatchObject({ steps: 140 });
  });
});

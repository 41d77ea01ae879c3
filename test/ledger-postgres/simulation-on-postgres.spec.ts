import { expect, it } from '@jest/globals';
import { playOnPostgres } from '../support/postgres/play-on-postgres.js';
import { describeOnPostgres, usePostgres } from '../support/postgres/use-postgres.js';

describeOnPostgres('a simulated history on Postgres', () => {
  const postgres = usePostgres();

  it('ends as on the model: seed 1', async () => {
    expect(await playOnPostgres(1, postgres())).toMatchObject({ steps: 140 });
  });
});

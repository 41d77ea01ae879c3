import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LedgerEngine } from '../../src/ledger/engine/ledger-engine.js';
import { openPostgresStore } from '../../src/ledger/store/postgres/open-postgres-store.js';
import { verifyLedger } from '../../src/ledger/verify/verify-ledger.js';
import { give, sent } from '../support/engine-readings.js';
import { eventually } from '../support/polling.js';
import { describeOnPostgres, usePostgres } from '../support/postgres/use-postgres.js';
import { ENGINE_OPTIONS } from '../support/use-ledger-engine.js';

const APRIL = [sent(1, 0), sent(2, 1), sent(3, 2), sent(4, 3)];
const MAY = [sent(11, 720), sent(12, 721)];
const DECISION = { decision: 'discard', reason: 'The upstream restored a backup', author: 'finance' } as const;

describeOnPostgres('two replicas on a Postgres', () => {
  const postgres = usePostgres();
  const started: LedgerEngine[] = [];
  let url: string;
  const start = (): LedgerEngine => {
    const engine = new LedgerEngine(() => openPostgresStore(url, ENGINE_OPTIONS.source), ENGINE_OPTIONS);
    started.push(engine);
    return engine;
  };
  let first: LedgerEngine;
  let second: LedgerEngine;

  beforeEach(async () => {
    url = await postgres().newUrl();
    [first, second] = [start(), start()];
    await first.writer.claim();
    await give(first, APRIL, 4);
  });
  afterEach(async () => {
    for (const engine of started.splice(0)) await engine.ledger.close();
  });

  /** Ends the connection that holds the lock, as a network that is cut does. */
  const cutOffTheWriter = () =>
    postgres().query(
      url,
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
    );

  it('tell the same, whichever has recorded', async () => {
    expect(await second.writer.claim()).toBe(false);
    await second.reader.periods();
    await give(first, MAY, 722);
    await give(first, MAY, 723);
    expect(await second.reader.periods()).toEqual(await first.reader.periods());
    expect(await second.reader.sealed('2024-04-29')).toEqual(await first.reader.sealed('2024-04-29'));
    await first.ledger.close();
    await eventually('the lock', () => second.writer.claim());
    expect(await give(second, MAY.slice(1), 724)).toMatchObject({ number: 3, outcome: 'applied' });
    expect(await start().reader.periods()).toEqual(await second.reader.periods());
  });

  it('see a confirmation of each other', async () => {
    await second.reader.periods();
    await give(first, APRIL, 5);
    expect((await second.reader.periods())[0]?.confirmedAt).toBe('2024-04-29T05:00:00.000Z');
  });

  it('leave out what came to one that has lost the right to record', async () => {
    await cutOffTheWriter();
    await second.reader.periods();
    await eventually('the lock', () => second.writer.claim());
    await give(second, MAY, 722);
    const late = async () => give(first, APRIL, 5);
    await late().catch(() => undefined);
    expect(await late()).toBeUndefined();
    expect((await first.reader.periods()).map(({ id, messages }) => `${id} ${messages}`)).toEqual([
      '2024-05-29 2',
      '2024-04-29 4',
    ]);
  });

  it('both take decisions, each reading is decided on once', async () => {
    await give(first, [], 5);
    await give(first, [sent(900, -100)], 6);
    const readings = (await second.reader.held()).map(({ number }) => number);
    expect(readings).toEqual([2, 3]);
    const decided = await Promise.allSettled([
      second.writer.decide({ ...DECISION, reading: 2 }, 8),
      first.writer.decide({ ...DECISION, reading: 3 }, 9),
    ]);
    expect(decided.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await expect(second.writer.decide({ ...DECISION, reading: 3 }, 10)).rejects.toMatchObject({
      code: 'already_decided',
    });
    const store = await openPostgresStore(url, 'default', { readOnly: true });
    const journal = await verifyLedger(store, { source: 'default' });
    expect(journal.state.decisions.map(({ number, reading }) => `${number}: ${reading}`).toSorted()).toHaveLength(2);
    await store.close();
  });

  it('find the ledger again after Postgres was stopped at once and started again', async () => {
    const { server } = postgres();
    const before = await second.reader.periods();
    await server.end('immediate');
    await expect(second.reader.periods()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await expect(give(first, MAY, 722)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await server.begin();
    expect(await second.reader.periods()).toEqual(before);
    expect(await first.writer.claim()).toBe(true);
    expect(await give(first, MAY, 723)).toMatchObject({ number: 2, outcome: 'applied' });
  });
});

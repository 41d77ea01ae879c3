import { describe, expect, it } from '@jest/globals';
import { give, HOUR_MS, sent, START_MS } from '../../../test/support/engine-readings.js';
import { useLedgerEngine } from '../../../test/support/use-ledger-engine.js';
import { credits } from '../../pricing/index.js';
import { verifyLedger } from '../verify/verify-ledger.js';

const WAIVER = {
  key: 'one',
  sha256: 'a'.repeat(64),
  message: { period: '2024-04-29', id: 1 },
  credits: credits('-0.5'),
  reason: 'asked twice by our fault',
  author: 'finance',
  atMs: START_MS + 800 * HOUR_MS,
};

describe('what people book, over a file', () => {
  const { start, openStore } = useLedgerEngine();

  it('is booked once, also by another process and after a restart', async () => {
    const engine = start();
    await give(engine, [sent(1, 0)], 3);
    const other = start();
    await other.reader.periods();
    const booked = await engine.writer.adjust(WAIVER);
    expect(booked).toMatchObject({ adjustment: { number: 1, kind: 'waiver', bookedIn: '2024-04-29' } });
    expect(await other.writer.adjust({ ...WAIVER, atMs: 0 })).toEqual(booked);
    expect(await start().writer.adjust({ ...WAIVER, atMs: 0 })).toEqual(booked);
    expect(await start().writer.adjust({ ...WAIVER, sha256: 'b'.repeat(64) })).toEqual({
      refusal: { code: 'idempotency_conflict' },
    });
    expect(await start().reader.adjustments()).toHaveLength(1);
  });

  it('is vouched for by the digest of the period that it is booked in', async () => {
    const engine = start();
    await give(engine, [sent(1, 0)], 3);
    await engine.writer.adjust(WAIVER);
    await give(engine, [sent(11, 720)], 722);
    await give(engine, [sent(11, 720), sent(12, 721)], 723);
    const [, april] = await engine.reader.periods();
    expect(april).toMatchObject({ status: 'closed', adjustments: credits('-0.5') });
    expect(april?.manifest).toMatchObject({ adjustments: { count: 1 } });
    const store = await openStore();
    const journal = await verifyLedger(store, { source: 'default' });
    expect(journal.state.adjustments).toHaveLength(1);
    await store.close();
  });
});

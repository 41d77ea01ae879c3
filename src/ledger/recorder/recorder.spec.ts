import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Bill } from '../../billing/bill.js';
import { BillEvents } from '../../billing/bill-events.js';
import { LargeTexts } from '../../billing/large-texts.js';
import { LedgerUnavailableError } from '../../billing/ledger.errors.js';
import { eventually } from '../../../test/support/polling.js';
import { MessageTable } from '../../period/message-table.js';
import { MetricsService } from '../../observability/metrics/metrics.service.js';
import { STANDARD } from '../../pricing/index.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import { Recorder } from './recorder.js';
import { RecorderState } from './recorder-state.js';

const CARD = {
  document: { id: 'standard', title: 'Standard', rules: [] },
  card: STANDARD,
  sha256: 'c0de',
  vectors: [],
};
const RECORDED = { number: 1, outcome: 'applied', reason: undefined, closed: [], textsDeleted: [] };

/** A bill of that many messages. */
const billOf = (messages: number): Bill => {
  const table = new MessageTable(2);
  for (let id = 1; id <= messages; id += 1) table.append({ id, text: '', timestamp: '2026-03-02T08:14:09Z' }, 100);
  return new Bill({ messages: table, reports: new Map() });
};

/** A thread that notes what it is asked, and fails the next reading if it is told to. */
class NotingWorker {
  readonly asked: string[] = [];
  isDown = false;
  isReader = false;
  isWindow = false;

  async call(_: string, method: string, argument?: { ids?: readonly number[] }): Promise<unknown> {
    await Promise.resolve();
    if (method === 'addMessages') this.asked.push(`${argument?.ids?.length} messages`);
    if (method === 'endReading' || method === 'confirm') this.asked.push(method);
    if (this.isDown && method === 'endReading') throw new LedgerUnavailableError('the disk is full');
    if (method === 'claim') return !this.isReader;
    if (method === 'looksLikeWindow') return this.isWindow;
    return method === 'held' ? [] : RECORDED;
  }
}

const start = () => {
  const worker = new NotingWorker();
  const events = new BillEvents();
  const state = new RecorderState(new MetricsService(), 'default');
  const recorder = new Recorder(
    worker as unknown as LedgerWorker,
    { first: CARD, later: [] },
    state,
    events,
    new LargeTexts(),
  );
  return { worker, events, state, recorder };
};

describe('the recorder', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const level of ['log', 'warn', 'error'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((message: unknown) => void said.push(String(message)));
  });
  afterEach(() => void jest.restoreAllMocks());

  it('records each bill that is made', async () => {
    const { worker, events } = start();
    events.billMade({ bill: billOf(3), repeatedIds: 0 });
    await eventually('a record', () => worker.asked.length === 2);
    expect(worker.asked).toEqual(['3 messages', 'endReading']);
  });

  it('confirms a bill that upstream has had since, and not one that it had before', async () => {
    const { worker, recorder } = start();
    const bill = billOf(3);
    await recorder.record(bill);
    await recorder.record(bill, 60_000);
    await recorder.record(bill);
    expect(worker.asked).toEqual(['3 messages', 'endReading', 'confirm']);
  });

  it('keeps only the newest of the bills that come while it records', async () => {
    const { worker, recorder } = start();
    await Promise.all([1, 2, 3, 4].map((messages) => recorder.record(billOf(messages))));
    expect(worker.asked).toEqual(['1 messages', 'endReading', '4 messages', 'endReading']);
  });

  it('gives a bill whole again after a failure, and says how the ledger is doing', async () => {
    const { worker, state, recorder } = start();
    const bill = billOf(2);
    worker.isDown = true;
    await recorder.record(bill);
    expect(state.report).toEqual({ isUp: false, reason: 'the disk is full' });
    worker.isDown = false;
    await recorder.record(bill);
    expect(worker.asked).toEqual(['2 messages', 'endReading', '2 messages', 'endReading']);
    expect(state.report).toMatchObject({
      isUp: true,
      held: { empty: 0, shrunk: 0, rewritten: 0, unrelated: 0, late: 0 },
    });
    expect(said).toEqual(['the ledger is down: the disk is full', 'the ledger is up again']);
  });

  it('records nothing while another replica does, and goes on when that has gone', async () => {
    const { worker, state, recorder } = start();
    const bill = billOf(2);
    worker.isReader = true;
    await recorder.record(bill);
    expect(worker.asked).toEqual([]);
    expect(state.report).toEqual({
      isUp: true,
      role: 'reader',
      held: { empty: 0, shrunk: 0, rewritten: 0, unrelated: 0, late: 0 },
    });
    worker.isReader = false;
    await recorder.record(bill);
    expect(worker.asked).toEqual(['2 messages', 'endReading']);
    expect(state.report).toMatchObject({ isUp: true, role: 'writer' });
    expect(said).toEqual(['another replica records: this one reads', 'this replica records from now on']);
  });

  it('says once that upstream looks like a window, and again if it looked otherwise since', async () => {
    const { worker, state, recorder } = start();
    for (const isWindow of [true, true, false, true]) {
      worker.isWindow = isWindow;
      await recorder.record(billOf(2));
      expect(state.report?.looksLikeWindow).toBe(isWindow || undefined);
    }
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^the oldest messages of the current period vanish little by little/);
  });

  it('begins nothing once it is stopped', async () => {
    const { worker, recorder } = start();
    recorder.stop();
    await recorder.record(billOf(1));
    expect(worker.asked).toEqual([]);
  });
});

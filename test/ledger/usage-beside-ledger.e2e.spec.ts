import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { createLedgerFolder } from '../support/ledger-folder.js';
import { LEDGER, listedPeriods } from '../support/ledger.js';
import { holdLock } from '../support/locked-file.js';
import { message, period, report } from '../support/period.js';
import { eventually } from '../support/polling.js';
import { type TestedService, useService } from '../support/use-service.js';

const FIRST = message({ id: 1 });
const PRICED = message({ id: 2, report_id: 7 });

/** What upstream does in turn: messages come, a report changes, everything fails, a new period begins. */
const UPSTREAM: readonly ((service: TestedService) => unknown)[] = [
  ({ upstream }) => upstream.on(MESSAGES, json(period(FIRST))),
  ({ upstream }) => upstream.on(MESSAGES, json(period(FIRST, PRICED))).on('/reports/7', json(report())),
  ({ upstream }) => upstream.on('/reports/7', json(report({ credit_cost: 0.1 }))),
  ({ upstream }) => upstream.on('/reports/7', status(500)),
  ({ upstream }) => upstream.on(MESSAGES, json({ messages: 'none' })),
  ({ upstream }) => upstream.on(MESSAGES, json(period())),
  ({ upstream }) => upstream.on(MESSAGES, json(period(message({ id: 9, timestamp: '2026-04-02T00:00:00Z' })))),
];
const BILLS = ['/usage', '/v1/usage', '/v1/usage/summary', '/v1/usage?format=csv'];
const RECEIPT = '/v1/usage/1/receipt';

const { fileOf, clear } = await createLedgerFolder();

describe('GET /usage with a ledger beside it', () => {
  afterAll(clear);
  const off = useService();

  /** Status, type, tag and bytes of every answer, after each thing that upstream does. */
  const answersOf = async (service: TestedService, paths: readonly string[]): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const happen of UPSTREAM) {
      happen(service);
      for (const path of paths) {
        const { status: code, headers, text } = await service.ask('get', path);
        answers.push([path, code, headers['content-type'], headers['etag'], headers['cache-control'], text]);
      }
    }
    return answers;
  };

  describe('that records', () => {
    const service = useService({ settings: { ledger: LEDGER } });

    it('answers as without one', async () => {
      const paths = [...BILLS, RECEIPT];
      expect(await answersOf(service, paths)).toEqual(await answersOf(off, paths));
      // Of bills that come fast only the newest is recorded.
      await eventually('a record', async () => (await listedPeriods(service))[0] === '2026-04-02 open 1');
    });
  });

  describe('that fails', () => {
    const file = fileOf('no-database.db');
    writeFileSync(file, 'no database, whatever its name says'.repeat(100));
    const service = useService({ settings: { ledger: { ...LEDGER, place: { file } } } });

    it('answers as without one', async () => {
      expect(await answersOf(service, BILLS)).toEqual(await answersOf(off, BILLS));
      await service.ask('get', '/v1/periods').expect(503);
    });

    it('has the receipts that there are without one, and says that it does not know of adjustments', async () => {
      for (const { upstream } of [off, service]) upstream.on(MESSAGES, json(period(FIRST)));
      const [without, unknowing] = [await off.ask('get', RECEIPT), await service.ask('get', RECEIPT)];
      expect(unknowing.body).toEqual({ ...without.body, adjustments_unknown: true });
    });
  });

  describe('that is frozen', () => {
    const file = fileOf('frozen.db');
    let release: () => Promise<void>;
    beforeAll(async () => (await openSqliteStore(file, 'default')).close());
    const service = useService({ settings: { ledger: { ...LEDGER, place: { file } } } });
    beforeAll(async () => {
      release = await holdLock(file);
    });

    it('answers as without one, and records nothing meanwhile', async () => {
      const paths = [...BILLS, RECEIPT];
      expect(await answersOf(service, paths)).toEqual(await answersOf(off, paths));
      expect(await listedPeriods(service)).toEqual([]);
      await release();
    });
  });
});

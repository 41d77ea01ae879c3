import { Logger } from '@nestjs/common';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { KeptLedger } from './kept-ledger.js';

const SETTINGS = { source: 'sample', graceMs: 0, pollMs: 60_000, texts: 'amounts', key: 'a key' } as const;
const PLACED = { ...SETTINGS, place: { file: 'ledger.db' } } as const;

/** A thread that fails every call with an error of this name. */
const failing = (name: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (call) => {
      parentPort.postMessage({ id: call.id, error: { name: '${name}', message: 'for a reason' } });
    });
  `)}`,
  );

describe('the start of a service with a ledger', () => {
  let ledger: KeptLedger;
  afterEach(async () => {
    jest.restoreAllMocks();
    await ledger.onApplicationShutdown();
  });

  it('fails with a setting that can never work', async () => {
    ledger = new KeptLedger(PLACED, failing('StoreSettingError'));
    await expect(ledger.onModuleInit()).rejects.toThrow('for a reason');
  });

  it.each(['StoreUnavailableError', 'DamagedRowError', 'RangeError'])(
    'goes on with a file that fails: %s',
    async (name) => {
      const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      ledger = new KeptLedger(PLACED, failing(name));
      await ledger.onModuleInit();
      expect(said.mock.calls).toEqual([['the ledger is down: for a reason']]);
    },
  );

  it('does not wait for a file that is deleted at the end: its first call opens it', async () => {
    ledger = new KeptLedger(SETTINGS, failing('StoreSettingError'));
    await ledger.onModuleInit();
    await expect(ledger.worker.call('reader', 'periods')).rejects.toThrow('for a reason');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { LedgerUnavailableError } from '../../billing/ledger.errors.js';
import { LedgerThreadError, LedgerWorker } from './ledger-worker.js';

const DATA = {
  place: { file: 'ledger.db' },
  lockIdleMs: 60_000,
  source: 'default',
  graceMs: 0,
  keeps: 'amounts',
  key: 'a key of the tests',
} as const;

const programOf = (script: string): URL => new URL(`data:text/javascript,${encodeURIComponent(script)}`);

/** Answers each call with how many it has answered, and fails as the period that is asked for says. */
const COUNTING = programOf(`
  import { parentPort } from 'node:worker_threads';
  let count = 0;
  parentPort.on('message', (call) => {
    if (call.args[0] === 'dies') process.exit(1);
    const error = { name: call.args[0], message: 'the disk is full', code: 'full' };
    count += 1;
    parentPort.postMessage({ id: call.id, ...(call.args[0] ? { error } : { result: count }) });
  });
`);

/** Says once it is asked to read that its database is silent. */
const SILENT = programOf(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ part }) => part === 'reader' && parentPort.postMessage({ isSilent: true }));
`);

describe('the thread of a ledger', () => {
  let worker: LedgerWorker;
  afterEach(() => worker.close());

  it('answers calls in their order', async () => {
    worker = new LedgerWorker(COUNTING, DATA);
    const calls = [1, 2, 3].map(() => worker.call('reader', 'periods'));
    expect(await Promise.all(calls)).toEqual([1, 2, 3]);
  });

  it.each([
    ['StoreUnavailableError', new LedgerUnavailableError('the disk is full')],
    ['ConflictError', new LedgerUnavailableError('the disk is full')],
    ['DamagedRowError', new LedgerUnavailableError('the disk is full')],
    ['DecisionRefusedError', new LedgerThreadError('DecisionRefusedError', 'the disk is full', 'full')],
  ])('fails a call with an error that tells its callers what to do: %s', async (name, error) => {
    worker = new LedgerWorker(COUNTING, DATA);
    await expect(worker.call('reader', 'sealed', name)).rejects.toEqual(error);
  });

  it('is started again after its end, which fails what was asked', async () => {
    worker = new LedgerWorker(COUNTING, DATA);
    const [before, lost] = [worker.call('reader', 'periods'), worker.call('reader', 'sealed', 'dies')];
    expect(await before).toBe(1);
    await expect(lost).rejects.toEqual(new LedgerUnavailableError('The thread of the ledger has ended'));
    expect(await worker.call('reader', 'periods')).toBe(1);
  });

  it('that cannot start fails each call', async () => {
    worker = new LedgerWorker(programOf('throw new Error("no such file")'), DATA);
    for (let call = 0; call < 2; call += 1)
      await expect(worker.call('reader', 'periods')).rejects.toThrow(LedgerUnavailableError);
  });

  it('fails what waits to read, and what is asked meanwhile, while the database is silent', async () => {
    worker = new LedgerWorker(SILENT, DATA);
    const writes = worker.call('writer', 'claim');
    const reads = worker.call('reader', 'periods');
    const error = new LedgerUnavailableError("the ledger's database does not answer");
    await expect(reads).rejects.toEqual(error);
    await expect(worker.call('reader', 'periods')).rejects.toEqual(error);
    await worker.close();
    await expect(writes).rejects.toEqual(new LedgerUnavailableError('The thread of the ledger has ended'));
  });

  it('is not started again once it was closed', async () => {
    worker = new LedgerWorker(COUNTING, DATA);
    const asked = worker.call('reader', 'periods');
    await worker.close();
    expect(await asked).toBe(1);
    await expect(worker.call('reader', 'periods')).rejects.toThrow('The service is stopping');
  });
});

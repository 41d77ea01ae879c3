import { afterEach, beforeEach } from '@jest/globals';
import { type EngineOptions, LedgerEngine } from '../../src/ledger/engine/ledger-engine.js';
import type { OpenStore } from '../../src/ledger/engine/open-ledger.js';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { createLedgerFolder, type LedgerFolder } from './ledger-folder.js';

/** Of every engine in the tests, unless they say otherwise: another process is noticed at once. */
export const ENGINE_OPTIONS: EngineOptions = {
  source: 'default',
  graceMs: 0,
  keeps: 'amounts',
  key: 'a key of the tests',
  unaskedMs: 0,
};

/** For a describe block: engines of a ledger in a file that is new for each test. */
export const useLedgerEngine = () => {
  let folder: LedgerFolder;
  const started: LedgerEngine[] = [];

  beforeEach(async () => {
    folder = await createLedgerFolder();
  });
  afterEach(async () => {
    for (const engine of started.splice(0)) await engine.ledger.close();
    await folder.clear();
  });

  const file = (): string => folder.fileOf('ledger.db');
  const openStore = () => openSqliteStore(file(), ENGINE_OPTIONS.source);

  /** The engine of another process: each has its own memory, and all share the file. */
  const start = (changes: Partial<EngineOptions> = {}, open: OpenStore = openStore): LedgerEngine => {
    const engine = new LedgerEngine(open, { ...ENGINE_OPTIONS, ...changes });
    started.push(engine);
    return engine;
  };
  return { start, openStore, file };
};

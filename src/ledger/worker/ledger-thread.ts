import { parentPort, workerData } from 'node:worker_threads';
import { type EngineOptions, LedgerEngine } from '../engine/ledger-engine.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { answerCalls } from './answer-calls.js';
import type { Call } from './protocol.js';

/*
 * The program of the ledger's thread. The database answers synchronously, and a rule that looks at a
 * million messages takes seconds: both stay away from the event loop that answers requests.
 */

/** What the thread is started with. */
export interface ThreadData extends EngineOptions {
  /** Path of the database. */
  readonly file: string;
}

const { file, ...options } = workerData as ThreadData;
const engine = new LedgerEngine(() => openSqliteStore(file, options.source), options);
const answerCall = answerCalls(engine, (answer) => parentPort?.postMessage(answer));
parentPort?.on('message', (call: Call) => answerCall(call));

import { parentPort, workerData } from 'node:worker_threads';
import { type EngineOptions, LedgerEngine } from '../engine/ledger-engine.js';
import type { LedgerPlace } from '../../config/ledger-url.js';
import { openStore } from '../store/open-store.js';
import { answerCalls } from './answer-calls.js';
import type { Call, Silence } from './protocol.js';

/*
 * The program of the ledger's thread. The database answers synchronously, and a rule that looks at a
 * million messages takes seconds: both stay away from the event loop that answers requests.
 */

/** What the thread is started with. */
export interface ThreadData extends EngineOptions {
  readonly place: LedgerPlace;
  /** After how long a silent process loses the right to record in a Postgres, in milliseconds. */
  readonly lockIdleMs: number;
}

const { place, lockIdleMs, ...options } = workerData as ThreadData;
const onSilence = (isSilent: boolean): void => parentPort?.postMessage({ isSilent } satisfies Silence);
const engine = new LedgerEngine(() => openStore(place, options.source, { lockIdleMs, onSilence }), options);
const answerCall = answerCalls(engine, (answer) => parentPort?.postMessage(answer));
parentPort?.on('message', (call: Call) => answerCall(call));

import { Injectable } from '@nestjs/common';
import { type DecisionOnHeld, LedgerDecisions, type RecordedDecision } from '../../billing/ledger-decisions.js';
import { AlreadyDecidedError, NoOpenPeriodError, ReadingNotHeldError } from '../../billing/ledger.errors.js';
import { LedgerThreadError, LedgerWorker } from '../worker/ledger-worker.js';

/** Decisions as the ledger's thread records them. */
@Injectable()
export class WorkerDecisions extends LedgerDecisions {
  constructor(private readonly worker: LedgerWorker) {
    super();
  }

  async decide(decision: DecisionOnHeld): Promise<RecordedDecision> {
    try {
      return await this.worker.call('writer', 'decide', decision, Date.now());
    } catch (error) {
      throw error instanceof LedgerThreadError ? toRefusal(error, decision.reading) : error;
    }
  }
}

/** The refusals of the ledger's rule, by its own code. */
const REFUSALS: ReadonlyMap<string | undefined, (reading: number) => Error> = new Map([
  ['already_decided', (reading: number): Error => new AlreadyDecidedError(reading)],
  ['not_held', (reading: number): Error => new ReadingNotHeldError(reading)],
  ['no_open_period', (): Error => new NoOpenPeriodError()],
]);

const toRefusal = (error: LedgerThreadError, reading: number): Error => REFUSALS.get(error.code)?.(reading) ?? error;

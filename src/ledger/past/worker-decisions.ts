import { Injectable } from '@nestjs/common';
import {
  type DecisionOnHeld,
  LedgerDecisions,
  type RecordedDecision,
  type RequestedAdjustment,
} from '../../billing/ledger-decisions.js';
import { AlreadyDecidedError, NoOpenPeriodError, ReadingNotHeldError } from '../../billing/ledger.errors.js';
import type { Adjustment } from '../../billing/adjustment.js';
import type { PastPeriods } from '../../billing/past-periods.js';
import { addRequestFields } from '../../observability/request-context.js';
import type { AdjustmentRefusal } from '../rule/adjustment-refusal.js';
import { LedgerThreadError, LedgerWorker } from '../worker/ledger-worker.js';
import { toAdjustmentError } from './adjustment-refusals.js';
import { unknownAmong } from './unknown-among.js';

/** Decisions as the ledger's thread records them. The log line of the request names each with its reason. */
@Injectable()
export class WorkerDecisions extends LedgerDecisions {
  constructor(
    private readonly worker: LedgerWorker,
    private readonly periods: Pick<PastPeriods, 'list'>,
  ) {
    super();
  }

  async decide(decision: DecisionOnHeld): Promise<RecordedDecision> {
    try {
      const recorded = await this.worker.call('writer', 'decide', decision, Date.now());
      addRequestFields({ decision: recorded.number, reason: recorded.reason });
      return recorded;
    } catch (error) {
      throw error instanceof LedgerThreadError ? toRefusal(error, decision.reading) : error;
    }
  }

  async adjust(request: RequestedAdjustment): Promise<Adjustment> {
    const outcome = await this.worker.call('writer', 'adjust', { ...request, atMs: Date.now() });
    if ('refusal' in outcome) throw await this.toError(outcome.refusal);
    const { adjustment } = outcome;
    addRequestFields({ adjustment: adjustment.number, reason: adjustment.reason });
    return adjustment;
  }

  private async toError(refusal: AdjustmentRefusal): Promise<Error> {
    if (refusal.code !== 'unknown_period') return toAdjustmentError(refusal);
    return unknownAmong(refusal.period, await this.periods.list());
  }
}

const ONLY_BEGUN = 'a held reading can only begin one (new_period), and an empty one only be discarded';

/** The refusals of the ledger's rule, by its own code. */
const REFUSALS: ReadonlyMap<string | undefined, (reading: number) => Error> = new Map([
  ['already_decided', (reading: number): Error => new AlreadyDecidedError(reading)],
  ['not_held', (reading: number): Error => new ReadingNotHeldError(reading)],
  ['no_open_period', (): Error => new NoOpenPeriodError(ONLY_BEGUN)],
]);

const toRefusal = (error: LedgerThreadError, reading: number): Error => REFUSALS.get(error.code)?.(reading) ?? error;

import { Global, Module } from '@nestjs/common';
import { LedgerComparisons } from '../billing/ledger-comparison.js';
import { LedgerDecisions } from '../billing/ledger-decisions.js';
import { NoLedgerComparisons, NoLedgerDecisions, NoPastPeriods } from '../billing/no-ledger.js';
import { PastPeriods } from '../billing/past-periods.js';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { KeptLedger } from './kept-ledger.js';
import { WorkerComparisons } from './past/worker-comparisons.js';
import { WorkerDecisions } from './past/worker-decisions.js';
import { WorkerPastPeriods } from './past/worker-past-periods.js';

/** Token of the compiled program of the ledger's thread, a URL. */
export const LEDGER_PROGRAM = Symbol('LEDGER_PROGRAM');

/** Token of the {@link KeptLedger}; its value is undefined if no past periods are kept. */
export const LEDGER = Symbol('LEDGER');

/** Binds what billing asks of a ledger, to the one that is kept or to none. */
@Global()
@Module({
  providers: [
    { provide: LEDGER_PROGRAM, useValue: new URL('./worker/ledger-thread.js', import.meta.url) },
    {
      provide: LEDGER,
      inject: [settingsConfig.KEY, LEDGER_PROGRAM],
      useFactory: ({ ledger }: SettingsConfig, program: URL) => ledger && new KeptLedger(ledger, program),
    },
    {
      provide: PastPeriods,
      inject: [{ token: LEDGER, optional: true }],
      useFactory: (ledger?: KeptLedger) => (ledger ? new WorkerPastPeriods(ledger.worker) : new NoPastPeriods()),
    },
    {
      provide: LedgerDecisions,
      inject: [PastPeriods, { token: LEDGER, optional: true }],
      useFactory: (periods: PastPeriods, ledger?: KeptLedger) =>
        ledger ? new WorkerDecisions(ledger.worker, periods) : new NoLedgerDecisions(),
    },
    {
      provide: LedgerComparisons,
      inject: [{ token: LEDGER, optional: true }],
      useFactory: (ledger?: KeptLedger) => (ledger ? new WorkerComparisons(ledger.worker) : new NoLedgerComparisons()),
    },
  ],
  exports: [LEDGER, PastPeriods, LedgerDecisions, LedgerComparisons],
})
export class LedgerModule {}

import { Module } from '@nestjs/common';
import { RateCardsModule } from '../../rate-cards/rate-cards.module.js';
import { RateCardsService } from '../../rate-cards/rate-cards.service.js';
import type { KeptLedger } from '../kept-ledger.js';
import { LEDGER, LedgerModule } from '../ledger.module.js';
import { SamplePast } from './sample-past.js';

/** Only a ledger of the sample that is deleted at the end: one that stays has a past of its own. */
const needsPast = ({ settings }: KeptLedger): boolean => settings.source === 'sample' && settings.place === undefined;

@Module({
  imports: [LedgerModule, RateCardsModule],
  providers: [
    {
      provide: SamplePast,
      inject: [RateCardsService, { token: LEDGER, optional: true }],
      useFactory: ({ schedule }: RateCardsService, ledger?: KeptLedger) =>
        ledger && needsPast(ledger) ? new SamplePast(ledger.worker, schedule) : undefined,
    },
  ],
})
export class SamplePastModule {}

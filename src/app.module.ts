import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { AdjustmentsModule } from './adjustments/adjustments.module.js';
import { AuthModule } from './auth/auth.module.js';
import { settingsConfig, type SettingsConfig } from './config/settings.config.js';
import { ComparisonModule } from './comparison/comparison.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { EstimatesModule } from './estimates/estimates.module.js';
import { HealthModule } from './health/health.module.js';
import { ShutdownService } from './server/shutdown.service.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { RecorderModule } from './ledger/recorder/recorder.module.js';
import { SamplePastModule } from './ledger/sample/sample-past.module.js';
import { LoggingModule } from './observability/logging.module.js';
import { MetricsModule } from './observability/metrics/metrics.module.js';
import { TracingModule } from './observability/tracing/tracing.module.js';
import { PeriodsModule } from './periods/periods.module.js';
import { RateCardsModule } from './rate-cards/rate-cards.module.js';
import { HttpRulesModule } from './http/http-rules.module.js';
import { RateLimitsModule } from './http/edge/rate-limits.module.js';
import { ReadingsModule } from './readings/readings.module.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { ServiceIndexModule } from './service-index/service-index.module.js';
import { SummaryModule } from './summary/summary.module.js';
import { UsageModule } from './usage/usage.module.js';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, load: [settingsConfig] }),
    LoggingModule,
    TracingModule,
    MetricsModule,
    AuthModule.forRootAsync<SettingsConfig>(settingsConfig.KEY, ({ apiKeys }) => apiKeys),
    HttpRulesModule,
    RateLimitsModule.forRootAsync<SettingsConfig>(settingsConfig.KEY, ({ rateLimitPerMinute }) => rateLimitPerMinute),
    ServiceIndexModule,
    UsageModule,
    ReceiptsModule,
    EstimatesModule,
    SummaryModule,
    ComparisonModule,
    PeriodsModule,
    ReadingsModule,
    AdjustmentsModule,
    ReconciliationModule,
    RateCardsModule,
    LedgerModule,
    RecorderModule,
    SamplePastModule,
    DashboardModule,
    HealthModule,
  ],
  providers: [ShutdownService],
})
export class AppModule {}

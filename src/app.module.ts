import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { settingsConfig } from './config/settings.config.js';
import { HealthModule } from './health/health.module.js';
import { StoppingService } from './http/stopping.service.js';
import { LoggingModule } from './observability/logging.module.js';
import { ServiceIndexModule } from './service-index/service-index.module.js';
import { UsageModule } from './usage/usage.module.js';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, load: [settingsConfig] }),
    LoggingModule,
    ServiceIndexModule,
    UsageModule,
    HealthModule,
  ],
  providers: [StoppingService],
})
export class AppModule {}

import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { settingsConfig } from '../config/settings.config.js';
import { LOG_DESTINATION, logDestination } from './log-destination.js';
import { loggerParams } from './logger-params.js';

@Module({
  providers: [{ provide: LOG_DESTINATION, useFactory: logDestination, inject: [settingsConfig.KEY] }],
  exports: [LOG_DESTINATION],
})
class LogDestinationModule {}

/** JSON lines, or readable ones on a terminal; every line of a request carries its id. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      imports: [LogDestinationModule],
      inject: [settingsConfig.KEY, LOG_DESTINATION],
      useFactory: loggerParams,
    }),
  ],
})
export class LoggingModule {}

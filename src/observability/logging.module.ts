import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { httpLogOptions } from './http-log-options.js';
import { LOG_DESTINATION, logDestination } from './log-destination.js';

/** The middleware that logs each request. `configureApp` mounts it before all that can fail, the body parser included. */
export const HTTP_LOGGER = Symbol('HTTP_LOGGER');

@Module({
  providers: [
    { provide: LOG_DESTINATION, useFactory: logDestination, inject: [settingsConfig.KEY] },
    {
      provide: HTTP_LOGGER,
      useFactory: (settings: SettingsConfig, destination: DestinationStream) =>
        pinoHttp(httpLogOptions(settings), destination),
      inject: [settingsConfig.KEY, LOG_DESTINATION],
    },
  ],
  exports: [HTTP_LOGGER],
})
class HttpLoggerModule {}

/** JSON lines, or readable ones on a terminal; every line of a request carries its id. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      imports: [HttpLoggerModule],
      inject: [HTTP_LOGGER],
      useFactory: ({ logger }: HttpLogger) => ({ assignResponse: true, useExisting: true, pinoHttp: { logger } }),
    }),
  ],
})
export class LoggingModule {}

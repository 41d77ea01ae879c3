import { Module } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { LOG_DESTINATION, openLogDestination } from './log-destination.js';
import { requestFields } from './request-context.js';

/**
 * Token of the service's pino logger. A line that is written during a request carries that
 * request's fields.
 */
export const LOG = Symbol('LOG');

/**
 * Token of the pino logger for the one line of each request, to which `requestLog` passes the
 * request's fields itself.
 */
export const REQUEST_LOG = Symbol('REQUEST_LOG');

const createLog = ({ logLevel }: SettingsConfig, destination: DestinationStream): Logger =>
  pino({ level: logLevel, base: null, mixin: () => ({ ...requestFields() }) }, destination);

const createRequestLog = ({ logLevel }: SettingsConfig, destination: DestinationStream): Logger =>
  pino({ level: logLevel, base: null }, destination);

@Module({
  providers: [
    { provide: LOG_DESTINATION, useFactory: openLogDestination, inject: [settingsConfig.KEY] },
    { provide: LOG, useFactory: createLog, inject: [settingsConfig.KEY, LOG_DESTINATION] },
    { provide: REQUEST_LOG, useFactory: createRequestLog, inject: [settingsConfig.KEY, LOG_DESTINATION] },
  ],
})
export class LoggingModule {}

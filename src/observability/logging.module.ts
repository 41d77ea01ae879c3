import { Module } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { LOG_DESTINATION, logDestination } from './log-destination.js';
import { requestFields } from './request-context.js';

/** The log of the service: a pino logger. Every line that is written while a request is answered carries its facts. */
export const LOG = Symbol('LOG');

/** The same for the line of a request itself, which has the facts and needs none added. */
export const REQUEST_LOG = Symbol('REQUEST_LOG');

const logOf = ({ logLevel }: SettingsConfig, destination: DestinationStream): Logger =>
  pino({ level: logLevel, base: null, mixin: () => ({ ...requestFields() }) }, destination);

const requestLogOf = ({ logLevel }: SettingsConfig, destination: DestinationStream): Logger =>
  pino({ level: logLevel, base: null }, destination);

/** JSON lines, or readable ones on a terminal. */
@Module({
  providers: [
    { provide: LOG_DESTINATION, useFactory: logDestination, inject: [settingsConfig.KEY] },
    { provide: LOG, useFactory: logOf, inject: [settingsConfig.KEY, LOG_DESTINATION] },
    { provide: REQUEST_LOG, useFactory: requestLogOf, inject: [settingsConfig.KEY, LOG_DESTINATION] },
  ],
})
export class LoggingModule {}

import { Logger } from '@nestjs/common';
import { isLoopback } from './config/openness.js';
import type { Settings } from './config/settings.js';

/**
 * Logs the warnings of the settings, whether the service is open to callers without a key, and its
 * main addresses.
 */
export const logStartup = (address: string, { apiKeys, host, warnings }: Settings): void => {
  const logger = new Logger('Service');
  for (const warning of warnings) logger.warn(warning);
  if (apiKeys.length === 0) {
    const open = `OPEN: there are no API_KEYS, so anyone who can reach ${address} can read the bill`;
    if (isLoopback(host)) logger.log(open);
    else logger.warn(open);
  }
  logger.log(`The bill: ${address}/usage`);
  logger.log(`Documentation: ${address}/docs`);
  logger.log(`Everything else: ${address}/`);
  logger.log(`The dashboard: ${address}/dashboard`);
};

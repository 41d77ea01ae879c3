import { Logger } from '@nestjs/common';
import { isLoopback } from './config/openness.js';
import type { Settings } from './config/settings.js';

/** Says where everything is, for the person who has just started the service, and who else can get at it. */
export const logStartup = (address: string, { apiKeys, host, warnings }: Settings): void => {
  const logger = new Logger('Service');
  for (const warning of warnings) logger.warn(warning);
  if (apiKeys.length === 0) {
    const open = `OPEN: there are no API_KEYS, so whoever reaches ${address} reads the bill`;
    if (isLoopback(host)) logger.log(open);
    else logger.warn(open);
  }
  logger.log(`The bill: ${address}/usage`);
  logger.log(`Documentation: ${address}/docs`);
  logger.log(`Everything else: ${address}/`);
  logger.log(`The page: ${address}/dashboard`);
};

import { Logger } from '@nestjs/common';

/** Says where everything is, for the person who has just started the service. */
export const announce = (address: string): void => {
  const logger = new Logger('Service');
  logger.log(`The bill: ${address}/usage`);
  logger.log(`Documentation: ${address}/docs`);
  logger.log(`Everything else: ${address}/`);
};

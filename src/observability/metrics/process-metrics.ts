import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | undefined;

/**
 * Returns the metrics of Node and of the process, collected since the first call. prom-client
 * watches the garbage collector and the event loop for them and never stops, so all services of a
 * process share one collection.
 */
export const collectProcessMetrics = (): Registry => {
  if (!registry) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
};

import { SERVICE, serviceSettings } from '../contenders.js';
import type { CallResult } from '../load/caller.process.js';
import type { Stage } from '../processes/stage.js';

export interface LargeBill extends CallResult {
  readonly peakRssMb: number;
  /** Milliseconds of each answer of `/health/live` while the bill was made. */
  readonly liveMs: readonly number[];
}

const MS_BETWEEN_POLLS = 5;

/** The first bill of a fresh process, to the last byte, while another process asks whether it is alive. */
export const largeBill = async (stage: Stage, upstreamUrl: string, acceptEncoding = 'identity'): Promise<LargeBill> => {
  const service = await stage.server(SERVICE, serviceSettings(upstreamUrl));
  const caller = stage.caller();
  const poller = stage.poller();
  const live = `${service.url}/health/live`;
  // Both processes have asked before, so that neither is slow with a first call of its own.
  await caller.ask('callAgain', { url: live }, 20);
  await poller.ask('start', live, MS_BETWEEN_POLLS);
  const call = await caller.ask('call', {
    url: `${service.url}/usage`,
    headers: { 'Accept-Encoding': acceptEncoding },
  });
  const liveMs = await poller.ask('stop');
  const { peakRssMb } = service.usage;
  await Promise.all([service.end(), caller.end(), poller.end()]);
  return { ...call, peakRssMb, liveMs };
};

import type { LedgerSettings } from '../../src/config/settings.js';
import { eventually } from './polling.js';
import type { TestedService } from './use-service.js';

/** A ledger in a file of its own, whose periods close at the second reading after their end. */
export const LEDGER: LedgerSettings = { source: 'default', graceMs: 0, pollMs: 86_400_000, texts: 'amounts' };

interface ListedPeriod {
  readonly id: string;
  readonly status: string;
  readonly messages: number;
}

/** The periods that the service lists, as `2024-04-29 closed 110`, the newest first. */
export const listedPeriods = async (
  service: TestedService,
  headers: Record<string, string> = {},
): Promise<string[]> => {
  const { body } = await service.ask('get', '/v1/periods').set(headers);
  const { periods = [] } = body as { periods?: ListedPeriod[] };
  return periods.map(({ id, status, messages }) => `${id} ${status} ${messages}`);
};

/** Resolves once the service lists these periods, since it records after it has answered. */
export const eventuallyLists = (service: TestedService, ...expected: string[]): Promise<true> =>
  eventually(expected.join(', '), async () => String(await listedPeriods(service)) === String(expected));

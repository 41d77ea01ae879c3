import { deepStrictEqual } from 'node:assert';
import type { Server } from '../processes/server.js';

/** Throws where a server answers another bill than the first: who does other work cannot be compared. */
export const assertSameBill = async (servers: readonly Server[]): Promise<void> => {
  const [first, ...others] = await Promise.all(servers.map((server) => bill(`${server.url}/usage`)));
  for (const other of others) deepStrictEqual(other, first);
};

const bill = async (url: string): Promise<unknown> => (await fetch(url)).json();

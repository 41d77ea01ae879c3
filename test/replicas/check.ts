import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestedPostgres } from '../support/postgres/tested-postgres.js';
import { FIRST_DATE, SECOND_DATE } from './growing-upstream.js';
import type { TwoServices } from './two-services.js';

const run = promisify(execFile);

/**
 * What is wrong in the end, each in a sentence: bills that failed, a ledger that is not what upstream
 * has sent, does not verify or has a reading twice, and replicas that answer differently. `closed`:
 * the bill of the first period when it was current, of three messages.
 */
export const check = async (
  services: TwoServices,
  closed: string,
  query: TestedPostgres['query'],
): Promise<string[]> => {
  const { upstream, databaseUrl, replicas } = services;
  upstream.rest();
  await services.list(`${SECOND_DATE} open ${upstream.count}`, `${FIRST_DATE} closed 3`);
  const faults = [...services.failures];
  const told = await Promise.all(replicas.map(({ url }) => bodiesOf(url)));
  if (new Set(told.map(String)).size !== 1) faults.push('the replicas answer differently');
  const current = replicas[0] && (await textOf(`${replicas[0].url}/usage`));
  if (told[0]?.[0] !== current || told[0]?.[1] !== closed) faults.push('the ledger is not what upstream has sent');
  const [row] = await query(databaseUrl, "select count(*)::int as readings from journal where kind = 'reading'");
  const readings = Number(row?.['readings']);
  if (readings > upstream.states) faults.push(`${readings} readings of ${upstream.states} states of upstream`);
  return [...faults, ...(await verify(services))];
};

/** What the command of the newest program that runs says of the ledger, if that is wrong. */
const verify = async ({ databaseUrl, main, upstream }: TwoServices): Promise<string[]> => {
  const env = { PATH: process.env['PATH'], LEDGER_URL: databaseUrl, COPILOT_API_BASE_URL: upstream.baseUrl };
  try {
    await run(process.execPath, [join(dirname(main), 'bin/ledger.js'), 'verify', '--source', 'default'], { env });
    return [];
  } catch (error) {
    return [`verify: ${String(error)}`];
  }
};

/** Everything that a replica tells of the two periods: first their bills. */
const bodiesOf = (url: string): Promise<string[]> =>
  Promise.all([
    textOf(`${url}/v1/usage?period=${SECOND_DATE}`),
    textOf(`${url}/v1/usage?period=${FIRST_DATE}`),
    textOf(`${url}/v1/periods/${SECOND_DATE}/changes`),
    textOf(`${url}/v1/periods/${FIRST_DATE}`),
    textOf(`${url}/v1/periods/${FIRST_DATE}/changes`),
    textOf(`${url}/v1/periods/${FIRST_DATE}/sealed`),
  ]);

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

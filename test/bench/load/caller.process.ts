import { Agent, get, type OutgoingHttpHeaders } from 'node:http';
import { offerTasks } from '../processes/tasks.js';

export interface Call {
  readonly url: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly expectedStatus?: number;
}

export interface CallResult {
  /** Milliseconds from asking to the last byte. */
  readonly ms: number;
  readonly bytes: number;
}

/** A minute is many times what the largest period may take; without an end, a server that stands still would stop the benchmark. */
const MS_TO_ANSWER = 60_000;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One caller on one connection, who asks again when the answer is whole. */
const call = ({ url, headers = {}, expectedStatus = 200 }: Call): Promise<CallResult> =>
  new Promise((resolve, reject) => {
    const asked = performance.now();
    get(url, { agent, headers, signal: AbortSignal.timeout(MS_TO_ANSWER) }, (response) => {
      let bytes = 0;
      response.on('data', ({ length }: Buffer) => (bytes += length));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === expectedStatus) resolve({ ms: performance.now() - asked, bytes });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });

const callAgain = async (request: Call, times: number): Promise<CallResult[]> => {
  const results: CallResult[] = [];
  for (let made = 0; made < times; made += 1) results.push(await call(request));
  return results;
};

const tasks = { call, callAgain };

export type CallerTasks = typeof tasks;

offerTasks(tasks);

import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { builtPricer } from '../built-pricing.js';
import { offerTasks } from '../processes/tasks.js';
import { usageOf } from '../processes/usage-of.js';
import { MESSAGES } from '../upstream/period.js';

/** The bill by the shortest way: everything is read, parsed, priced and serialised at once, in as much memory as it takes. */

interface Message {
  readonly id: number;
  readonly text: string;
  readonly timestamp: string;
  readonly report_id?: number;
}

interface Report {
  readonly name: string;
  readonly credit_cost: number;
}

const read = (url: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      const body = buffer(response).then((bytes) => (response.statusCode === 404 ? undefined : bytes.toString()));
      body.then(resolve, reject);
    }).on('error', reject);
  });

const bill = async (upstreamUrl: string): Promise<Buffer> => {
  const price = await builtPricer();
  const { messages }: { messages: Message[] } = JSON.parse((await read(upstreamUrl + MESSAGES)) ?? '');
  const ids = new Set(messages.flatMap(({ report_id }) => report_id ?? []));
  const reports = new Map<number | undefined, Report>();
  await Promise.all(
    Array.from(ids, async (id) => {
      const body = await read(`${upstreamUrl}/reports/${id}`);
      if (body !== undefined) reports.set(id, JSON.parse(body));
    }),
  );
  const usage = messages.map(({ id, text, timestamp, report_id }) => {
    const report = reports.get(report_id);
    if (report) return { message_id: id, timestamp, report_name: report.name, credits_used: report.credit_cost };
    return { message_id: id, timestamp, credits_used: price(text) };
  });
  return Buffer.from(JSON.stringify({ usage }));
};

const tasks = {
  /** Milliseconds from asking to the whole bill, its bytes, and the memory that took. */
  run: async (upstreamUrl: string) => {
    const started = performance.now();
    const { length: bytes } = await bill(upstreamUrl);
    return { ms: performance.now() - started, bytes, peakRssMb: usageOf(process.pid).peakRssMb };
  },
};

export type AtOnceTasks = typeof tasks;

offerTasks(tasks);

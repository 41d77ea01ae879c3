import type { Agent } from 'supertest';
import { type Credits, credits, sum } from '../../src/pricing/index.js';
import { parseCsv } from './csv.js';

interface Entry {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report_name?: string;
  readonly credits_used: number;
}

interface Explained {
  readonly credits_used: number;
  readonly lines: readonly { readonly credits: number; readonly parts?: readonly { readonly credits: number }[] }[];
}

interface Receipt extends Explained {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report?: { readonly name?: string };
}

interface Totals {
  readonly credits_used: number;
  readonly messages: number;
}

/** Credits as text or JSON numbers, summed without a float in between. */
export const exactly = (amounts: readonly (number | string)[]): Credits => sum(amounts.map(credits));

/** What the service says of a period in its rooms and its formats, each asked for by itself over HTTP. */
export class Statement {
  constructor(private readonly http: Agent) {}

  async usage(): Promise<Entry[]> {
    return (await this.http.get('/v1/usage').expect(200)).body.usage;
  }

  /** The receipts of every message with each of these ids, in upstream's order. */
  async receipts(ids: readonly number[]): Promise<Receipt[]> {
    const answers = [...new Set(ids)].map((id) => this.http.get(`/v1/usage/${id}/receipt`).expect(200));
    return (await Promise.all(answers)).flatMap(({ body }) => body.receipts ?? body);
  }

  async summary(query: string): Promise<{ totals: Totals; data: Totals[] }> {
    return (await this.http.get(`/v1/usage/summary?${query}`).expect(200)).body;
  }

  /** The rows under the header. */
  async csv(): Promise<string[][]> {
    return parseCsv((await this.http.get('/v1/usage?format=csv').expect(200)).text).slice(1);
  }

  async ndjson(): Promise<string[]> {
    return (await this.http.get('/v1/usage?format=ndjson').expect(200)).text.split('\n').slice(0, -1);
  }

  /** Estimates of these texts, in portions that a request may have. */
  async estimates(texts: readonly string[]): Promise<Explained[]> {
    const estimates: Explained[] = [];
    for (let start = 0; start < texts.length; start += 1000) {
      const messages = texts.slice(start, start + 1000).map((text) => ({ text }));
      estimates.push(...(await this.http.post('/v1/estimates').send({ messages }).expect(200)).body.estimates);
    }
    return estimates;
  }
}

/** A receipt as the entry of its message. */
export const entryOf = ({ message_id, timestamp, report, credits_used }: Receipt): Entry => ({
  message_id,
  timestamp,
  ...(report?.name !== undefined && { report_name: report.name }),
  credits_used,
});

/** What does not sum to what it says: receipts whose lines, lines whose parts come to something else. */
export const wrongSums = (explained: readonly Explained[]): Explained[] =>
  explained.filter(({ credits_used, lines }) => {
    const isWrong = lines.some(
      ({ credits: amount, parts }) =>
        parts &&
        !equal(
          parts.map((part) => part.credits),
          amount,
        ),
    );
    return (
      isWrong ||
      !equal(
        lines.map((line) => line.credits),
        credits_used,
      )
    );
  });

const equal = (amounts: readonly number[], total: number): boolean => {
  const [left, right] = [exactly(amounts), credits(total)];
  return left.units === right.units && left.scale === right.scale;
};

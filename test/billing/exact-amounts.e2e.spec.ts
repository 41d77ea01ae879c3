import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { bytes, json } from '../support/answers.js';
import { anyAmount, EDGE_AMOUNTS } from '../support/any-amount.js';
import { parseCsv } from '../support/csv.js';
import { compareNumbers, negated, plain, sumOf } from '../support/decimals.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { withField } from '../support/raw-json.js';
import { verify } from '../support/verifier.js';

const QUESTION = 'What is the rent?';
/** Credits for the question by each rate card. `token-estimate` charges its 17 characters at 0.1 each. */
const PRICES = { standard: plain(`${verify(QUESTION).hundredths}e-2`), 'token-estimate': '1.7' };

describe('exact amounts', () => {
  const edge = useService();

  /** A question, then a message for each cost, with its own report or with the first one. */
  const serve = (costs: readonly string[], reportOf: (index: number) => number = (index) => index): string[] => {
    const messages = costs.map((_, index) => message({ id: index + 1, report_id: reportOf(index) }));
    edge.upstream.on(MESSAGES, json(period(message({ id: 0, text: QUESTION }), ...messages)));
    for (const [id, cost] of costs.entries()) {
      edge.upstream.on(`/reports/${id}`, bytes(withField(report({ id }), 'credit_cost', cost)));
    }
    return [PRICES.standard, ...costs.map((_, index) => plain(costs[reportOf(index)] ?? ''))];
  };

  const textOf = async (path: string): Promise<string> => (await edge.ask('get', path).expect(200)).text;

  /** The numbers of all members called `name`, as they are written, in their order. */
  const written = (json: string, name = 'credits_used'): string[] =>
    Array.from(json.matchAll(new RegExp(`"${name}":([^,}\\]]+)`, 'g')), ([, number = '']) => number);

  const estimate = async (costs: readonly string[]): Promise<string> => {
    const messages = [{ text: QUESTION }, ...costs.map((_, report_id) => ({ text: '', report_id }))];
    return (await edge.ask('post', '/v1/estimates').send({ messages }).expect(200)).text;
  };

  /** As receipts show it, with at least two decimals. */
  const inWords = (amount: string): string => {
    const [whole, fraction = ''] = amount.split('.');
    return `${whole}.${fraction.padEnd(2, '0')}`;
  };

  describe('any costs of reports', () => {
    const anyCosts = fc.array(anyAmount, { minLength: 1, maxLength: 4 });

    const holdsForAny = async (law: (costs: string[]) => Promise<void>): Promise<void> => {
      await assertLaw(fc.asyncProperty(anyCosts, law), {
        numRuns: 40,
        seed: 20_240_429,
        examples: [[[...EDGE_AMOUNTS]]],
      });
    };

    it('are billed to the last digit, the same in JSON and in files', async () => {
      await holdsForAny(async (costs) => {
        const due = serve(costs);
        expect(written(await textOf('/usage'))).toEqual(due);
        expect(written(await textOf('/v1/usage?format=ndjson'))).toEqual(due);
        const [, ...rows] = parseCsv(await textOf('/v1/usage?format=csv'));
        expect(rows.map(([, , , credits]) => credits)).toEqual(due);
      });
    });

    it('are sorted as they are billed, equal ones in upstream’s order', async () => {
      await holdsForAny(async (costs) => {
        const due = serve(costs);
        const ids = [...due.keys()];
        const sorted = (sign: number) =>
          ids.toSorted((a, b) => sign * compareNumbers(due[a] ?? '', due[b] ?? '')).map(String);
        expect(written(await textOf('/v1/usage?sort=credits_used'), 'message_id')).toEqual(sorted(1));
        expect(written(await textOf('/v1/usage?sort=-credits_used'), 'message_id')).toEqual(sorted(-1));
      });
    });

    it('sum to the totals of a summary, and of its groups', async () => {
      await holdsForAny(async (costs) => {
        // Every report but the first is named by one message; the first by all the others.
        const due = serve(costs, (index) => (index % 2 === 0 ? 0 : index));
        const total = sumOf(due);
        expect(written(await textOf('/v1/usage/summary'))).toEqual([total, total]);
        const groups = new Map<number | undefined, string[]>([[undefined, [PRICES.standard]]]);
        for (const [index, amount] of due.slice(1).entries()) {
          const report = index % 2 === 0 ? 0 : index;
          groups.set(report, [...(groups.get(report) ?? []), amount]);
        }
        expect(written(await textOf('/v1/usage/summary?group_by=report'))).toEqual([
          total,
          ...Array.from(groups.values(), sumOf),
        ]);
      });
    });

    it('are in both sums of a comparison, and in none of the differences', async () => {
      await holdsForAny(async (costs) => {
        const due = serve(costs);
        const other = [PRICES['token-estimate'], ...due.slice(1)];
        const json = await textOf('/v1/usage/comparison?candidate=token-estimate');
        const difference = sumOf([PRICES['token-estimate'], negated(PRICES.standard)]);
        // The totals, the one day, what has no report, and the one message that changes.
        expect(written(json, 'baseline').slice(1)).toEqual([sumOf(due), sumOf(due), PRICES.standard, PRICES.standard]);
        expect(written(json, 'candidate').slice(1)).toEqual([
          sumOf(other),
          sumOf(other),
          PRICES['token-estimate'],
          PRICES['token-estimate'],
        ]);
        expect(written(json, 'difference')).toEqual([difference, difference, difference, difference]);
      });
    });

    it('are exact in receipts, as JSON and as text', async () => {
      await holdsForAny(async (costs) => {
        const due = serve(costs);
        const last = due.length - 1;
        const amount = due[last] ?? '';
        const json = await textOf(`/v1/usage/${last}/receipt`);
        expect([written(json), written(json, 'credits'), written(json, 'running_total')]).toEqual([
          [amount],
          [amount],
          [amount],
        ]);
        const { text } = await edge.ask('get', `/v1/usage/${last}/receipt`).set('Accept', 'text/plain').expect(200);
        expect(text).toContain(` cost ${inWords(amount)} credits.\n`);
        expect(text).toContain(`- Report: ${inWords(amount)}, which makes ${inWords(amount)}.\n`);
      });
    });

    it('are estimated as they are billed, and summed', async () => {
      await holdsForAny(async (costs) => {
        const due = serve(costs);
        expect(written(await estimate(costs))).toEqual([sumOf(due), ...due]);
      });
    });
  });

  describe('amounts that have no double', () => {
    it.each<{ cost: string; question: string; total: string }>`
      cost                       | question | total
      ${'0.30000000000000004'}   | ${'5.2'} | ${'5.50000000000000004'}
      ${'0.0016150000000000001'} | ${'1'}   | ${'1.0016150000000000001'}
      ${'79.00000000000000001'}  | ${'2.1'} | ${'81.10000000000000001'}
      ${'9007199254740993'}      | ${'2.1'} | ${'9007199254740995.1'}
      ${'0.1234567890123456789'} | ${'1'}   | ${'1.1234567890123456789'}
      ${'1e21'}                  | ${'1'}   | ${'1000000000000000000001'}
    `('are exact on every route: $cost and $question are $total', async ({ cost, question, total }) => {
      const texts: Record<string, string> = {
        '1': '',
        '2.1': 'orbital latibro',
        '5.2': 'Are there any restrictions on alterations or improvements?',
      };
      const text = texts[question];
      edge.upstream
        .on(MESSAGES, json(period(message({ id: 1, report_id: 10 }), message({ id: 2, text }))))
        .on('/reports/10', bytes(withField(report({ id: 10 }), 'credit_cost', cost)));
      expect(written(await textOf('/usage'))).toEqual([plain(cost), question]);
      expect(written(await textOf('/v1/usage/summary'))).toEqual([total, total]);
      expect(written(await textOf('/v1/usage/comparison?candidate=standard'), 'baseline').slice(1)).toEqual([
        total,
        total,
      ]);
      const messages = [{ text: '', report_id: 10 }, { text }];
      expect(written((await edge.ask('post', '/v1/estimates').send({ messages }).expect(200)).text)).toEqual([
        total,
        plain(cost),
        question,
      ]);
    });

    it('are not lost if the largest of them occurs twice', async () => {
      serve(['1e308'], () => 0);
      edge.upstream.on(MESSAGES, json(period(message({ id: 1, report_id: 0 }), message({ id: 2, report_id: 0 }))));
      expect(written(await textOf('/v1/usage/summary'))[0]).toBe(`2${'0'.repeat(308)}`);
      expect((await edge.ask('get', '/metrics').expect(200)).text).toContain('bill_credits +Inf');
    });
  });
});

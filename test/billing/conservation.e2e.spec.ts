import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { accountOf, receiptsOf } from '../support/accounts.js';
import { json } from '../support/answers.js';
import { anyMessages, serveMessages } from '../support/any-period.js';
import { anyText } from '../support/any-text.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { floatsIn } from '../support/float-scan.js';
import { message, period } from '../support/period.js';
import { Statement, wrongSums } from '../support/statement.js';

const SEED = 20_260_329;

describe('the sample period', () => {
  const service = useService({ upstream: { baseUrl: 'sample' } });
  let statement: Statement;

  beforeAll(() => {
    statement = new Statement(service.http);
  });

  it('has lines that sum to the receipts, and receipts that are the bill', async () => {
    const { said, due } = await receiptsOf(statement);
    expect(said).toEqual(due);
  });

  it.each(['', 'granularity=PT1H&time_zone=Asia/Kolkata', 'granularity=P1M&group_by=report,basis', 'group_by=report'])(
    'has a summary, a CSV and an NDJSON file that sum to the bill: ?%s',
    async (query) => {
      const { said, due } = await accountOf(statement, query);
      expect(said).toEqual(due);
    },
  );
});

describe('any period', () => {
  const edge = useService({ upstream: { maxBytes: 20_000_000 } });

  const anySummary = fc
    .tuple(
      fc.constantFrom('PT1H', 'P1D', 'P1M'),
      fc.constantFrom('UTC', 'Europe/London', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia'),
      fc.constantFrom('', '&group_by=report', '&group_by=basis', '&group_by=report,basis'),
    )
    .map(([granularity, zone, groups]) => `granularity=${granularity}&time_zone=${zone}${groups}`);

  it('is the same sum in lines, receipts, entries, windows and files', async () => {
    await assertLaw(
      fc.asyncProperty(anyMessages, anySummary, async (messages, query) => {
        serveMessages(edge.upstream, messages);
        const statement = new Statement(edge.http);
        for (const { said, due } of [await accountOf(statement, query), await receiptsOf(statement)]) {
          expect(said).toEqual(due);
        }
      }),
      { numRuns: 30, seed: SEED },
    );
  });

  it('of 10,000 random texts is the same sum in lines, estimates, entries, windows and files', async () => {
    const texts = fc.sample(anyText, { numRuns: 10_000, seed: SEED });
    const hours = texts.map((_, id) => new Date(Date.UTC(2026, 2, 1 + (id % 31), id % 24)).toISOString());
    edge.upstream.on(MESSAGES, json(period(...texts.map((text, id) => message({ id, text, timestamp: hours[id] })))));
    const statement = new Statement(edge.http);
    const { said, due } = await accountOf(statement, 'time_zone=Europe/London');
    expect(said).toEqual(due);
    const estimates = await statement.estimates(texts);
    expect(wrongSums(estimates)).toEqual([]);
    expect(estimates.map(({ credits_used }) => credits_used)).toEqual(
      (await statement.usage()).map(({ credits_used }) => credits_used),
    );
  });
});

describe('the source', () => {
  const ROOMS = ['pricing', 'period', 'billing', 'receipts', 'estimates', 'summary', 'comparison', 'usage'];
  const SOURCE = new URL('../../src/', import.meta.url);
  const files = ROOMS.flatMap((room) =>
    readdirSync(new URL(room, SOURCE), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  ).filter((name) => /(?<!\.spec)\.ts$/.test(name) && name !== 'pricing/credits.ts');

  it.each(files)('puts no amount through a float: %s', (name) => {
    expect(floatsIn(readFileSync(new URL(name, SOURCE), 'utf8'))).toEqual([]);
  });

  it.each([
    'Math.round(total)',
    'parseFloat(text)',
    'Number.parseFloat(text)',
    '(1.005).toFixed(2)',
    'Number(price.total)',
    'Number(entry.credits_used)',
    'a.credits_used + b',
    'total - 1',
    'sum += entry.credits_used',
    'rate * 3',
    '-line.credits',
    '(report.creditCost as number) / 100',
    '+credits_used',
    'total++',
  ])('is searched for code that does: %s', (code) => {
    expect(floatsIn(code)).toEqual([code]);
  });

  it.each([
    'plus(total, line.credits)',
    'Number(isLess(a.total, b.total))',
    'start + limit',
    'place += 1',
    '`${total} credits`',
    "'costs ' + amount",
    '// total + 1',
    "'total + 1'",
    'Number(occurrence)',
    'messages.length - 1',
    'a.total > b.total',
  ])('may contain %s', (code) => {
    expect(floatsIn(code)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { json } from '../support/answers.js';
import { anyEncodedValue, anyJsonValue, anyName, ODD_BODIES } from '../support/any-attack.js';
import { parseCsv } from '../support/csv.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { hear } from '../support/hear.js';
import { MemoryLog } from '../support/memory-log.js';
import { OPERATIONS } from '../support/operations.js';
import { message, period, report } from '../support/period.js';
import { expand } from '../support/routes.js';
import { converse, portOf, rawGet } from '../support/raw-http.js';
import { dangersOf } from '../support/safety.js';

const RUNS = { numRuns: 60, seed: 20_240_429 };
const JSON_BODY = { 'Content-Type': 'application/json' };

describe('what nobody foresaw', () => {
  const log = new MemoryLog();
  const edge = useService({ settings: { logLevel: 'trace' }, change: log.replacing });
  const ask = (method: string, path: string, body?: string) =>
    hear({ port: portOf(edge.app), method, path, headers: body === undefined ? {} : JSON_BODY }, body);

  const PARAMETERS = OPERATIONS.filter(({ method }) => method === 'get').flatMap(({ path, query }) =>
    query.map((name) => ({ path, name })),
  );
  const POSTS = OPERATIONS.filter(({ hasBody }) => hasBody);
  const PAGE = '/dashboard';

  describe.each(OPERATIONS.filter(({ path }) => path !== PAGE))('$method $path', ({ method, path, query, hasBody }) => {
    const pathWith = (value: string): string => path.replace(/\{\w+\}/g, value);

    it('is safe from whatever stands in its path and its query', async () => {
      const anyQuery = fc.array(fc.tuple(anyName(query), anyEncodedValue), { maxLength: 4 });
      await assertLaw(
        fc.asyncProperty(anyEncodedValue, anyQuery, async (value, parameters) => {
          const asked = parameters.map(([name, given]) => `${name}=${given}`).join('&');
          const answer = await ask(method.toUpperCase(), `${pathWith(value)}?${asked}`, hasBody ? '{}' : undefined);
          expect(dangersOf(answer)).toEqual([]);
        }),
        RUNS,
      );
    });
  });

  describe.each(PARAMETERS)('$name of $path', ({ path, name }) => {
    it('is refused or understood, whatever it is', async () => {
      await assertLaw(
        fc.asyncProperty(fc.array(anyEncodedValue, { minLength: 1, maxLength: 2 }), async (values) => {
          const asked = values.map((value) => `${name}=${value}`).join('&');
          expect(dangersOf(await ask('GET', `${expand(path)}?${asked}`))).toEqual([]);
        }),
        { ...RUNS, numRuns: 25 },
      );
    });
  });

  describe.each(POSTS)('the body of $method $path', ({ method, path }) => {
    it('is refused or answered, whatever its shape', async () => {
      await assertLaw(
        fc.asyncProperty(anyJsonValue, async (value) => {
          expect(dangersOf(await ask(method.toUpperCase(), path, JSON.stringify(value)))).toEqual([]);
        }),
        { ...RUNS, numRuns: 150 },
      );
    });

    it.each(ODD_BODIES.map((body) => ({ start: body.slice(0, 60), length: body.length, body })))(
      'is refused or answered: $start (of $length)',
      async ({ body }) => {
        expect(dangersOf(await ask(method.toUpperCase(), path, body))).toEqual([]);
      },
    );
  });

  describe(`GET ${PAGE}`, () => {
    it('is the same page whatever is asked of it', async () => {
      const page = (await ask('GET', PAGE)).text;
      await assertLaw(
        fc.asyncProperty(anyEncodedValue, async (value) => {
          const { status, text } = await ask('GET', `${PAGE}?message=${value}`);
          expect({ status, text }).toEqual({ status: 200, text: page });
        }),
        RUNS,
      );
    });
  });

  describe('a path of no route', () => {
    it('is a problem, whatever it is', async () => {
      await assertLaw(
        fc.asyncProperty(fc.array(anyEncodedValue, { minLength: 1, maxLength: 3 }), async (parts) => {
          const answer = await ask('GET', `/nowhere/${parts.join('/')}`);
          expect({ dangers: dangersOf(answer), isRefused: answer.status >= 400 }).toEqual({
            dangers: [],
            isRefused: true,
          });
        }),
        RUNS,
      );
    });
  });

  describe('a request id', () => {
    it('of any bytes at all is repeated only where it is plain', async () => {
      await assertLaw(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 40 }), async (bytes) => {
          const id = Buffer.from(bytes).toString('latin1');
          const received = await converse(
            portOf(edge.app),
            Buffer.from(rawGet('/nope', `X-Request-Id: ${id}`), 'latin1'),
          );
          const answered = /^HTTP\/1\.1 404 [^]*\r\nX-Request-Id: [\w.:-]{1,64}\r\n[^]*"instance":"[\w.:-]{1,64}"\}$/;
          expect(received).toMatch(new RegExp(`${answered.source}|^HTTP/1\\.1 400 `));
          expect(received).not.toContain('stolen');
        }),
        { ...RUNS, numRuns: 150 },
      );
    });
  });

  /** What a spreadsheet would run. */
  const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

  /** A name with an apostrophe before each formula: at its start, and where a spreadsheet may begin a cell within it. */
  const defused = (name: string): string =>
    name
      .split('')
      .map((unit, index, units) => {
        const isAtStart = index === 0 || /[;\t\r\n|]/.test(units[index - 1] ?? '');
        return isAtStart && FORMULA.test(unit) ? `'${unit}` : unit;
      })
      .join('');

  describe('GET /v1/usage?format=csv', () => {
    it('has no cell that a spreadsheet would run, and loses no name', async () => {
      const anyReportName = fc
        .tuple(
          fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', '"', "'", '\uFF1D'),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        )
        .map((parts) => parts.join(''));
      await assertLaw(
        fc.asyncProperty(fc.array(anyReportName, { minLength: 1, maxLength: 5 }), async (names) => {
          edge.upstream.on(MESSAGES, json(period(...names.map((_, id) => message({ id, report_id: id })))));
          for (const [id, name] of names.entries()) edge.upstream.on(`/reports/${id}`, json(report({ id, name })));
          const rows = parseCsv((await ask('GET', '/v1/usage?format=csv')).text).slice(1);
          expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
          expect(rows.map((row) => row[2])).toEqual(names.map(defused));
        }),
        RUNS,
      );
    });
  });

  describe('whatever was asked', () => {
    it('every line of the log is JSON and of a request', () => {
      expect(log.lines.length).toBeGreaterThan(1000);
      expect(log.lines.filter(({ level, msg }) => typeof level !== 'number' || typeof msg !== 'string')).toEqual([]);
      expect(log.text).not.toMatch(/<script|stolen|jndi|DROP TABLE/);
    });

    it('no object has got a field that it should not have', () => {
      expect({}).not.toHaveProperty('polluted');
    });
  });
});

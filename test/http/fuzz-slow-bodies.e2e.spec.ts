import { beforeAll, describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { answered, problem } from '../support/problem-document.js';

const KEYS = (count: number): string => Array.from({ length: count }, (_, place) => `"k${place}":0`).join(',');
const HARMLESS = `{"messages":[{"text":"${'a '.repeat(470_000)}"}]}`;
const REASON = 'has more than 5000 values, or more than 16 levels';
const REFUSED = problem('invalid-request', `the body ${REASON}`, [{ field: 'the body', reason: REASON }]);

describe('a body of a megabyte that is made to be slow', () => {
  const edge = useService();

  const timed = async (path: string, body: string) => {
    const begun = performance.now();
    const answer = await edge.ask('post', path).set('Content-Type', 'application/json').send(body);
    return { answer, ms: performance.now() - begun };
  };

  let harmlessMs: number;
  beforeAll(async () => {
    harmlessMs = (await timed('/v1/estimates', HARMLESS)).ms;
  });

  it.each<{ what: string; body: string }>`
    what                                  | body
    ${'90,000 unknown keys'}              | ${`{"messages":[],${KEYS(90_000)}}`}
    ${'90,000 unknown keys of a message'} | ${`{"messages":[{"text":"a",${KEYS(88_000)}}]}`}
    ${'90 unknown keys of each message'} | ${`{"messages":[${Array<string>(1000)
    .fill(`{"text":"a",${KEYS(90)}}`)
    .join(',')}]}`}
    ${'300,000 messages'}                 | ${`{"messages":[${'{},'.repeat(300_000)}{}]}`}
    ${'300,000 lists for messages'}       | ${`{"messages":[${'[],'.repeat(300_000)}[]]}`}
    ${'lists half a million deep'}        | ${`{"messages":${'['.repeat(500_000)}${']'.repeat(500_000)}}`}
    ${'lists a few thousand deep'}        | ${`{"messages":${'['.repeat(4900)}${']'.repeat(4900)}}`}
  `('is refused about as soon as a harmless one is answered: $what', async ({ body }) => {
    for (const path of ['/v1/estimates', '/v1/usage/comparison']) {
      const hostile = await timed(path, body);
      expect(answered(hostile.answer)).toEqual(REFUSED);
      expect(hostile.ms).toBeLessThan(5 * harmlessMs + 500);
    }
  });
});

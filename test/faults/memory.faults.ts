import { gzipSync } from 'node:zlib';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { bytes, cutShort, endless, json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { rawGet } from '../support/raw-http.js';
import { ASK, type AtSockets, useAtSockets } from './at-sockets.js';

const MEGABYTE = 1024 * 1024;
const TIMES = 200;
const LONG_MS = 180_000;
/** The first ones fill pools, compile code and grow the heap to its size. */
const WARM_UP = 50;
const MOST_HEAP_GROWTH = 4 * MEGABYTE;
const MOST_RESIDENT_GROWTH = 48 * MEGABYTE;

const LARGE = period(...Array.from({ length: 1000 }, (_, id) => message({ id })));
const BOMB = bytes(gzipSync(' '.repeat(16 * MEGABYTE)), { 'Content-Encoding': 'gzip' });

const vanish = async ({ port }: AtSockets): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(ASK);
  await once(socket, 'data');
  socket.resetAndDestroy();
};

describe('the memory of the process', () => {
  const at = useAtSockets();

  it.each<{ what: string; answer: typeof endless; ask: (pair: AtSockets) => Promise<unknown> }>`
    what                                     | answer             | ask
    ${'gzip bombs'}                          | ${BOMB}            | ${(pair: AtSockets) => pair.ask()}
    ${'bodies without an end'}               | ${endless}         | ${(pair: AtSockets) => pair.ask()}
    ${'large bodies that break off'}         | ${cutShort(LARGE)} | ${(pair: AtSockets) => pair.ask()}
    ${'large bills whose callers vanish'}    | ${json(LARGE)}     | ${vanish}
    ${'callers with a header of a megabyte'} | ${json(period())}  | ${(pair: AtSockets) => pair.say(rawGet('/usage', `X: ${'x'.repeat(MEGABYTE)}`))}
  `(
    'does not grow with $what',
    async ({ answer, ask }) => {
      at.pair.upstream.on(MESSAGES, answer);
      const repeat = async (times: number): Promise<void> => {
        for (let time = 0; time < times; time += 1) await ask(at.pair);
      };
      await repeat(WARM_UP);
      const before = await at.pair.memory();
      await repeat(TIMES);
      const after = await at.pair.memory();

      expect(after.heap - before.heap).toBeLessThan(MOST_HEAP_GROWTH);
      expect(after.resident - before.resident).toBeLessThan(MOST_RESIDENT_GROWTH);
      expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
    },
    LONG_MS,
  );

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});

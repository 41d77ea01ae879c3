import { describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import { sendJson } from './send-json.js';

/** A response that takes the answer to a HEAD. */
const response = (): Response =>
  ({
    req: { method: 'HEAD', fresh: false },
    hasHeader: () => false,
    setHeader: () => undefined,
    end: () => undefined,
  }) as unknown as Response;

describe('sendJson', () => {
  it('lets the event loop turn many times while it writes a large answer', async () => {
    const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, name: 'Lease Abstract' }));
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await sendJson(response(), { rows });
    isOver = true;
    // Four megabytes: some 250 chunks, of which a millisecond of work has a few.
    expect(turns).toBeGreaterThan(5);
  });
});

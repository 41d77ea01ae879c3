import { describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import { sendJson } from './send-json.js';

/** A response to a HEAD request that ignores what it is given. */
const response = (): Response =>
  ({
    req: { method: 'HEAD', fresh: false },
    hasHeader: () => false,
    setHeader: () => undefined,
    end: () => undefined,
  }) as unknown as Response;

describe('sendJson', () => {
  it('yields to the event loop while it writes a large response', async () => {
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
    // Four megabytes are about 250 chunks; a time slice has a few of them.
    expect(turns).toBeGreaterThan(5);
  });
});

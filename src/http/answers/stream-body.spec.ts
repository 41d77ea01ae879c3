import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import { streamBody } from './stream-body.js';

/** A body that fails where it is given up, as composed streams do from Node 24 on. */
const failingWhereGivenUp = (): Readable =>
  new Readable({
    read() {
      this.push('never sent');
    },
    destroy: (_, done) => done(new Error('the operation was aborted')),
  });

describe('a streamed body', () => {
  let server: Server;
  beforeEach(async () => {
    server = createServer((_, response) => void streamBody(response as Response, failingWhereGivenUp(), 10));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => void server.close());

  it('is given up for a HEAD, and may fail then', async () => {
    const { port } = server.address() as AddressInfo;
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
    expect([status, headers.get('content-length')]).toEqual([200, '10']);
  });
});

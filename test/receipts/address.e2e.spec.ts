import { describe, expect, it } from '@jest/globals';
import { answered } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';
import { useService } from '../support/use-service.js';

const FILE = '/v1/usage/1000/receipt.txt';

describe('GET /v1/usage/{message_id}/receipt.txt', () => {
  const edge = useService();

  it('has what the receipt has as text/plain, shown by a browser under a name of its own', async () => {
    const [{ text, headers }, negotiated] = await Promise.all([
      edge.ask('get', FILE).expect(200),
      edge.ask('get', '/v1/usage/1000/receipt').set('Accept', 'text/plain'),
    ]);
    expect(text).toBe(negotiated.text);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'inline; filename="receipt-1000.txt"',
      'cache-control': 'private, no-cache',
      etag: negotiated.headers['etag'],
      vary: 'Accept-Encoding',
    });
  });

  it('takes the parameters of the receipt, but no format', async () => {
    expect((await edge.ask('get', `${FILE}?rate_card=token-estimate`).expect(200)).text).toMatch(/would cost/);
    await edge.ask('get', `${FILE}?format=json`).expect(400);
  });

  it('is refused to a client that accepts only another type, and unknown for another message', async () => {
    expect(answered(await edge.ask('get', FILE).set('Accept', 'application/json'))).toEqual(
      notAcceptable(FILE, 'text/plain'),
    );
    await edge.ask('get', '/v1/usage/1001/receipt.txt').expect(404);
    await edge.ask('get', '/v1/usage/1000.csv/receipt.txt').expect(400);
  });
});

describe('GET /v1/usage/{message_id}/receipt.txt of a service that returns texts', () => {
  const edge = useService({ settings: { receiptText: true } });

  it('has the text, and is kept by no cache', async () => {
    const { text, headers } = await edge.ask('get', FILE).expect(200);
    expect(text).toMatch(/The message reads: /);
    expect(headers['cache-control']).toBe('no-store');
  });
});

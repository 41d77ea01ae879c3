import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UpstreamState } from '../../src/upstream/upstream-state.js';
import { BILL, useService } from '../support/use-service.js';
import { answered, problem } from '../support/problem-document.js';
import { status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';

const SECRET = 'select * from clients where name = "Whitfield"';

describe('GET /usage, where the service itself fails', () => {
  let fault: jest.SpiedFunction<UpstreamState['succeeded']>;
  const edge = useService();
  beforeAll(() => void (fault = jest.spyOn(UpstreamState.prototype, 'succeeded')));
  afterAll(() => fault.mockRestore());

  const OWN_FAULT = problem('internal-error', 'GET /usage failed inside the service');

  it.each<{ thrown: unknown }>`
    thrown                                                     | what
    ${new TypeError(SECRET)}                                   | ${'an error'}
    ${new Error(SECRET, { cause: new Error(SECRET) })}         | ${'an error with a cause'}
    ${Object.assign(new Error(SECRET), { code: 'EACCES' })}    | ${'an error of the system'}
    ${Object.assign(new Error(SECRET), { code: '__proto__' })} | ${'an error whose code is a prototype'}
    ${Object.assign(new Error(SECRET), { status: 200 })}       | ${'an error that calls itself a success'}
    ${Object.assign(new Error(SECRET), { status: 500 })}       | ${'an error with the status of one'}
    ${SECRET}                                                  | ${'a string'}
    ${{ status: 404, message: SECRET }}                        | ${'an object'}
    ${undefined}                                               | ${'nothing'}
  `('says nothing of the inside: $what', async ({ thrown }) => {
    fault.mockImplementationOnce(() => {
      throw thrown;
    });
    expect(answered(await edge.ask('get', '/usage'))).toEqual(OWN_FAULT);
  });

  it('says the same to a browser', async () => {
    fault.mockImplementationOnce(() => {
      throw new Error(SECRET);
    });
    expect(answered(await edge.ask('get', '/usage').set('Accept', 'text/html,*/*;q=0.8'))).toEqual(OWN_FAULT);
  });

  it('answers the next request again', async () => {
    fault.mockImplementationOnce(() => {
      throw new Error(SECRET);
    });
    await edge.ask('get', '/usage').expect(500);
    expect((await edge.ask('get', '/usage').expect(200)).body).toEqual(BILL);
  });

  it('answers a HEAD with the headers alone', async () => {
    fault.mockImplementationOnce(() => {
      throw new Error(SECRET);
    });
    const { status, type, text } = await edge.ask('head', '/usage');
    expect({ status, type, text }).toEqual({ status: 500, type: 'application/problem+json', text: undefined });
  });

  it('does not take a failure of the upstream for its own', async () => {
    edge.upstream.on(MESSAGES, status(403));
    expect(answered(await edge.ask('get', '/usage'))).toEqual(
      problem('upstream-unavailable', 'GET /messages/current-period answered 403'),
    );
  });
});

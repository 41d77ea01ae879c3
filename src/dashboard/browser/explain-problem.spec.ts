import { describe, expect, it } from '@jest/globals';
import { explainProblem } from './explain-problem.js';

describe('the words on a problem', () => {
  it.each<{ status: number | undefined; retryAfterSeconds: number | undefined; advice: string[] }>`
    status       | retryAfterSeconds | advice
    ${429}       | ${41}             | ${['The request limit per minute is reached. Try again in 41 seconds.']}
    ${429}       | ${undefined}      | ${['The request limit per minute is reached. Try again in a moment.']}
    ${503}       | ${1}              | ${['The service is overloaded or shutting down. Try again in 1 second.']}
    ${409}       | ${undefined}      | ${['The bill kept changing while it was read. Try again in a moment.']}
    ${403}       | ${undefined}      | ${['Use another key, or ask the people who run the service to give this one the scope.']}
    ${500}       | ${undefined}      | ${['Try again in a moment. If it keeps failing, send the people who run the service the request number below.']}
    ${undefined} | ${undefined}      | ${['Check your network connection, then try again.']}
    ${400}       | ${undefined}      | ${[]}
  `('give advice for status $status: $advice', ({ status, retryAfterSeconds, advice }) => {
    expect(explainProblem({ title: 'It failed', status, retryAfterSeconds })).toEqual(advice);
  });

  it('are the service’s own for what the caller can mend', () => {
    const problem = { type: 'tag:x/invalid-request', title: 'Invalid', status: 400, detail: 'from must be a date' };
    expect(explainProblem(problem)).toEqual(['from must be a date']);
  });

  it.each(['upstream-unavailable', 'upstream-timeout', 'upstream-invalid-response', 'internal-error'])(
    'say nothing of the network inside: %s',
    (name) => {
      const detail = 'GET /messages/current-period failed with ECONNREFUSED';
      const [words] = explainProblem({ type: `tag:x/${name}`, title: 'It failed', status: 500, detail });
      expect(words).not.toContain('ECONNREFUSED');
      expect(words).toMatch(/^(Copilot|This service)/);
    },
  );
});

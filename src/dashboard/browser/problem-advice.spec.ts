import { describe, expect, it } from '@jest/globals';
import { findAdvice } from './problem-advice.js';

describe('the advice on a problem', () => {
  it.each<{ status: number | undefined; retryAfterSeconds: number | undefined; advice: string | undefined }>`
    status       | retryAfterSeconds | advice
    ${429}       | ${41}             | ${'The request limit per minute is reached. Try again in 41 seconds.'}
    ${429}       | ${undefined}      | ${'The request limit per minute is reached. Try again in a moment.'}
    ${503}       | ${1}              | ${'The service is overloaded or shutting down. Try again in 1 second.'}
    ${409}       | ${undefined}      | ${'The bill kept changing while it was read. Try again in a moment.'}
    ${403}       | ${undefined}      | ${'Use “Forget the key” above, then enter a key with the required scope.'}
    ${500}       | ${undefined}      | ${'Try again in a moment. If the problem persists, send this message to the people who run the service.'}
    ${502}       | ${undefined}      | ${'Try again in a moment. If the problem persists, send this message to the people who run the service.'}
    ${undefined} | ${undefined}      | ${'Check your network connection, then try again.'}
    ${400}       | ${undefined}      | ${undefined}
  `('for status $status is: $advice', ({ status, retryAfterSeconds, advice }) => {
    expect(findAdvice({ title: 'It failed', status, retryAfterSeconds })).toBe(advice);
  });
});

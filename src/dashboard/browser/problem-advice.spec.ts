import { describe, expect, it } from '@jest/globals';
import { findAdvice } from './problem-advice.js';

describe('the advice on a problem', () => {
  it.each<{ status: number | undefined; retryAfterSeconds: number | undefined; advice: string | undefined }>`
    status       | retryAfterSeconds | advice
    ${429}       | ${41}             | ${'More was asked than one caller may ask in a minute. Try again in 41 seconds.'}
    ${429}       | ${undefined}      | ${'More was asked than one caller may ask in a minute. Try again in a moment.'}
    ${503}       | ${1}              | ${'The service is busy, or about to stop. Try again in 1 second.'}
    ${409}       | ${undefined}      | ${'The bill changed each time it was read. Try again in a moment.'}
    ${403}       | ${undefined}      | ${'Forget the key, above, and use one that may read this.'}
    ${500}       | ${undefined}      | ${'Try again in a moment. If it stays like this, tell the people who run this service what is written here.'}
    ${502}       | ${undefined}      | ${'Try again in a moment. If it stays like this, tell the people who run this service what is written here.'}
    ${undefined} | ${undefined}      | ${'Look whether you are connected, then try again.'}
    ${400}       | ${undefined}      | ${undefined}
  `('of status $status is: $advice', ({ status, retryAfterSeconds, advice }) => {
    expect(findAdvice({ title: 'It failed', status, retryAfterSeconds })).toBe(advice);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isProbe } from './is-probe.js';

describe('isProbe', () => {
  it.each<[string, string]>([
    ['GET', '/health/live'],
    ['HEAD', '/health/live'],
    ['GET', '/health/ready'],
    ['HEAD', '/health/ready'],
  ])('recognises %s %s as a probe', (method, url) => {
    expect(isProbe({ method, url })).toBe(true);
  });

  it.each<[string, string]>([
    ['POST', '/health/live'],
    ['OPTIONS', '/health/live'],
    ['PUT', '/health/ready'],
    ['TRACE', '/health/ready'],
    ['GET', '/health'],
    ['GET', '/health/'],
    ['GET', '/health/zzz'],
    ['POST', '/health/zzz'],
    ['GET', '/health/live/'],
    ['GET', '//health/live'],
    ['GET', '/health//live'],
    ['GET', '/HEALTH/LIVE'],
    ['GET', '/health/live?x'],
    ['GET', '/health/live?'],
    ['GET', '/health/liv%65'],
    ['GET', '/%68ealth/live'],
    ['GET', '/health/live%2F'],
    ['GET', '/health/live/..'],
    ['GET', 'http://service.test/health/live'],
  ])('treats %s %s as an ordinary request', (method, url) => {
    expect(isProbe({ method, url })).toBe(false);
  });
});

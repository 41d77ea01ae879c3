import { describe, expect, it } from '@jest/globals';
import { parseOrigins } from './origins.js';

describe('CORS_ORIGINS', () => {
  it.each<{ list: string; origins: string[] }>`
    list                                               | origins
    ${''}                                              | ${[]}
    ${'https://billing.example.com'}                   | ${['https://billing.example.com']}
    ${'http://localhost:3000, https://a.example:8443'} | ${['http://localhost:3000', 'https://a.example:8443']}
    ${'http://[::1]:3000'}                             | ${['http://[::1]:3000']}
  `('may be "$list"', ({ list, origins }) => {
    expect(parseOrigins(list)).toEqual(origins);
  });

  it.each([
    '*',
    'null',
    'https://*.example.com',
    'billing.example.com',
    'https://billing.example.com/',
    'https://billing.example.com/app',
    'https://billing.example.com:443',
    'https://Billing.example.com',
    'https://me@billing.example.com',
    'https://a.example,',
    'https://a.example https://b.example',
    'ftp://a.example',
    'file:///tmp',
  ])('may not be %s', (list) => {
    expect(parseOrigins(list)).toBeUndefined();
  });
});

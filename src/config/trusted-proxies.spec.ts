import { describe, expect, it } from '@jest/globals';
import { parseTrustedProxies } from './trusted-proxies.js';

describe('TRUST_PROXY', () => {
  it.each<{ text: string; trusted: unknown }>`
    text                          | trusted
    ${'false'}                    | ${false}
    ${'0'}                        | ${0}
    ${'1'}                        | ${1}
    ${'32'}                       | ${32}
    ${'10.0.0.1'}                 | ${['10.0.0.1']}
    ${'10.0.0.0/8, fd00::/8'}     | ${['10.0.0.0/8', 'fd00::/8']}
    ${'loopback,10.0.0.1/32,::1'} | ${['loopback', '10.0.0.1/32', '::1']}
    ${'uniquelocal,linklocal'}    | ${['uniquelocal', 'linklocal']}
  `('may be $text', ({ text, trusted }) => {
    expect(parseTrustedProxies(text)).toEqual(trusted);
  });

  it.each([
    'true',
    'yes',
    '33',
    '-1',
    '1.5',
    '*',
    '10.0.0',
    '10.0.0.1,',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::1/129',
    '10.0.0.0/0x8',
    'proxy.example.com',
    'loopback/8',
  ])('may not be %s', (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined();
  });
});

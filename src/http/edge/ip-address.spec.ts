import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networkOf, parseAddress } from './ip-address.js';

describe('parseAddress', () => {
  it.each<{ text: string; address: string | undefined }>`
    text                            | address
    ${'203.0.113.7'}                | ${'203.0.113.7'}
    ${' 203.0.113.7 '}              | ${'203.0.113.7'}
    ${'203.0.113.7:49152'}          | ${'203.0.113.7'}
    ${'"203.0.113.7:49152"'}        | ${'203.0.113.7'}
    ${'2001:db8::7'}                | ${'2001:db8::7'}
    ${'2001:DB8:0:0::0007'}         | ${'2001:db8::7'}
    ${'[2001:db8::7]'}              | ${'2001:db8::7'}
    ${'[2001:db8::7]:49152'}        | ${'2001:db8::7'}
    ${'"[2001:db8::7]:49152"'}      | ${'2001:db8::7'}
    ${'fe80::7%eth0'}               | ${'fe80::7'}
    ${'[fe80::7%25eth0]:1'}         | ${'fe80::7'}
    ${'::ffff:203.0.113.7'}         | ${'203.0.113.7'}
    ${'::FFFF:cb00:7107'}           | ${'203.0.113.7'}
    ${'0:0:0:0:0:ffff:203.0.113.7'} | ${'203.0.113.7'}
    ${'[::ffff:203.0.113.7]:80'}    | ${'203.0.113.7'}
    ${'::1'}                        | ${'::1'}
    ${''}                           | ${undefined}
    ${'unknown'}                    | ${undefined}
    ${'_hidden'}                    | ${undefined}
    ${'_hidden:80'}                 | ${undefined}
    ${'caller.example.com'}         | ${undefined}
    ${'203.0.113'}                  | ${undefined}
    ${'203.0.113.256'}              | ${undefined}
    ${'203.0.113.07'}               | ${undefined}
    ${'203.0.113.7:'}               | ${undefined}
    ${'203.0.113.7:port'}           | ${undefined}
    ${'203.0.113.7:123456'}         | ${undefined}
    ${'203.0.113.7/24'}             | ${undefined}
    ${'[203.0.113.7]:80'}           | ${undefined}
    ${'2001:db8::7]:80'}            | ${undefined}
    ${'2001:db8:::7'}               | ${undefined}
    ${'for=203.0.113.7'}            | ${undefined}
  `('reads $text as $address', ({ text, address }) => {
    expect(parseAddress(text)).toBe(address);
  });

  it('reads every address in any way that it is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.nat(65_535), (text, port) => {
        const address = parseAddress(text);
        expect(parseAddress(`[${text.toUpperCase()}]:${port}`)).toBe(address);
        expect(parseAddress(String(address))).toBe(address);
      }),
    );
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(65_535), (text, port) => {
        expect(parseAddress(`${text}:${port}`)).toBe(text);
        expect(parseAddress(`::ffff:${text}`)).toBe(text);
      }),
    );
  });
});

describe('networkOf', () => {
  it.each<{ address: string; network: string }>`
    address                | network
    ${'203.0.113.7'}       | ${'203.0.113.7'}
    ${'2001:db8:1:1::1'}   | ${'20010db8000100/56'}
    ${'2001:db8:1:ff::'}   | ${'20010db8000100/56'}
    ${'2001:db8:1:100::1'} | ${'20010db8000101/56'}
    ${'2001:db8::1'}       | ${'20010db8000000/56'}
    ${'::1'}               | ${'00000000000000/56'}
    ${'::'}                | ${'00000000000000/56'}
    ${'1:2:3:4:5:6:7:8'}   | ${'00010002000300/56'}
    ${'1:2:3:456:5:6:7::'} | ${'00010002000304/56'}
  `('counts $address as $network', ({ address, network }) => {
    expect(networkOf(address)).toBe(network);
  });
});

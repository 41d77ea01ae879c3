import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ByteBuffer } from './byte-buffer.js';

describe('ByteBuffer', () => {
  it('holds appended bytes until it is cleared', () => {
    const buffer = new ByteBuffer(2);
    buffer.append(Buffer.from('the rent'), 4);
    buffer.append(Buffer.from('(is due)'), 1, 7);

    expect(buffer.from(0).toString()).toBe('rentis due');
    expect(buffer.from(4).toString()).toBe('is due');
    expect(buffer.length).toBe(10);

    buffer.clear();
    expect(buffer.length).toBe(0);
    buffer.append(Buffer.from('lease'));
    expect(buffer.from(0).toString()).toBe('lease');
  });

  it('copies chunks', () => {
    const chunk = Buffer.from('rent');
    const buffer = new ByteBuffer();
    buffer.append(chunk);
    chunk.fill(0);

    expect(buffer.from(0).toString()).toBe('rent');
  });

  it('holds chunks of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.integer({ min: 1, max: 20 }), (chunks, capacity) => {
        const buffer = new ByteBuffer(capacity);
        for (const chunk of chunks) buffer.append(chunk);
        expect(buffer.from(0)).toEqual(Buffer.concat(chunks));
      }),
    );
  });
});

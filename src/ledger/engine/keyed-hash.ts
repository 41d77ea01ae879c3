/*
 * Speed trick: HMAC-SHA-256 as RFC 2104 defines it, made of two one-shot hashes.
 * Replaces: `createHmac('sha256', key).update(text).digest()`.
 * Gain: bench row 9; 1.5 us against 2.3 to 4.6 for a short text, and no native object for each that
 * the garbage collector must finalize.
 * Drop it: once Node has a one-shot HMAC.
 * Held by keyed-hash.spec.ts.
 */
import { hash } from 'node:crypto';

/** Bytes of a block of SHA-256, and of its result. */
const BLOCK = 64;
const RESULT = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
/** Bytes of a text that the shared buffer has room for: texts of messages are rarely longer. */
const ROOM = 16_384;

/** Makes a function that hashes the UTF-8 bytes of a text under a key, to lower-case hexadecimal. */
export const createKeyedHash = (key: string): ((text: string) => string) => {
  const bytes = Buffer.from(key);
  const block = Buffer.alloc(BLOCK);
  (bytes.length > BLOCK ? Buffer.from(hash('sha256', bytes), 'hex') : bytes).copy(block);
  const inner = Buffer.concat([block.map((byte) => byte ^ INNER_PAD), Buffer.alloc(ROOM)]);
  const outer = Buffer.concat([block.map((byte) => byte ^ OUTER_PAD), Buffer.alloc(RESULT)]);
  const innerHash = (text: string): string => {
    // A UTF-16 code unit takes at most three bytes.
    if (3 * text.length > ROOM) return hash('sha256', Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(text)]));
    return hash('sha256', inner.subarray(0, BLOCK + inner.write(text, BLOCK)));
  };
  return (text) => {
    outer.write(innerHash(text), BLOCK, 'hex');
    return hash('sha256', outer);
  };
};

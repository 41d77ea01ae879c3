import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in lower-case hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The one way to write a JSON value: RFC 8785. */
export const canonicalJson = (value: unknown): string => String(canonicalize(value));

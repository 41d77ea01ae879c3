import type { IncomingMessage } from 'node:http';

const ANYTHING: ReadonlySet<string | undefined> = new Set([undefined, '', '*/*']);

/**
 * Whether a request states no preference for a media type, as most clients send it: no `Accept`, an
 * empty one, or any type. `false` means only that the format has to be negotiated.
 */
export const acceptsAnything = ({ headers }: IncomingMessage): boolean => ANYTHING.has(headers.accept);

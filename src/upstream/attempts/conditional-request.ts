import { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';

/** RFC 9110 strong validator. A weak one only promises a similar body, and the price needs the same one. */
const STRONG_ETAG = /^"[\x21\x23-\x7e\x80-\xff]{1,1000}"$/;

/** What is known of a resource, with the validator that upstream gave it: none where it may not be kept. */
export interface Validated<Known> {
  readonly known: Known;
  readonly etag: string | undefined;
}

/** The condition of a call for what is known already: only what has a validator can be confirmed. */
export const condition = (validated: Validated<unknown> | undefined): Record<string, string> =>
  validated?.etag === undefined ? {} : { 'If-None-Match': validated.etag };

/**
 * Makes a 304 of `client` a failure unless it confirms the very version that was asked about: what it would stand for is nothing,
 * or something else. Nothing is kept here: what an answer was made into is kept by whoever made it, with {@link etagOf}.
 */
export const revalidating = (client: AxiosInstance): void => {
  client.interceptors.response.use((response) => {
    const { status, config, request, headers } = response;
    if (status !== 304 || confirms(headers['etag'], config.headers.get('If-None-Match'))) return response;
    throw new AxiosError('Not modified since what?', AxiosError.ERR_BAD_RESPONSE, config, request, response);
  });
};

/** The validator to ask again with; none where it is not strong, or where the answer is not to be stored. `max-age` is no confirmation. */
export const etagOf = ({ headers }: AxiosResponse): string | undefined => {
  const { etag, 'cache-control': cacheControl = '' } = headers;
  const mayBeKept = STRONG_ETAG.test(String(etag)) && !/\bno-store\b/i.test(String(cacheControl));
  return mayBeKept ? String(etag) : undefined;
};

/** A 304 may leave its ETag out, and may weaken it on the way. */
const confirms = (etag: unknown, asked: unknown): boolean =>
  Boolean(asked) && (etag === undefined || etag === asked || etag === `W/${String(asked)}`);

import { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';

/**
 * RFC 9110 strong validator. A weak one only promises a similar body, and the price needs the same
 * one.
 */
const STRONG_ETAG = /^"[\x21\x23-\x7e\x80-\xff]{1,1000}"$/;

/**
 * A resource as it was read, with the validator that upstream gave for it; undefined if it must not
 * be kept.
 */
export interface Validated<Known> {
  readonly known: Known;
  readonly etag: string | undefined;
}

/**
 * The request header that makes upstream answer 304 if `validated` is still current; no header
 * without a validator.
 */
export const toCondition = (validated: Validated<unknown> | undefined): Record<string, string> =>
  validated?.etag === undefined ? {} : { 'If-None-Match': validated.etag };

/**
 * The validator to ask with next time; undefined if it is weak or missing, or if the answer must
 * not be stored. `max-age` plays no part: it would be trusted without asking upstream.
 */
export const findValidator = ({ headers }: AxiosResponse): string | undefined => {
  const { etag, 'cache-control': cacheControl = '' } = headers;
  const mayBeKept = STRONG_ETAG.test(String(etag)) && !/\bno-store\b/i.test(String(cacheControl));
  return mayBeKept ? String(etag) : undefined;
};

/**
 * Makes `client` fail a 304 that does not confirm the version the request named: no known body
 * belongs to such a 304.
 */
export const refuseUnaskedConfirmations = (client: AxiosInstance): void => {
  client.interceptors.response.use((response) => {
    const { status, config, request, headers } = response;
    if (status !== 304 || confirms(headers['etag'], config.headers.get('If-None-Match'))) return response;
    throw new AxiosError(
      'a 304 that confirms no known version',
      AxiosError.ERR_BAD_RESPONSE,
      config,
      request,
      response,
    );
  });
};

/**
 * Whether a 304 confirms the version asked about. It may omit its ETag, and a proxy may weaken it.
 */
const confirms = (etag: unknown, asked: unknown): boolean =>
  Boolean(asked) && (etag === undefined || etag === asked || etag === `W/${String(asked)}`);

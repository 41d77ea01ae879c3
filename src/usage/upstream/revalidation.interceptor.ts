import { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import { buildMemoryStorage, setupCache } from 'axios-cache-interceptor';

/** Copies kept at once: the messages and a thousand reports, then the oldest goes. */
const MAX_COPIES = 1001;
/** RFC 9110 strong validator. A weak one only promises a similar body, and the price needs the same one. */
const STRONG_ETAG = /^"[\x21\x23-\x7e\x80-\xff]{1,1000}"$/;

/**
 * Makes `client` keep what carries a strong `ETag` and ask again with `If-None-Match`, always: an answer is only ever given
 * from a copy that the upstream has just confirmed with a 304. Failures are never kept, nor covered with an old copy.
 */
export const revalidating = (client: AxiosInstance): void => {
  client.interceptors.response.use(trustStrongValidatorsOnly);
  setupCache(client, {
    storage: buildMemoryStorage(false, false, MAX_COPIES),
    methods: ['get'],
    cachePredicate: { statusCheck: (status) => status === 200 },
    etag: true,
    modifiedSince: false,
    ttl: 0,
    interpretHeader: false,
    staleIfError: false,
    cacheTakeover: false,
    vary: false,
  });
};

/**
 * Without a validator a copy is never used, so taking it away is how a response says that it is not to be kept. A 304 that
 * confirms no copy of ours, or another one, is a failure: its answer would be nothing, or something else.
 */
const trustStrongValidatorsOnly = (response: AxiosResponse): AxiosResponse => {
  const { status, config, request, headers } = response;
  const { etag, 'cache-control': cacheControl = '' } = headers;
  if (status === 304 && !confirms(etag, config.headers.get('If-None-Match'))) {
    throw new AxiosError('Not modified since what?', AxiosError.ERR_BAD_RESPONSE, config, request, response);
  }
  const keep = STRONG_ETAG.test(String(etag)) && !/\bno-store\b/i.test(String(cacheControl));
  if (!keep) delete headers['etag'];
  delete headers['last-modified'];
  return response;
};

/** A 304 may leave its ETag out, and may weaken it on the way. */
const confirms = (etag: unknown, asked: unknown): boolean =>
  Boolean(asked) && (etag === undefined || etag === asked || etag === `W/${String(asked)}`);

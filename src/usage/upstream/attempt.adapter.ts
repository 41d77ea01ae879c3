import type { Readable } from 'node:stream';
import axios, { type AxiosAdapter, AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import type { UpstreamBudget } from './upstream-budget.js';
import { isDecoderCode } from './upstream-failure.js';

/** Takes the body of an answer as it arrives. A new one is made for each attempt: what a broken one has read does not count. */
interface BodyReader {
  /** Throws where what has come cannot be the contract; the rest is then not read. */
  write(chunk: Uint8Array): void;
  /** Throws where the body was not whole. */
  end(): void;
}

declare module 'axios' {
  interface AxiosRequestConfig {
    /** The budget of the reading that the call belongs to. */
    budget?: UpstreamBudget;
    /** With `responseType: 'stream'`: who reads the body of a 200. */
    bodyReader?: () => BodyReader;
  }
}

/** So much is read in one go, some 10 ms of work; then other requests have their turn. */
const SLICE_BYTES = 262_144;

const http = axios.getAdapter('http');

/**
 * One attempt at a call, its body included: a body that breaks off is tried again as a refused connection is. It ends by signal:
 * axios' own timeout starts again with every byte of a trickling body.
 */
export const attempting: AxiosAdapter = async (config) => {
  const { budget } = config;
  if (!budget) return http(config);
  try {
    return await budget.attempt(async (signal) => readBody(await http(Object.assign(config, { signal }))));
  } catch (error) {
    if (isAxiosError(error)) discard(error.response?.data);
    throw error;
  } finally {
    // The wait before the next attempt, and that attempt, are no longer bound by this one.
    config.signal = budget.signal;
  }
};

const readBody = async (response: AxiosResponse): Promise<AxiosResponse> => {
  const { status, config, data } = response;
  if (!config.bodyReader) return response;
  if (status === 200) await readStream(data, config.bodyReader(), response);
  // Nothing will come of a 304, and once that is read its connection serves the next call.
  else (data as Readable).resume();
  return response;
};

const readStream = async (stream: Readable, reader: BodyReader, response: AxiosResponse): Promise<void> => {
  let unread = SLICE_BYTES;
  try {
    for await (const chunk of stream) {
      reader.write(chunk as Buffer);
      unread -= (chunk as Buffer).length;
      if (unread <= 0) {
        unread = SLICE_BYTES;
        await new Promise(setImmediate);
      }
    }
  } catch (error) {
    throw isOfTransfer(error) ? transferError(error, response) : error;
  }
  reader.end();
};

/** What a socket or a decompressor says has a code; what the reader says has none. */
const isOfTransfer = (error: unknown): error is NodeJS.ErrnoException =>
  !isAxiosError(error) && typeof (error as NodeJS.ErrnoException).code === 'string';

/** As axios puts it where it reads the body itself: a decompressor keeps its code, a body that is cut has one of axios' own. */
const transferError = (error: NodeJS.ErrnoException, response: AxiosResponse): AxiosError => {
  const code = isDecoderCode(error.code) ? error.code : AxiosError.ERR_BAD_RESPONSE;
  return new AxiosError(error.message, code, response.config, response.request, response);
};

/** A body that nobody reads would keep its connection. */
const discard = (body: unknown): void => {
  if (body && typeof body === 'object' && 'destroy' in body) (body as Readable).destroy();
};

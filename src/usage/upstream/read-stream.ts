import type { Readable } from 'node:stream';
import { AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import { isDecoderCode } from './upstream-failure.js';

/** Takes a body as it arrives. */
interface BodyReader {
  /** Throws where what has come cannot be the contract; the rest is then not read. */
  write(chunk: Uint8Array): void;
  /** Throws where the body was not whole. */
  end(): void;
}

/** So much is read in one go, a millisecond or two of work; then other requests have their turn. */
const SLICE_BYTES = 65_536;

/** Reads the body of a response that came as a stream. Throws an AxiosError where it breaks off, and what the reader throws. */
export const readStream = async (response: AxiosResponse<Readable>, reader: BodyReader): Promise<void> => {
  let unread = SLICE_BYTES;
  try {
    for await (const chunk of response.data) {
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

import type { Readable } from 'node:stream';
import { AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import { TimeSlice } from '../../time/time-slice.js';
import { isDecoderCode } from '../attempts/upstream-failure.js';
import type { BodyReader } from './body-reader.js';

/** Bytes read before yielding: half a millisecond of work, and many times that before V8 has compiled the code. */
const SLICE_BYTES = 32_768;

/**
 * Reads a response's stream, at most `maxBytes` once decoded. Throws an AxiosError if it breaks off or is longer, and
 * whatever the reader throws. axios could bound it, but would wrap it into another stream.
 */
export const readStream = async (
  response: AxiosResponse<Readable>,
  reader: BodyReader,
  maxBytes: number,
): Promise<void> => {
  const timeSlice = new TimeSlice();
  let bytes = 0;
  try {
    for await (const chunk of response.data) {
      const beganAt = performance.now();
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) throw tooLarge(response);
      for (const slice of slicesOf(chunk as Buffer)) {
        reader.readChunk(slice);
        await reader.drain?.(timeSlice);
        await timeSlice.yieldIfSpent();
      }
      response.config.call?.attempt?.addOwnWork(performance.now() - beganAt);
    }
  } catch (error) {
    throw isOfTransfer(error) ? transferError(error, response) : error;
  }
  reader.end();
};

const slicesOf = function* (chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) yield chunk.subarray(start, start + SLICE_BYTES);
};

/** Whether an error is of the transfer: those of sockets and decompressors have a code, those of the reader have none. */
const isOfTransfer = (error: unknown): error is NodeJS.ErrnoException =>
  !isAxiosError(error) && typeof (error as NodeJS.ErrnoException).code === 'string';

/** The error that axios throws where it bounds the body. */
const tooLarge = ({ config, request }: AxiosResponse): AxiosError =>
  new AxiosError('the body is larger than is read', AxiosError.ERR_BAD_RESPONSE, config, request);

/** The error that axios throws where it reads the body: a decompressor's code is kept, a body cut short gets axios' own. */
const transferError = (error: NodeJS.ErrnoException, response: AxiosResponse): AxiosError => {
  const code = isDecoderCode(error.code) ? error.code : AxiosError.ERR_BAD_RESPONSE;
  return new AxiosError(error.message, code, response.config, response.request, response);
};

import type { Readable } from 'node:stream';
import { AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import { TimeSlice } from '../../time/time-slice.js';
import { isDecoderCode } from '../attempts/upstream-failure.js';
import type { BodyReader } from './body-reader.js';

/**
 * Bytes read before yielding: half a millisecond of work; many times that until V8 has optimised
 * the code.
 */
const SLICE_BYTES = 32_768;

/**
 * Reads a response's body, of at most `maxBytes` after decompression. Throws an AxiosError if the
 * body breaks off or is longer, and what the reader throws. axios' own limit would wrap the body in
 * a second stream.
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
      if (bytes > maxBytes) throw toTooLargeError(response);
      for (const slice of toSlices(chunk as Buffer)) {
        reader.readChunk(slice);
        await reader.drain?.(timeSlice);
        await timeSlice.yieldIfSpent();
      }
      response.config.call?.attempt?.addOwnWork(performance.now() - beganAt);
    }
  } catch (error) {
    throw isTransferError(error) ? toTransferError(error, response) : error;
  }
  reader.end();
};

const toSlices = function* (chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) yield chunk.subarray(start, start + SLICE_BYTES);
};

/**
 * Whether an error comes from a socket or a decompressor: those have a code, the reader's errors
 * have none.
 */
const isTransferError = (error: unknown): error is NodeJS.ErrnoException =>
  !isAxiosError(error) && typeof (error as NodeJS.ErrnoException).code === 'string';

/** The error that axios would throw for a body past its `maxContentLength`. */
const toTooLargeError = ({ config, request }: AxiosResponse): AxiosError =>
  new AxiosError('the body is larger than is read', AxiosError.ERR_BAD_RESPONSE, config, request);

/**
 * The error that axios would throw if it read the body: it keeps a decompressor's code, and has its
 * own for a body cut short.
 */
const toTransferError = (error: NodeJS.ErrnoException, response: AxiosResponse): AxiosError => {
  const code = isDecoderCode(error.code) ? error.code : AxiosError.ERR_BAD_RESPONSE;
  return new AxiosError(error.message, code, response.config, response.request, response);
};

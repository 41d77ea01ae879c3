import type { Readable } from 'node:stream';
import { AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import { TimeSlice } from '../../time/time-slice.js';
import { isDecoderCode } from '../attempts/upstream-failure.js';

/** Takes a body as it arrives. */
interface BodyReader {
  /** Throws where what has come cannot be the contract; the rest is then not read. */
  write(chunk: Uint8Array): void;
  /** Does what `write` has put off, and gives way to others meanwhile. */
  deliver?(timeSlice: TimeSlice): Promise<void>;
  /** Throws where the body was not whole. */
  end(): void;
}

/** So much is read in one go: half a millisecond of work, and many times that before the code is compiled. */
const SLICE_BYTES = 32_768;

/**
 * Reads the body of a response that came as a stream, `maxBytes` of it at most as they are once decoded. Throws an AxiosError where it
 * breaks off or is longer, and what the reader throws. By hand: axios puts another stream around one that it is to bound.
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
        reader.write(slice);
        await reader.deliver?.(timeSlice);
        await timeSlice.yieldIfSpent();
      }
      response.config.attempt?.worked(performance.now() - beganAt);
    }
  } catch (error) {
    throw isOfTransfer(error) ? transferError(error, response) : error;
  }
  reader.end();
};

const slicesOf = function* (chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) yield chunk.subarray(start, start + SLICE_BYTES);
};

/** What a socket or a decompressor says has a code; what the reader says has none. */
const isOfTransfer = (error: unknown): error is NodeJS.ErrnoException =>
  !isAxiosError(error) && typeof (error as NodeJS.ErrnoException).code === 'string';

/** As axios puts it where it bounds the body itself. */
const tooLarge = ({ config, request }: AxiosResponse): AxiosError =>
  new AxiosError('the body is larger than is read', AxiosError.ERR_BAD_RESPONSE, config, request);

/** As axios puts it where it reads the body itself: a decompressor keeps its code, a body that is cut has one of axios' own. */
const transferError = (error: NodeJS.ErrnoException, response: AxiosResponse): AxiosError => {
  const code = isDecoderCode(error.code) ? error.code : AxiosError.ERR_BAD_RESPONSE;
  return new AxiosError(error.message, code, response.config, response.request, response);
};

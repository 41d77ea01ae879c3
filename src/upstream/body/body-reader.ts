import type { TimeSlice } from '../../time/time-slice.js';

/** Reads a body as it arrives. */
export interface BodyReader {
  /** Throws if what has arrived cannot keep the contract; the rest is then not read. The chunk may be overwritten afterwards. */
  readChunk(chunk: Uint8Array): void;
  /** Does the work that `readChunk` put off, and yields to other work meanwhile. Awaited after each chunk. */
  drain?(timeSlice: TimeSlice): Promise<void>;
  /** Throws if the body was not whole, or breaks the contract. */
  end(): void;
}

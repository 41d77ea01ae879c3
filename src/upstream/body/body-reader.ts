import type { TimeSlice } from '../../time/time-slice.js';

/** Reads a body as it arrives. */
export interface BodyReader {
  /**
   * Reads the next chunk, which the caller may overwrite afterwards. Throws as soon as the body
   * cannot keep the contract any more; the rest of the body is then not read.
   */
  readChunk(chunk: Uint8Array): void;
  /**
   * Does the work that `readChunk` put off, and yields to other work meanwhile. Awaited after each
   * chunk.
   */
  drain?(timeSlice: TimeSlice): Promise<void>;
  /** Ends the body. Throws if it is incomplete or breaks the contract. */
  end(): void;
}

import type { Report } from '../../period/message.js';
import type { BodyReader } from './body-reader.js';
import { ByteBuffer } from './byte-buffer.js';
import { JsonScanner } from './json-scanner.js';
import { readReport } from './upstream.schema.js';

/**
 * Reads the body of the report `id`. Throws a ContractViolationError if it is nested too deep, and
 * what {@link readReport} throws.
 */
export class ReportReader implements BodyReader {
  /** The report, once the body has ended. */
  report: Report | undefined;
  private readonly body = new ByteBuffer();
  private readonly scanner = new JsonScanner();

  constructor(private readonly id: number) {}

  readChunk(chunk: Uint8Array): void {
    // The cuts are of no use here; the scanner throws if the body is nested too deep.
    for (let cut = this.scanner.findCut(chunk, 0); cut < chunk.length;) cut = this.scanner.findCut(chunk, cut + 1);
    this.body.append(chunk);
  }

  end(): void {
    this.report = readReport(this.body.from(0), this.id);
  }
}

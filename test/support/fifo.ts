import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A named pipe with a reader that reads only when it is told to, and can leave and come back. */
export class Fifo {
  /** All that was read. */
  text = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'fifo-'));
  readonly path = join(this.folder, 'log');
  private descriptor: number | undefined;

  constructor() {
    execFileSync('mkfifo', [this.path]);
    this.open();
  }

  open(): void {
    this.descriptor = openSync(this.path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  /** Reads what is in the pipe now, and returns all that was read so far. */
  read(): string {
    if (this.descriptor === undefined) return this.text;
    const chunk = Buffer.alloc(65_536);
    try {
      for (let bytes = -1; bytes !== 0;) {
        bytes = readSync(this.descriptor, chunk);
        this.text += chunk.toString('latin1', 0, bytes);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
    return this.text;
  }

  /** Leaves the pipe without a reader. */
  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  remove(): void {
    this.close();
    rmSync(this.folder, { recursive: true });
  }
}

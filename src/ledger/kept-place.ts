import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LedgerPlace } from '../config/ledger-url.js';

/**
 * Where the ledger is kept: the place of the settings, or a file in a folder of its own that is
 * deleted at the end. The store makes the folder, so a disk that cannot be written costs only the
 * ledger.
 */
export class KeptPlace {
  readonly place: LedgerPlace;
  private readonly temporaryFolder: string | undefined;

  /** `place`: undefined for the file that is deleted. */
  constructor(place: LedgerPlace | undefined) {
    const file = join(tmpdir(), `copilot-ledger-${randomUUID()}`, 'ledger.db');
    this.place = place ?? { file };
    this.temporaryFolder = place ? undefined : dirname(file);
    // A start that fails, because its port is taken for example, ends without a shutdown.
    if (this.temporaryFolder !== undefined) process.once('exit', this.release);
  }

  readonly release = (): void => {
    process.off('exit', this.release);
    if (this.temporaryFolder !== undefined) rmSync(this.temporaryFolder, { recursive: true, force: true });
  };
}

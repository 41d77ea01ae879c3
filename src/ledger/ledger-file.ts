import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LedgerSettings } from '../config/settings.js';

/**
 * The ledger's file: the one of the settings, or one in a folder of its own that is deleted at the
 * end. The store makes the folder, so a disk that cannot be written costs only the ledger.
 */
export class LedgerFile {
  readonly path: string;
  private readonly isTemporary: boolean;

  constructor({ file }: Pick<LedgerSettings, 'file'>) {
    this.isTemporary = file === undefined;
    this.path = file ?? join(tmpdir(), `copilot-ledger-${randomUUID()}`, 'ledger.db');
    // A start that fails, because its port is taken for example, ends without a shutdown.
    if (this.isTemporary) process.once('exit', this.release);
  }

  readonly release = (): void => {
    process.off('exit', this.release);
    if (this.isTemporary) rmSync(dirname(this.path), { recursive: true, force: true });
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LedgerSettings } from '../config/settings.js';

/** The ledger's file: the one of the settings, or one in a new folder that is deleted at the end. */
export class LedgerFile {
  readonly path: string;
  private readonly isTemporary: boolean;

  constructor({ file }: Pick<LedgerSettings, 'file'>) {
    this.isTemporary = file === undefined;
    this.path = file ?? join(mkdtempSync(join(tmpdir(), 'copilot-ledger-')), 'ledger.db');
  }

  release(): void {
    if (this.isTemporary) rmSync(dirname(this.path), { recursive: true, force: true });
  }
}

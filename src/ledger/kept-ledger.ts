import { randomBytes } from 'node:crypto';
import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { LedgerSettings } from '../config/settings.js';
import { LedgerFile } from './ledger-file.js';
import { LedgerWorker } from './worker/ledger-worker.js';

/** The ledger of a service that keeps one: its file, and the thread that owns it. */
export class KeptLedger implements OnModuleInit, OnApplicationShutdown {
  readonly worker: LedgerWorker;
  private readonly logger = new Logger('Ledger');
  private readonly file: LedgerFile;

  /** `program`: the compiled program of the thread. */
  constructor(
    readonly settings: LedgerSettings,
    program: URL,
  ) {
    const { source, graceMs, texts, key } = settings;
    this.file = new LedgerFile(settings);
    this.worker = new LedgerWorker(program, {
      file: this.file.path,
      source,
      graceMs,
      keeps: texts === 'full' ? 'texts' : 'amounts',
      key: key ?? randomBytes(32).toString('hex'),
    });
  }

  /**
   * Opens the ledger. A file that cannot be used now is tried again at each reading; a setting that
   * can never work stops the start.
   */
  async onModuleInit(): Promise<void> {
    const { file, key } = this.settings;
    if (file !== undefined && key === undefined)
      this.logger.warn(
        'without LEDGER_KEY, a text that is edited at the same price while the service is down is not noticed',
      );
    try {
      await this.worker.call('reader', 'periods');
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'StoreSettingError') throw error;
      this.logger.error(`the ledger is down: ${error.message}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker.close();
    this.file.release();
  }
}

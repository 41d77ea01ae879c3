import { randomBytes } from 'node:crypto';
import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { LedgerSettings } from '../config/settings.js';
import { KeptPlace } from './kept-place.js';
import { LedgerWorker } from './worker/ledger-worker.js';

/** A service that has missed two polls and this much, in milliseconds, loses the right to record to another replica. */
const LOCK_SPARE_MS = 30_000;

/** The ledger of a service that keeps one: its place, and the thread that owns it. */
export class KeptLedger implements OnModuleInit, OnApplicationShutdown {
  readonly worker: LedgerWorker;
  private readonly logger = new Logger('Ledger');
  private readonly kept: KeptPlace;

  /** `program`: the compiled program of the thread. */
  constructor(
    readonly settings: LedgerSettings,
    program: URL,
  ) {
    const { source, graceMs, texts, textMonths, key, pollMs } = settings;
    this.kept = new KeptPlace(settings.place);
    this.worker = new LedgerWorker(program, {
      place: this.kept.place,
      lockIdleMs: 2 * pollMs + LOCK_SPARE_MS,
      source,
      graceMs,
      keeps: texts === 'full' ? 'texts' : 'amounts',
      ...(textMonths !== undefined && { textMonths }),
      key: key ?? randomBytes(32).toString('hex'),
      isKeyRandom: key === undefined,
    });
  }

  /**
   * Opens the ledger. A database that cannot be used now is tried again at each reading; a setting that
   * can never work stops the start. One that is deleted at the end has no such setting, and is opened
   * by its first call.
   */
  async onModuleInit(): Promise<void> {
    const { place, key } = this.settings;
    if (place === undefined) return;
    if (key === undefined)
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
    this.kept.release();
  }
}

import type { LedgerStore } from '../store/ledger-store.js';
import { LedgerMemory } from './ledger-memory.js';
import type { TextPrints } from './text-prints.js';

/** Opens the store. Rejects with a StoreUnavailableError. */
export type OpenStore = () => Promise<LedgerStore>;

/** The ledger's store, opened at the first use, and what is remembered of it. */
export class OpenLedger {
  private opened: LedgerStore | undefined;
  private remembered: LedgerMemory | undefined;

  constructor(
    private readonly openStore: OpenStore,
    private readonly source: string,
    readonly prints: TextPrints,
  ) {}

  /** Opens the store if it is not open, so a ledger that was down is tried again at each use. */
  async store(): Promise<LedgerStore> {
    this.opened ??= await this.openStore();
    return this.opened;
  }

  async memory(): Promise<LedgerMemory> {
    this.remembered ??= await LedgerMemory.load(await this.store(), this.source, this.prints);
    return this.remembered;
  }

  /** Drops what is remembered, because the store may know more: it is read again at the next use. */
  forget(): void {
    this.remembered = undefined;
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    this.forget();
    await opened?.close();
  }
}

import type { LedgerStore } from '../store/ledger-store.js';
import { LedgerMemory } from './ledger-memory.js';
import type { TextPrints } from './text-prints.js';

/** Opens the store. Rejects with a StoreUnavailableError. */
export type OpenStore = () => Promise<LedgerStore>;

/** How long what is remembered is not compared with the store, in milliseconds: another process may write it. */
const UNASKED_MS = 500;

/** The ledger's store, opened at the first use, and what is remembered of it. */
export class OpenLedger {
  private opened: LedgerStore | undefined;
  private remembered: LedgerMemory | undefined;
  /** When the store was last asked for what is new, by `performance.now()`. */
  private askedAt = -Infinity;

  /** `unaskedMs`: for how long the store is not asked again whether it has more. */
  constructor(
    private readonly openStore: OpenStore,
    private readonly source: string,
    readonly prints: TextPrints,
    private readonly unaskedMs = UNASKED_MS,
  ) {}

  /** Opens the store if it is not open, so a ledger that was down is tried again at each use. */
  async store(): Promise<LedgerStore> {
    this.opened ??= await this.openStore();
    return this.opened;
  }

  /** What the store had at most half a second ago, and all that this process has written. */
  async memory(): Promise<LedgerMemory> {
    if (this.remembered && performance.now() - this.askedAt < this.unaskedMs) return this.remembered;
    const store = await this.store();
    const askedAt = performance.now();
    if (!this.remembered || !(await this.isFollowed(this.remembered, store)))
      this.remembered = await LedgerMemory.load(store, this.source, this.prints);
    this.askedAt = askedAt;
    return this.remembered;
  }

  /** Takes in what is new; drops what is remembered where that ends half way. */
  private async isFollowed(memory: LedgerMemory, store: LedgerStore): Promise<boolean> {
    try {
      return await memory.follow(store, this.prints);
    } catch (error) {
      this.forget();
      throw error;
    }
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

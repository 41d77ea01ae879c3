import { LedgerReader } from './ledger-reader.js';
import { LedgerWriter, type WriterOptions } from './ledger-writer.js';
import { ReadingComparer } from './reading-comparer.js';
import { OpenLedger, type OpenStore } from './open-ledger.js';
import { TextPrints } from './text-prints.js';

export interface EngineOptions extends WriterOptions {
  /** Name of the upstream whose periods these are. */
  readonly source: string;
  /** Secret key of the hashes by which edits of texts are noticed. */
  readonly key: string;
  /** Set where the next start has another key: prints are not written down for their own sake. */
  readonly isKeyRandom?: boolean;
  /** For how long the store is not asked whether another process has written, in milliseconds; 500 if not given. */
  readonly unaskedMs?: number;
}

/** A ledger over a store: its parts share one memory. */
export class LedgerEngine {
  readonly writer: LedgerWriter;
  readonly reader: LedgerReader;
  readonly comparer: ReadingComparer;
  readonly ledger: OpenLedger;

  constructor(openStore: OpenStore, { source, key, isKeyRandom, unaskedMs, ...options }: EngineOptions) {
    this.ledger = new OpenLedger(openStore, source, new TextPrints(key, !isKeyRandom), unaskedMs);
    this.writer = new LedgerWriter(this.ledger, options);
    this.reader = new LedgerReader(this.ledger);
    this.comparer = new ReadingComparer(this.ledger, options);
  }
}

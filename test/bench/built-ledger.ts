import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { MODULES } from './contenders.js';

/** Messages as the ledger takes them, column by column. */
export interface MessageBatch {
  readonly ids: readonly number[];
  readonly timestamps: readonly string[];
  readonly reportIds: readonly undefined[];
  readonly textUnits: readonly number[];
  readonly texts: readonly string[];
}

/** As much of the built ledger's engine as is measured here. */
export interface Engine {
  readonly writer: {
    readonly beginReading: (head: unknown) => void;
    readonly addMessages: (batch: MessageBatch) => void;
    readonly endReading: (atMs: number) => Promise<{ readonly outcome: string }>;
    readonly confirm: (atMs: number) => Promise<{ readonly outcome: string } | undefined>;
  };
  readonly reader: {
    readonly periods: () => Promise<readonly { readonly id: string; readonly messages: number }[]>;
    readonly lines: (id: string) => Promise<{ readonly csv: Uint8Array; readonly reports: readonly unknown[] }>;
  };
  readonly ledger: { readonly close: () => Promise<void> };
}

export interface Store {
  readonly append: (commit: object) => Promise<void>;
  readonly backup: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Row of a journal, as far as the next one needs it. */
export type JournalRow = object;

/** The built ledger, and the pricing that it is given prices by. Throws where nothing is built. */
export const builtLedger = async () => {
  const { LedgerEngine } = await built<{ LedgerEngine: new (open: () => Promise<Store>, options: object) => Engine }>(
    'ledger/engine/ledger-engine.js',
  );
  const { openSqliteStore } = await built<{ openSqliteStore: (file: string, source: string) => Promise<Store> }>(
    'ledger/store/sqlite/open-sqlite-store.js',
  );
  const { billOfLines } = await built<{ billOfLines: (csv: string, reports: readonly unknown[]) => Promise<unknown> }>(
    'ledger/past/bill-of-lines.js',
  );
  const { verifyLedger } = await built<{ verifyLedger: (store: Store, options: object) => Promise<unknown> }>(
    'ledger/verify/verify-ledger.js',
  );
  const { toRows } = await built<{
    toRows: (entries: readonly object[], before: JournalRow | undefined) => { readonly rows: readonly JournalRow[] };
  }>('ledger/journal/to-rows.js');
  const { canonicalJson, sha256 } = await built<{
    canonicalJson: (value: unknown) => string;
    sha256: (text: string) => string;
  }>('ledger/sealed/digest.js');
  const { BUNDLED_RATE_CARDS, ...pricing } = await built<{
    STANDARD: unknown;
    BUNDLED_RATE_CARDS: readonly unknown[];
    ZERO: unknown;
    createTextPricer: (card: unknown) => { readonly scale: number; readonly priceInUnits: (text: string) => number };
  }>('pricing/index.js');
  const [card] = BUNDLED_RATE_CARDS;
  const name = sha256(canonicalJson(card));
  const priced = { cards: new Map([[name, card]]), rateCard: name };
  return { LedgerEngine, openSqliteStore, billOfLines, verifyLedger, toRows, priced, ...pricing };
};

const built = async <Module>(name: string): Promise<Module> => {
  const path = `${MODULES}/${name}`;
  if (!existsSync(path)) throw new Error(`not built: ${path}`);
  return (await import(pathToFileURL(path).href)) as Module;
};

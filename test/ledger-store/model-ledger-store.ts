import type {
  Commit,
  ExplanationRow,
  NewestRow,
  RateCardRow,
  SealRow,
  StoredRow,
} from '../../src/ledger/store/ledger-rows.js';
import { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { BackupExistsError, ConflictError } from '../../src/ledger/store/store.errors.js';

interface Content {
  readonly rows: StoredRow[];
  readonly seals: SealRow[];
  readonly rateCards: RateCardRow[];
  readonly explanations: ExplanationRow[];
}

/** Files in memory, by name. */
export type ModelDisk = Map<string, Content>;

/** The least that a store can be: arrays of what was written. Two stores of one file are two processes. */
export class ModelLedgerStore extends LedgerStore {
  private readonly content: Content;

  constructor(
    private readonly disk: ModelDisk,
    file: string,
  ) {
    super();
    this.content = disk.get(file) ?? { rows: [], seals: [], rateCards: [], explanations: [] };
    disk.set(file, this.content);
  }

  override async *journal(from = 1): AsyncGenerator<StoredRow> {
    yield* this.content.rows.slice(from - 1);
  }

  override async newest(): Promise<NewestRow | undefined> {
    const row = this.content.rows.at(-1);
    return row && { number: row.number, chain: row.chain, confirmedAt: row.confirmedAt };
  }

  override async claim(): Promise<boolean> {
    return true;
  }

  override async append({ after, confirmedAt, textsDeleted = [], ...added }: Commit): Promise<void> {
    const { rows, seals, rateCards, explanations } = this.content;
    const newest = rows.at(-1);
    if (after !== (newest?.number ?? 0)) throw new ConflictError('another process has written');
    if (newest && confirmedAt !== undefined) rows[rows.length - 1] = { ...newest, confirmedAt };
    rows.push(...added.rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt ?? null })));
    seals.push(...added.seals);
    const known = new Set(rateCards.map(({ sha256 }) => sha256));
    rateCards.push(...added.rateCards.filter(({ sha256 }) => !known.has(sha256)));
    const kept = explanations.filter(({ kind, period }) => kind !== 'texts' || !textsDeleted.includes(period));
    explanations.splice(0, Infinity, ...kept, ...added.explanations);
  }

  override async seal(period: string): Promise<SealRow | undefined> {
    return this.content.seals.find((seal) => seal.period === period);
  }

  override async manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]> {
    return this.content.seals.map(({ period, manifest, digest }) => ({ period, manifest, digest }));
  }

  override async rateCard(sha256: string): Promise<RateCardRow | undefined> {
    return this.content.rateCards.find((card) => card.sha256 === sha256);
  }

  override async explanations(period: string, entry?: number): Promise<readonly ExplanationRow[]> {
    return this.content.explanations
      .filter(
        (row) => row.period === period && (entry === undefined || (row.firstEntry <= entry && entry <= row.lastEntry)),
      )
      .toSorted((a, b) => a.row - b.row);
  }

  override async periodsWithTexts(): Promise<ReadonlySet<string>> {
    return new Set(this.content.explanations.flatMap(({ kind, period }) => (kind === 'texts' ? [period] : [])));
  }

  override async rateCards(): Promise<readonly RateCardRow[]> {
    return this.content.rateCards.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  }

  override async explanationsOfRows(first: number, last: number): Promise<readonly ExplanationRow[]> {
    return this.content.explanations.filter(({ row }) => row >= first && row <= last);
  }

  override async backup(file: string): Promise<void> {
    if (this.disk.has(file)) throw new BackupExistsError('a backup is written to a new file only');
    const { rows, seals, rateCards, explanations } = this.content;
    this.disk.set(file, {
      rows: [...rows],
      seals: [...seals],
      rateCards: [...rateCards],
      explanations: [...explanations],
    });
  }

  override async close(): Promise<void> {}
}

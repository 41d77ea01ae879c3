import type { LookUpQueue } from './lookup-queue.js';
import type { Report } from '../period/message.js';
import type { Validated } from './attempts/conditional-request.js';

/** Reports that exist, by id, each with its validator. */
export type KnownReports = ReadonlyMap<number, Validated<Report>>;

/** Asks upstream for the report with this id; undefined if it does not exist. */
type LookUp = (id: number) => Promise<Validated<Report> | undefined>;

/** Looks up the reports of one read. Each is asked for once, however many messages name it. */
export class ReportLookUps {
  private readonly lookUps = new Map<number, ReturnType<LookUp>>();

  constructor(
    private readonly lookUp: LookUp,
    private readonly queue: Pick<LookUpQueue, 'run' | 'clear'>,
  ) {}

  /**
   * Asks for reports that may be needed. A failure matters only if {@link findAll} is then called
   * with the id.
   */
  prefetch(ids: Iterable<number>): void {
    for (const id of ids) this.find(id).catch(() => undefined);
  }

  /**
   * The reports with these ids that exist, by id. Throws the first failure, and drops all look-ups
   * that are still queued.
   */
  async findAll(ids: Iterable<number>): Promise<KnownReports> {
    try {
      const found = await Promise.all(Array.from(ids, async (id) => [id, await this.find(id)] as const));
      return new Map(found.flatMap(([id, report]) => (report ? [[id, report]] : [])));
    } finally {
      this.queue.clear();
    }
  }

  private find(id: number): ReturnType<LookUp> {
    const lookUp = this.lookUps.get(id) ?? this.queue.run(() => this.lookUp(id));
    this.lookUps.set(id, lookUp);
    return lookUp;
  }
}

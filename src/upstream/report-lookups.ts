import type { LookUpQueue } from './lookup-queue.js';
import type { Report } from '../period/message.js';
import type { Validated } from './attempts/conditional-request.js';

export type KnownReports = ReadonlyMap<number, Validated<Report>>;

/** Asks upstream for the report with this id. */
type LookUp = (id: number) => Promise<Validated<Report> | undefined>;

/** The reports of one reading: each is asked for once, however many messages name it, when its turn comes. */
export class ReportLookups {
  private readonly begun = new Map<number, ReturnType<LookUp>>();

  constructor(
    private readonly lookUp: LookUp,
    private readonly queue: Pick<LookUpQueue, 'run' | 'clear'>,
  ) {}

  /** Asks for these before it is known whether they are needed: a failure counts only once {@link all} wants the report. */
  begin(ids: Iterable<number>): void {
    for (const id of ids) this.of(id).catch(() => undefined);
  }

  /** Each of these that exists, by its id. Throws the first failure, and asks for none that still waits for its turn. */
  async all(ids: Iterable<number>): Promise<KnownReports> {
    try {
      const found = await Promise.all(Array.from(ids, async (id) => [id, await this.of(id)] as const));
      return new Map(found.flatMap(([id, report]) => (report ? [[id, report]] : [])));
    } finally {
      this.queue.clear();
    }
  }

  private of(id: number): ReturnType<LookUp> {
    const begun = this.begun.get(id) ?? this.queue.run(() => this.lookUp(id));
    this.begun.set(id, begun);
    return begun;
  }
}

import { Logger } from '@nestjs/common';
import { type LedgerReport, type LedgerRole, LedgerStatus } from '../../billing/ledger-status.js';
import { HELD_REASONS, type HeldReading } from '../../billing/held-reading.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import type { Recorded } from '../engine/recorded.js';

/** What somebody may have to look at after a reading. */
export interface OpenQuestions {
  /** All readings that wait now. */
  readonly held: readonly HeldReading[];
  readonly looksLikeWindow: boolean;
}

/** Says how recording goes: in readiness, in metrics, and in the log where it changes. */
export class RecorderState extends LedgerStatus {
  private readonly logger = new Logger('Ledger');
  report: LedgerReport | undefined;

  /** `source`: the upstream whose readings these are; undefined if none are recorded. */
  constructor(
    private readonly metrics: MetricsService,
    private readonly source = '',
  ) {
    super();
  }

  /** A reading was written down at `atMs`. */
  recorded(recorded: Recorded, atMs: number, { held, looksLikeWindow }: OpenQuestions): void {
    const { number, outcome, reason, closed, textsDeleted } = recorded;
    this.become('writer');
    if (looksLikeWindow && !this.report?.looksLikeWindow) this.logger.warn(WINDOW);
    this.report = {
      isUp: true,
      role: 'writer',
      recordedAt: formatEpochMs(atMs),
      held: countByReason(held),
      ...(looksLikeWindow && { looksLikeWindow }),
    };
    this.metrics.ledgerRecorded(this.source, atMs / 1000);
    for (const period of closed) this.logger.log(`the period ${period} is closed`);
    for (const period of textsDeleted) this.logger.log(`the texts of the period ${period} are deleted`);
    if (outcome !== 'held' || !reason) return;
    this.metrics.readingHeld(this.source, reason);
    this.logger.warn(`reading ${number} is held (${reason}): ${whatItWaitsFor(reason)}`);
  }

  /** A reading was left to the replica that records; `held` are all that wait now. */
  left(held: readonly HeldReading[]): void {
    this.become('reader');
    const { recordedAt } = this.report ?? {};
    this.report = { isUp: true, role: 'reader', ...(recordedAt && { recordedAt }), held: countByReason(held) };
    this.metrics.ledgerReached(this.source);
  }

  /** Says in the log what changes with the next report. */
  private become(role: LedgerRole): void {
    const { report } = this;
    if (report?.isUp === false) this.logger.log('the ledger is up again');
    if (report?.role === role || (!report?.role && role === 'writer')) return;
    this.logger.log(role === 'reader' ? 'another replica records: this one reads' : 'this replica records from now on');
  }

  /** A reading could not be written down. It is tried again at the next one. */
  failed(error: Error): void {
    const { message } = error;
    if (this.report?.reason !== message) this.logger.error(`the ledger is down: ${message}`);
    this.report = { ...this.report, isUp: false, reason: message };
    this.metrics.ledgerFailed(this.source);
  }
}

const WINDOW =
  'the oldest messages of the current period vanish little by little: upstream may send a window that slides, and never begin a new period';

const whatItWaitsFor = (reason: HeldReading['reason']): string =>
  reason === 'late'
    ? 'it has messages of a closed period, which are billed nowhere until somebody decides'
    : 'it fits no period until a later one does or somebody decides';

const countByReason = (held: readonly HeldReading[]): Record<string, number> =>
  Object.fromEntries(HELD_REASONS.map((each) => [each, held.filter(({ reason }) => reason === each).length]));

import { credits, toPlainDecimal } from '../../pricing/index.js';
import type { Correction } from '../rule/adjustment.js';
import type { Entry } from '../rule/entry.js';
import type { Judgement } from '../rule/judgement.js';
import { toReadingCards } from '../rule/reading-cards.js';
import { type AdjustmentHead, fromAdjustmentHead, toAdjustmentHead } from './adjustment-head.js';
import type { EntryRecords } from './entry-lines.js';
import { fromRuns, type NumberRun, toRuns } from './number-runs.js';

/** An entry that has a row of its own. */
export type WrittenEntry = Exclude<Entry, { kind: 'confirmation' }>;

type CorrectionHead = Omit<Correction, 'was' | 'now' | 'difference'> &
  Readonly<Record<'was' | 'now' | 'difference', string>>;

type JudgementHead = Omit<Judgement, 'changes' | 'added' | 'carried' | 'opens' | 'order' | 'corrections'> & {
  readonly opens?: { readonly previous: string | null };
  readonly order?: readonly NumberRun[];
  readonly corrections: readonly CorrectionHead[];
};

/** An entry in JSON, without what its document has in lines. */
export type EntryHead =
  | Extract<WrittenEntry, { kind: 'decision' | 'closing' }>
  | (Omit<Extract<WrittenEntry, { kind: 'reading' }>, 'judgement' | 'held'> & {
      readonly judgement: JudgementHead;
      /** Set where the entry has the messages of a held reading, though they may be none. */
      readonly isHeld?: true;
    })
  | (Omit<Extract<WrittenEntry, { kind: 'reconsideration' }>, 'judgement'> & { readonly judgement: JudgementHead })
  | AdjustmentHead;

export const toEntryHead = (entry: WrittenEntry): EntryHead => {
  switch (entry.kind) {
    case 'reading': {
      const { judgement, held, ...rest } = entry;
      return { ...rest, judgement: toJudgementHead(judgement), ...(held && { isHeld: true }) };
    }
    case 'reconsideration':
      return { ...entry, judgement: toJudgementHead(entry.judgement) };
    case 'adjustment':
      return toAdjustmentHead(entry);
    case 'decision':
    case 'closing':
      return entry;
  }
};

/** Puts an entry together again from its head and its lines. */
export const fromEntryHead = (head: EntryHead, records: EntryRecords): WrittenEntry => {
  switch (head.kind) {
    case 'reading': {
      const { judgement, isHeld, ...rest } = head;
      return { ...rest, judgement: fromJudgementHead(judgement, records), ...(isHeld && { held: records.held }) };
    }
    case 'reconsideration':
      return { ...head, judgement: fromJudgementHead(head.judgement, records) };
    case 'adjustment':
      return fromAdjustmentHead(head);
    case 'decision':
    case 'closing':
      return head;
  }
};

const toJudgementHead = (judgement: Judgement): JudgementHead => {
  const { outcome, reason, period, opens, rollsOver, order, corrections } = judgement;
  return {
    outcome,
    ...(reason && { reason }),
    ...(period !== undefined && { period }),
    ...(opens && { opens: { previous: opens.previous ?? null } }),
    ...(rollsOver && { rollsOver }),
    ...toReadingCards(judgement),
    ...(order && { order: toRuns(order) }),
    corrections: corrections.map(({ was, now, difference, ...correction }) => ({
      ...correction,
      was: toPlainDecimal(was),
      now: toPlainDecimal(now),
      difference: toPlainDecimal(difference),
    })),
  };
};

/** Names each field: what a month of readings is read by, and taking the rest of an object is slow. */
const fromJudgementHead = (head: JudgementHead, { changes, carried, added }: EntryRecords): Judgement => {
  const { outcome, reason, period, opens, rollsOver, order, corrections } = head;
  return {
    outcome,
    ...(reason && { reason }),
    ...(period !== undefined && { period }),
    ...(rollsOver && { rollsOver }),
    ...toReadingCards(head),
    ...(opens && { opens: { previous: opens.previous ?? undefined } }),
    changes,
    ...(added && { added }),
    carried,
    ...(order && { order: fromRuns(order) }),
    corrections: corrections.map(({ was, now, difference, ...correction }) => ({
      ...correction,
      was: credits(was),
      now: credits(now),
      difference: credits(difference),
    })),
  };
};

import { compareEpochTimes } from '../../src/time/epoch-time.js';
import type { LedgerRules } from '../../src/ledger/rule/record-reading.js';
import { BrokenLawError } from './check.js';
import { HISTORY_RULES, Simulation } from './simulation.js';

type Rule = NonNullable<LedgerRules['verdictOn']>;

const monthOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 7);

/** Rejected: a period is a calendar month, that of the newest message. */
const calendarMonth: Rule = ({ open, sighting: { messages } }) => {
  const newest = messages.toSorted(compareEpochTimes).at(-1);
  if (!newest) return 'empty';
  if (!open) return 'opens';
  const first = open.lines[0]?.message ?? newest;
  return monthOf(newest.epochMs) === monthOf(first.epochMs) ? 'applies' : 'rolls_over';
};

/** Rejected: a period ends when none of its ids is there any more. */
const noIdInCommon: Rule = ({ open, sighting: { messages } }) => {
  if (messages.length === 0) return 'empty';
  if (!open) return 'opens';
  const ids = new Set(open.lines.map(({ message }) => message.id));
  return messages.some(({ id }) => ids.has(id)) ? 'applies' : 'rolls_over';
};

/** Rules that the simulator must find wrong. */
export const MUTANTS: Readonly<Record<string, Rule>> = {
  'calendar month': calendarMonth,
  'no id in common': noIdInCommon,
};

/**
 * The law by which a history catches a mutant; undefined if it does not. The faults are those of
 * networks and caches, and nothing is compared with the reference, which would tell at once that
 * the rule is another one: the mutant has to do wrong.
 */
export const caughtBy = (mutant: string, seed: number): string | undefined => {
  const verdictOn = MUTANTS[mutant];
  if (!verdictOn) throw new RangeError(`no mutant ${mutant}`);
  try {
    new Simulation(seed, { ...HISTORY_RULES, verdictOn }, { isCompared: false, isHostile: false }).run();
    return undefined;
  } catch (error) {
    if (error instanceof BrokenLawError) return error.law;
    throw error;
  }
};

import type { AnswerKind, Divergence, LedgerComparison } from '../../billing/ledger-comparison.js';
import { type Credits, minus, sum, ZERO } from '../../pricing/index.js';
import type { ComparedMessage, ReadingComparison } from '../rule/compare-reading.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { Reading } from '../rule/reading.js';
import { creditsOf, type SeenMessage } from '../rule/seen-message.js';

/** What the comparison of a reading with the open period, if one is open, comes to. */
export const toComparison = (
  { messages }: Pick<Reading, 'messages'>,
  open: PeriodBook | undefined,
  { verdict, missing, added, changed, carried }: ReadingComparison,
): LedgerComparison => ({
  upstream: { is: KINDS[verdict], messages: messages.length, credits: sum(messages.map(creditsOf)) },
  ledger: { period: open?.id, messages: open?.length ?? 0, credits: open?.credits ?? ZERO },
  missing: toDivergence(missing),
  added: toDivergence(added),
  changed: toDivergence(changed),
  carried: toDivergence(carried),
});

const KINDS: Readonly<Record<ReadingComparison['verdict'], AnswerKind>> = {
  applies: 'same_period',
  opens: 'next_period',
  rolls_over: 'next_period',
  past: 'earlier_period',
  late: 'late',
  adds: 'same_period',
  empty: 'empty',
  shrunk: 'shrunk',
  rewritten: 'rewritten',
  unrelated: 'unrelated',
};

/** How many ids a divergence names. */
const NAMED = 1000;

const toDivergence = (messages: readonly ComparedMessage[]): Divergence => ({
  messages: messages.length,
  credits: minus(sum(messages.map(({ was }) => costOf(was))), sum(messages.map(({ now }) => costOf(now)))),
  ids: messages.slice(0, NAMED).flatMap(({ was, now = was }) => (now ? [now.id] : [])),
});

const costOf = (message: SeenMessage | undefined): Credits => (message ? creditsOf(message) : ZERO);

import { credits, type Credits, sum, toPlainDecimal } from '../../src/pricing/index.js';
import { decideHeld } from '../../src/ledger/rule/decide-held.js';
import type { Decision, Entry } from '../../src/ledger/rule/entry.js';
import { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { Reading } from '../../src/ledger/rule/reading.js';
import type { ReadingCards } from '../../src/ledger/rule/reading-cards.js';
import { recordReading } from '../../src/ledger/rule/record-reading.js';
import type { SeenMessage } from '../../src/ledger/rule/seen-message.js';
import { startOfMs } from '../../src/time/epoch-time.js';
import { parseEpochTime } from '../../src/time/rfc3339.js';

/*
 * Histories of the ledger in a line each. A reading is a list of messages: `7@12` is message 7,
 * stamped 12 hours after the start of 29 April 2024 and costing 1 credit; `1-10@0` are ten of them
 * an hour apart, `1-10@0x24` a day apart. After that, in this order: `=2.5` the price, `=2.5|3` the
 * price by the card of the reading and by any other, `r` if a report has that price, `~b` another
 * text. `7@Y9999` is stamped in that year. Before the list, `+100` lets 100 hours pass instead of
 * one, and `[B]` names the card: `[A,B@7]` prices by B what is stamped 7 hours after the start or
 * later. `-` is an empty reading; `!2 discard` is a person's decision on
 * reading 2.
 */

const START_MS = Date.UTC(2024, 3, 29);
const HOUR_MS = 3_600_000;
const TOKEN =
  /^(?<first>\d+)(?:-(?<last>\d+))?@(?:Y(?<year>\d+)|(?<hour>[\d.]+)(?:x(?<step>[\d.]+))?)(?:=(?<price>[\d.]+))?(?:\|(?<other>[\d.]+))?(?<report>r)?(?:~(?<text>\w+))?$/;
const GRACE_MS = 72 * HOUR_MS;

interface History {
  readonly state: LedgerState;
  readonly entries: readonly Entry[];
}

/** The ledger after these readings and decisions, an hour apart where nothing else is said. */
export const play = (steps: readonly string[], graceMs = GRACE_MS): History => {
  const state = new LedgerState();
  const entries: Entry[] = [];
  let atMs = START_MS;
  for (const step of steps) {
    const [, hours, card, rest = ''] = /^(?:\+(\S+) )?(?:\[([\w,@.]+)\] )?(.*)$/.exec(step) ?? [];
    atMs += Number(hours ?? 1) * HOUR_MS;
    const added = rest.startsWith('!')
      ? decideHeld(state, decisionOf(rest, atMs), { graceMs })
      : recordReading(state, readingOf(rest, atMs, card), { graceMs });
    for (const entry of added) state.apply(entry);
    entries.push(...added);
  }
  return { state, entries };
};

const decisionOf = (text: string, atMs: number) => {
  const [number, decision] = text.slice(1).split(' ');
  return { reading: Number(number), decision: decision as Decision, reason: 'as agreed', author: 'finance', atMs };
};

/** The reading that a list of messages describes. */
export const readingOf = (list: string, atMs = START_MS, cards = 'A'): Reading => {
  const other = new Map<SeenMessage, Credits>();
  const messages = list === '-' ? [] : list.split(' ').flatMap((token) => messagesOf(token, other));
  return {
    atMs,
    ...cardsOf(cards),
    digest: `${cards} ${list}`,
    messages,
    textCreditsBy: (message) => other.get(message) ?? message.textCredits,
  };
};

const cardsOf = (cards: string): ReadingCards => {
  const [rateCard = '', ...later] = cards.split(',');
  if (later.length === 0) return { rateCard };
  const laterCards = later.map((each) => {
    const [card = '', hour] = each.split('@');
    return { rateCard: card, from: startOfMs(START_MS + Number(hour) * HOUR_MS) };
  });
  return { rateCard, laterCards };
};

const messagesOf = (token: string, other: Map<SeenMessage, Credits>): SeenMessage[] => {
  const groups = TOKEN.exec(token)?.groups;
  if (!groups) throw new Error(`not a message: ${token}`);
  const { first, last = first, year, hour, step = '1', price = '1', report, text = 'a' } = groups;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => {
    const id = Number(first) + index;
    const timestamp = year
      ? `${year.padStart(4, '0')}-06-01T00:00:00Z`
      : new Date(START_MS + (Number(hour) + index * Number(step)) * HOUR_MS).toISOString();
    const message: SeenMessage = {
      id,
      timestamp,
      ...parseEpochTime(timestamp),
      textCredits: credits(report ? '1' : price),
      textPrint: text,
      ...(report && { reportId: 9, report: { id: 9, name: 'Lease Abstract', creditCost: credits(price) } }),
    };
    if (groups['other']) other.set(message, credits(groups['other']));
    return message;
  });
};

/**
 * `2024-04-29 closed 10 (2 missing), 2024-05-29 open 3 +1.5`: each period's total, and the
 * adjustments booked in it.
 */
export const sumsOf = ({ periods, adjustments }: LedgerState): string =>
  periods
    .map(({ id, status, lines, credits: total }) => {
      const missing = lines.filter(({ missingSince }) => missingSince).length;
      const booked = adjustments.filter(({ bookedIn }) => bookedIn === id);
      const corrected = sum(booked.map(({ difference }) => difference));
      return [
        `${id} ${status} ${toPlainDecimal(total)}`,
        missing > 0 ? ` (${missing} missing)` : '',
        booked.length > 0 ? ` ${corrected.units < 0n ? '' : '+'}${toPlainDecimal(corrected)}` : '',
      ].join('');
    })
    .join(', ');

/** `, held: 4 late 6 shrunk`: what waits for a decision, after {@link sumsOf}; empty if nothing does. */
export const heldOf = ({ held }: LedgerState): string =>
  held.length === 0 ? '' : `, held: ${held.map(({ number, reason }) => `${number} ${reason}`).join(' ')}`;

/**
 * What became of each reading, in order: `applied, rewritten, past, applied`; `same` where it was
 * the one before.
 */
export const outcomesOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) => {
      if (entry.kind === 'confirmation') return ['same'];
      return entry.kind === 'reading' ? [entry.judgement.reason ?? entry.judgement.outcome] : [];
    })
    .join(', ');

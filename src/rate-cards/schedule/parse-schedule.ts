import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import type { Schedule, Scheduled } from '../../time/schedule.js';
import { parseWrittenTime, WrittenTimeError } from '../../time/written-time.js';
import { explainUnknown } from '../unknown-names.js';
import { RateCardScheduleError } from './rate-card-schedule.error.js';

/** An entry of a schedule as it is written: `flat@2027-01-01T00:00:00Z`. */
interface WrittenEntry {
  readonly written: string;
  readonly id: string;
  /** What stands behind the `@`; undefined without one. */
  readonly start: string | undefined;
}

/**
 * Parses `standard,flat@2027-01-01T00:00[Europe/London]`: ids of rate cards with commas between
 * them, each but the first with an `@` and the instant from which it is in force; the instants
 * ascend. Throws a {@link RateCardScheduleError} that names every entry that is wrong, and the ids
 * that exist where one does not.
 */
export const parseSchedule = <Card extends object>(text: string, cards: ReadonlyMap<string, Card>): Schedule<Card> => {
  const [first, ...others] = text.split(',').map(toEntry);
  const problems = [
    ...(first?.start === undefined ? [] : [`${first.written} has a start, but the first card has none`]),
    ...[first, ...others].flatMap((entry) => (entry ? problemOfId(entry, cards) : [])),
  ];
  const later = others.flatMap((entry): Scheduled<WrittenEntry>[] => {
    const from = parseStart(entry);
    if (typeof from !== 'string') return [{ from, value: entry }];
    problems.push(from);
    return [];
  });
  problems.push(...later.flatMap((each, index) => problemOfOrder(each, later[index - 1])));
  const firstCard = first && cards.get(first.id);
  if (problems.length > 0 || !firstCard) throw new RateCardScheduleError(problems);
  return {
    first: firstCard,
    later: later.flatMap(({ from, value }) => {
      const card = cards.get(value.id);
      return card ? [{ from, value: card }] : [];
    }),
  };
};

const toEntry = (text: string): WrittenEntry => {
  const written = text.trim();
  const at = written.indexOf('@');
  return at < 0
    ? { written, id: written, start: undefined }
    : { written, id: written.slice(0, at), start: written.slice(at + 1) };
};

const problemOfId = ({ id }: WrittenEntry, cards: ReadonlyMap<string, object>): string[] =>
  cards.has(id) ? [] : [`${id || 'an empty id'} ${explainUnknown(id, [...cards.keys()])}`];

/** The instant from which the entry is in force, or what is wrong with it. */
const parseStart = ({ written, start }: WrittenEntry): EpochTime | string => {
  if (start === undefined) return `${written || 'an empty entry'} has no start, which only the first card may lack`;
  try {
    return parseWrittenTime(start);
  } catch (error) {
    if (error instanceof WrittenTimeError) return `${written} ${error.message}`;
    throw error;
  }
};

const problemOfOrder = (
  { from, value }: Scheduled<WrittenEntry>,
  before: Scheduled<WrittenEntry> | undefined,
): string[] =>
  before && compareEpochTimes(before.from, from) >= 0
    ? [`${value.written} does not begin later than ${before.value.written}, which stands before it`]
    : [];

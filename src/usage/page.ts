import { createHash } from 'node:crypto';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { BilledMessage } from './billed-message.js';
import type { UsageQueryDto } from './usage-query.dto.js';

export interface Page {
  readonly messages: readonly BilledMessage[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/**
 * The page of `selected` that the query asks for. A cursor names the entry that the page before ended with, not a position:
 * entries that are added meanwhile are neither skipped after it nor repeated. It carries a digest of the filters and the order, and
 * is refused with others (InvalidInputError), as is one whose entry is no longer there.
 */
export const pageOf = (selected: readonly BilledMessage[], query: UsageQueryDto): Page => {
  const { cursor, limit = selected.length } = query;
  const start = cursor === undefined ? 0 : placeOf(cursor, selected, query) + 1;
  const messages = selected.slice(start, start + limit);
  const last = messages.at(-1);
  if (!last || start + limit >= selected.length) return { messages };
  return { messages, nextCursor: encode(`${digestOf(query)}.${nameOf(last, selected)}`) };
};

const placeOf = (cursor: string, selected: readonly BilledMessage[], query: UsageQueryDto): number => {
  const [digest, id, occurrence] = decode(cursor).split('.');
  if (digest !== digestOf(query)) throw invalid('belongs to a page with other filters or another order');
  const named = selected.flatMap(({ message }, place) => (String(message.id) === id ? [place] : []));
  const place = named[Number(occurrence)];
  if (place === undefined) throw invalid('names an entry that is no longer there: start again without it');
  return place;
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

const encode = (text: string): string => Buffer.from(text).toString('base64url');

const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** Its id and how many entries with the same id come before it: upstream may send an id twice. */
const nameOf = (entry: BilledMessage, selected: readonly BilledMessage[]): string => {
  const sameId = selected.filter(({ message }) => message.id === entry.message.id);
  return `${entry.message.id}.${sameId.indexOf(entry)}`;
};

const digestOf = ({ from, to, basis, message_id, report_id, min_credits, sort }: UsageQueryDto): string =>
  createHash('sha256')
    .update(JSON.stringify([from, to, basis, message_id, report_id, min_credits, sort]))
    .digest('base64url')
    .slice(0, 12);

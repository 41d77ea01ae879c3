import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { findAddedLines } from './added-lines.js';
import type { DocumentText } from './document-text.js';
import { type EntryHead, fromEntryHead, toEntryHead, type WrittenEntry } from './entry-head.js';
import { type EntryRecords, readLines, toEntryLines } from './entry-lines.js';
import { type IsKnownPrint, type ListedItems, toListedItems, toReferred } from './entry-lists.js';
import { listReferences } from './list-references.js';

/** An entry as it is written down. */
export interface EntryDocument {
  /** One line of JSON and then CSV, gzipped. */
  readonly gzipped: Uint8Array;
  /** SHA-256 of the text, in hexadecimal: zlib may write other bytes one day. */
  readonly sha256: string;
}

/** The first line of a document's text. */
interface DocumentHead {
  readonly entry: EntryHead;
  /** Left out where there are no lines. */
  readonly lists?: ListedItems;
}

const LINE_FEED = 0x0a;
const NO_RECORDS: EntryRecords = { changes: [], carried: [], held: [] };
/** Compressed piece by piece, a million lines are never in memory as one text. */
const PIECE_LENGTH = 1 << 20;

export const writeDocument = (entry: WrittenEntry): EntryDocument => {
  const hash = createHash('sha256');
  const members: Buffer[] = [];
  for (const piece of piecesOf(textOf(entry))) {
    hash.update(piece);
    members.push(gzipSync(piece));
  }
  return { gzipped: Buffer.concat(members), sha256: hash.digest('hex') };
};

/** How a document is read. */
export interface DocumentReading {
  /** Text prints that are not known are left out; all are known if it is not given. */
  readonly isKnownPrint?: IsKnownPrint;
  /** Whether lines that are only added are left unread, in `added` of the judgement. */
  readonly isFolded?: boolean;
}

/** Reads the text of a document. Throws a SyntaxError or a RangeError if it is damaged. */
export const readDocument = (
  text: DocumentText,
  { isKnownPrint, isFolded = false }: DocumentReading = {},
): WrittenEntry => {
  const { bytes, start, end } = text;
  const startOfLines = bytes.indexOf(LINE_FEED, start) + 1;
  const { entry, lists } = JSON.parse(bytes.toString('utf8', start, startOfLines - 1)) as DocumentHead;
  if (!lists) return fromEntryHead(entry, NO_RECORDS);
  const lines = { bytes, start: startOfLines, end };
  const added = isFolded ? findAddedLines(lines, lists, isKnownPrint) : undefined;
  return fromEntryHead(entry, added ? { ...NO_RECORDS, added } : readLines(lines, toReferred(lists, isKnownPrint)));
};

/** Yields the head first. It has the lists that the lines refer to, so the lists are made before it. */
function* textOf(entry: WrittenEntry): Generator<string> {
  const records = recordsOf(entry);
  const lists = listReferences(records);
  const head: DocumentHead = { entry: toEntryHead(entry), ...(hasAny(records) && { lists: toListedItems(lists) }) };
  yield `${JSON.stringify(head)}\n`;
  yield* toEntryLines(records, lists);
}

const hasAny = ({ changes, carried, held }: EntryRecords): boolean => changes.length + carried.length + held.length > 0;

const recordsOf = (entry: WrittenEntry): EntryRecords => {
  if (!('judgement' in entry)) return NO_RECORDS;
  const { changes, carried } = entry.judgement;
  return { changes, carried, held: (entry.kind === 'reading' && entry.held) || [] };
};

/** Joins texts to pieces of about {@link PIECE_LENGTH}. */
function* piecesOf(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

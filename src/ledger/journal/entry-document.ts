import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type EntryHead, fromEntryHead, toEntryHead, type WrittenEntry } from './entry-head.js';
import { type EntryRecords, readEntryLines, toEntryLines } from './entry-lines.js';
import { type ListedItems, toListedItems, toReferred } from './entry-lists.js';
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

/** Throws an Error of zlib or a RangeError if the document is damaged. */
export const readDocument = (gzipped: Uint8Array): WrittenEntry => {
  const bytes = unzip(gzipped);
  const endOfHead = bytes.indexOf('\n');
  const { entry, lists } = JSON.parse(bytes.toString('utf8', 0, endOfHead)) as DocumentHead;
  if (!lists) return fromEntryHead(entry, NO_RECORDS);
  const lines = linesOf(bytes.toString('latin1', endOfHead + 1));
  return fromEntryHead(entry, readEntryLines(lines, toReferred(lists)));
};

/** SHA-256 of a document's text, in hexadecimal. Throws an Error of zlib if it is damaged. */
export const hashDocument = (gzipped: Uint8Array): string => createHash('sha256').update(unzip(gzipped)).digest('hex');

/** Unzips with a small buffer: Node's default takes 16 KiB, and most documents have a few hundred bytes. */
const unzip = (gzipped: Uint8Array): Buffer =>
  gunzipSync(gzipped, { chunkSize: Math.min(Math.max(4 * gzipped.length, 512), PIECE_LENGTH) });

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

function* linesOf(text: string): Generator<string> {
  for (let start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) yield text.slice(start, end);
}

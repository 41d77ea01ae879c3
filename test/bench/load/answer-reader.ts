const HEAD_END = '\r\n\r\n';

/**
 * Tells where an answer ends. It knows only as much of HTTP as the servers that are measured speak: a head in one piece, with
 * status 200 and a Content-Length.
 */
export class AnswerReader {
  /** Bytes of the answer that are still to come; none before its head. */
  private missing: number | undefined;

  /** Whether the answer is whole with this piece of it. Throws an Error for anything else than one such answer. */
  endsWith(piece: Buffer): boolean {
    this.missing = (this.missing ?? lengthSaidBy(piece)) - piece.length;
    if (this.missing > 0) return false;
    if (this.missing !== 0) throw new Error(`not one 200 with a Content-Length: ${piece.toString('latin1')}`);
    this.missing = undefined;
    return true;
  }
}

/** The bytes of the whole answer; not a number where its head does not say. */
const lengthSaidBy = (piece: Buffer): number => {
  const headEnd = piece.indexOf(HEAD_END);
  const head = piece.toString('latin1', 0, Math.max(headEnd, 0));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) return Number.NaN;
  return headEnd + HEAD_END.length + Number(length);
};

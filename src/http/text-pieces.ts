/** UTF-16 code units, or a few more, that are sent in one go. */
const CHUNK_LENGTH = 16_384;

/** A text as an answer, made while it is sent: one of any length is never made, hashed or sent in one go. */
export class TextPieces {
  constructor(private readonly pieces: Iterable<string>) {}

  /** The text in chunks, each of one piece or more. */
  *chunks(): Iterable<string> {
    let text = '';
    for (const piece of this.pieces) {
      text += piece;
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}

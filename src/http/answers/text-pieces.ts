/** UTF-16 code units, or a few more, that are sent in one go. */
const CHUNK_LENGTH = 16_384;

/** A text as an answer, made while it is sent: one of any length is never made, hashed or sent in one go. */
export class TextPieces {
  /** `filename`: the name under which a browser saves it; without one it is shown. */
  constructor(
    private readonly pieces: Iterable<string> | AsyncIterable<string>,
    readonly filename?: string,
  ) {}

  /** The text in chunks, each of one piece or more. */
  async *chunks(): AsyncGenerator<string> {
    let text = '';
    for await (const piece of this.pieces) {
      text += piece;
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}

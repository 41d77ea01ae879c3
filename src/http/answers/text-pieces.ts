/** UTF-16 code units after which a chunk is complete. */
const CHUNK_LENGTH_MIN = 16_384;

/** A text response made while it is sent, so that a long text does not block the event loop. */
export class TextPieces {
  /**
   * `filename`: the name under which a browser saves the text. With the disposition `inline`, or
   * without a name, the browser shows the text.
   */
  constructor(
    private readonly pieces: Iterable<string> | AsyncIterable<string>,
    readonly filename?: string,
    readonly disposition: 'attachment' | 'inline' = 'attachment',
  ) {}

  /**
   * The text in chunks of about 16,000 characters, each of one or more pieces; a long piece is not
   * divided.
   */
  async *chunks(): AsyncGenerator<string> {
    let text = '';
    for await (const piece of this.pieces) {
      text += piece;
      if (text.length < CHUNK_LENGTH_MIN) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}

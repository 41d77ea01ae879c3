/** The text of a document, unzipped: a part of bytes that may have the texts of others before and after it. */
export class DocumentText {
  /** `start` and `end`: where the text begins in `bytes`, and where it ends. */
  constructor(
    readonly bytes: Buffer,
    readonly start = 0,
    readonly end = bytes.length,
  ) {}

  /** The bytes of this text alone. */
  get ownBytes(): Buffer {
    return this.bytes.subarray(this.start, this.end);
  }
}

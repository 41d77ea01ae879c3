/** The text of a document, unzipped. */
export interface DocumentText {
  readonly bytes: Buffer;
  /** The bytes as a string of one character each: the lines after the head are ASCII. */
  readonly latin1: string;
}

export const toText = (bytes: Buffer): DocumentText => ({ bytes, latin1: bytes.toString('latin1') });

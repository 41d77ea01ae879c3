import { unpackTexts } from '../../billing/packed-texts.js';
import type { SeenMessage } from '../rule/seen-message.js';

/** Finds the text of a message; undefined if it came without one. */
export type TextLookUp = Pick<ReadonlyMap<SeenMessage, string>, 'get'>;

/** The texts of consecutive messages, as they are or as `unpackTexts` reads them. */
type Piece = { readonly firstRow: number } & ({ readonly texts: readonly string[] } | { readonly packed: Uint8Array });

/** The texts of a reading until it is recorded. Those of a large period stay compressed. */
export class ReadingTexts {
  private readonly pieces: Piece[] = [];
  private lastPiece: Piece | undefined;
  private lastTexts: readonly string[] = [];

  add(firstRow: number, texts: readonly string[]): void {
    this.pieces.push({ firstRow, texts });
  }

  addPacked(firstRow: number, packed: Uint8Array): void {
    this.pieces.push({ firstRow, packed });
  }

  /**
   * Finds the texts of these messages. Fastest in their order: one compressed piece is unpacked at a
   * time, and a map of their rows is only made for a message that is asked for out of order.
   */
  lookUp(messages: readonly SeenMessage[]): TextLookUp {
    let next = 0;
    let rows: ReadonlyMap<SeenMessage, number> | undefined;
    const find = (message: SeenMessage): number | undefined => {
      while (next < messages.length) if (messages[next++] === message) return next - 1;
      rows ??= new Map(messages.map((each, row) => [each, row]));
      return rows.get(message);
    };
    return {
      get: (message) => {
        const row = find(message);
        return row === undefined ? undefined : this.at(row);
      },
    };
  }

  private at(row: number): string | undefined {
    const piece = this.pieceOf(row);
    if (!piece) return undefined;
    if (piece !== this.lastPiece) {
      this.lastPiece = piece;
      this.lastTexts = 'packed' in piece ? unpackTexts(piece.packed) : piece.texts;
    }
    return this.lastTexts[row - piece.firstRow];
  }

  /** The last piece that begins at or before the row. */
  private pieceOf(row: number): Piece | undefined {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pieces[middle]?.firstRow ?? Infinity) <= row) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low - 1];
  }
}

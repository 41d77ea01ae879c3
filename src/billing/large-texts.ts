import { Injectable } from '@nestjs/common';
import type { MessageCollector } from '../period/message.js';
import type { MessageTable } from '../period/message-table.js';
import { PackedTexts, type PackedPiece } from './packed-texts.js';

/**
 * Keeps the texts of large periods, which their tables drop, from the read until they are taken:
 * for one who needs them without another download. Keeps none until somebody asks for them.
 */
@Injectable()
export class LargeTexts {
  private areWanted = false;
  private readonly kept = new WeakMap<MessageTable, PackedTexts>();

  /** Keeps the texts of the large periods that are read from now on. */
  keep(): void {
    this.areWanted = true;
  }

  /** Collectors to pass the messages of a read to, which fills `table`. */
  collectorsFor(table: MessageTable): readonly MessageCollector[] {
    if (!this.areWanted) return [];
    const texts: PackedTexts = new PackedTexts(table, () => this.kept.set(table, texts));
    return [texts];
  }

  /** The texts of a large period in upstream's order; undefined if they are not kept. */
  async of(table: MessageTable): Promise<readonly PackedPiece[] | undefined> {
    return this.kept.get(table)?.all();
  }

  /** Drops the texts of a period that nobody needs any more. */
  release(table: MessageTable): void {
    this.kept.delete(table);
  }
}

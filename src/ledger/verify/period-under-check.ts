import type { PeriodBook } from '../rule/period-book.js';
import { type Manifest, manifestOf, type SealingFacts } from '../sealed/manifest.js';
import { readManifest } from '../sealed/read-manifest.js';
import { type SealedLines, toSealedLines } from '../sealed/sealed-lines.js';
import { unzip } from '../unzip.js';
import type { SealRow } from '../store/ledger-rows.js';

/** A closed period as it is stored, and as the journal says it should be. Computes each part on first use. */
export class PeriodUnderCheck {
  private readonly made: { bytes?: Buffer; csv?: string; stated?: Manifest; lines?: SealedLines; expected?: Manifest } =
    {};

  constructor(
    /** The period as the journal tells it. */
    readonly book: PeriodBook,
    /** The period as it is kept. */
    readonly seal: SealRow,
    /** What the journal and the seal before say of its sealing. */
    readonly facts: SealingFacts,
  ) {}

  /** The bytes of the kept lines, unpacked. Throws an Error of zlib. */
  get bytes(): Buffer {
    return (this.made.bytes ??= unzip(this.seal.lines));
  }

  /** The kept lines as text, one character a byte. Throws an Error of zlib. */
  get csv(): string {
    return (this.made.csv ??= this.bytes.toString('latin1'));
  }

  /** The kept manifest. Throws a SyntaxError. */
  get stated(): Manifest {
    return (this.made.stated ??= readManifest(this.seal.manifest));
  }

  /** The lines that the journal makes. */
  get lines(): SealedLines {
    return (this.made.lines ??= toSealedLines(this.book));
  }

  /** The manifest that the journal makes. */
  get expected(): Manifest {
    return (this.made.expected ??= manifestOf(this.book, this.lines, this.facts));
  }
}

/**
 * One thing that must be true of a closed period: returns a sentence that says what is wrong, or
 * undefined.
 */
export type SealCheck = (period: PeriodUnderCheck) => string | undefined;

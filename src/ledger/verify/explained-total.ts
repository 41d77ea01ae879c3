import { credits, type Credits, sum } from '../../pricing/index.js';
import { remembered } from '../remembered.js';

/**
 * Adds up kept explanations. An amount is read from its text once, however often it occurs: they
 * are what the verification of a large ledger reads most of.
 */
export class ExplainedTotal {
  private readonly read = remembered(credits);

  /** The sum of the lines of a receipt, which are JSON. Throws a SyntaxError or a RangeError. */
  of(explanation: string): Credits {
    const lines = JSON.parse(explanation) as readonly { readonly credits: string }[];
    return sum(lines.map((line) => this.read(line.credits)));
  }
}

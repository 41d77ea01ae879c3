import { h } from '../preact.js';
import { formatCount } from '../format-credits.js';
import type { Neighbours } from '../neighbours.js';

interface ReceiptStepsProps {
  readonly neighbours: Neighbours;
  readonly step: (message: number | undefined) => void;
}

/**
 * Buttons to the receipts above and below in the table. At an end of the table a button keeps the
 * focus, which a disabled one would lose.
 */
export const ReceiptSteps = ({ neighbours: { position, messages, previous, next }, step }: ReceiptStepsProps) => (
  <nav class="steps" aria-label="Receipts in the order of the table">
    <button
      type="button"
      aria-disabled={previous === undefined}
      aria-keyshortcuts="ArrowLeft k"
      onClick={() => step(previous)}
    >
      ← Previous
    </button>
    <button
      type="button"
      aria-disabled={next === undefined}
      aria-keyshortcuts="ArrowRight j"
      onClick={() => step(next)}
    >
      Next →
    </button>
    <span class="quiet" translate={false}>
      {formatCount(position)} of {formatCount(messages)}
    </span>
    <span class="quiet keys">
      <kbd>←</kbd> <kbd>→</kbd> or <kbd>k</kbd> <kbd>j</kbd>
    </span>
  </nav>
);

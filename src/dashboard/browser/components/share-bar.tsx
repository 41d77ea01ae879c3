import { h } from '../preact.js';
import type { Credits } from '../../../pricing/credits.js';
import { toPercent } from '../format-credits.js';

/** A bar whose filled part is the share of the whole. Hidden from screen readers, which have the numbers. */
export const ShareBar = ({ part, whole }: { part: Credits; whole: Credits }) => (
  <div class="share-bar" aria-hidden="true">
    <span style={{ width: `${toPercent(part, whole)}%` }} />
  </div>
);

import { h } from '../preact.js';
import type { Bar } from '../bars.js';
import { describeBar } from '../describe-bar.js';
import { PureComponent } from './pure-component.js';

interface BarButtonProps {
  readonly bar: Bar;
  readonly index: number;
  readonly isChosen: boolean;
  /** Whether a drag covers it. */
  readonly isDragged: boolean;
  /** Whether Tab reaches it; the arrow keys reach every bar. */
  readonly isTabStop: boolean;
  /**
   * Receives the index of the bar that is pointed at or focused; `undefined` when it no longer is.
   */
  readonly point: (index: number | undefined) => void;
}

/**
 * The invisible button over a bar, for mouse, keyboard and screen reader. The list around it
 * handles presses, because a drag begins on one button and ends on another.
 */
export class BarButton extends PureComponent<BarButtonProps> {
  override render({ bar, index, isChosen, isDragged, isTabStop, point }: BarButtonProps) {
    return (
      <li>
        <button
          type="button"
          data-index={index}
          class={isDragged ? 'dragged' : undefined}
          aria-label={describeBar(bar)}
          aria-pressed={isChosen}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={() => point(index)}
          onBlur={() => point(undefined)}
          onMouseEnter={() => point(index)}
          onMouseLeave={() => point(undefined)}
        />
      </li>
    );
  }
}

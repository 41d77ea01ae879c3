import { Component, createRef, h } from '../preact.js';
import type { Bar } from '../bars.js';
import { BarButton } from './bar-button.js';

interface BarButtonsProps {
  readonly bars: readonly Bar[];
  readonly isChosen: (bar: Bar) => boolean;
  /** The index of the bar that is pointed at or focused. */
  readonly pointed: number | undefined;
  readonly point: (index: number | undefined) => void;
  /** Called with the first and the last bar of a press or a drag; both are the same after a press. */
  readonly choose: (first: Bar, last: Bar) => void;
}

/** Indexes of the bars on which a drag began and is now. */
interface Drag {
  readonly start: number;
  readonly end: number;
}

interface BarButtonsState {
  readonly drag?: Drag | undefined;
}

/**
 * The buttons over the bars. Enter or a press chooses a bar, a drag chooses all from its first to
 * its last, and the arrow keys move between them.
 */
export class BarButtons extends Component<BarButtonsProps, BarButtonsState> {
  override state: BarButtonsState = {};
  private readonly list = createRef<HTMLUListElement>();

  override render({ bars, isChosen, point }: BarButtonsProps, { drag }: BarButtonsState) {
    const tabStop = this.findTabStop();
    const [first, last] = drag ? toRange(drag) : [1, 0];
    return (
      <ul
        class="days"
        ref={this.list}
        aria-label="Bars; use the arrow keys to move between them"
        onKeyDown={(event) => this.moveFocus(event)}
        onPointerDown={(event) => this.startDrag(event)}
        onPointerMove={(event) => this.moveDrag(event)}
        onPointerUp={() => this.endDrag()}
        onPointerCancel={() => this.setState({ drag: undefined })}
        onClick={(event) => this.chooseByKey(event)}
      >
        {bars.map((bar, index) => (
          <BarButton
            key={bar.key}
            bar={bar}
            index={index}
            isChosen={isChosen(bar)}
            isDragged={index >= first && index <= last}
            isTabStop={index === tabStop}
            point={point}
          />
        ))}
      </ul>
    );
  }

  /** The index of the only bar that Tab reaches: the one pointed at or focused, else a chosen one, else the first. */
  private findTabStop(): number {
    const { bars, isChosen, pointed } = this.props;
    return pointed !== undefined && pointed < bars.length ? pointed : Math.max(0, bars.findIndex(isChosen));
  }

  private moveFocus(event: KeyboardEvent): void {
    const last = this.props.bars.length - 1;
    const current = this.findTabStop();
    const targets: Record<string, number> = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: last };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.list.current?.querySelectorAll('button')[Math.min(last, Math.max(0, next))]?.focus();
  }

  private startDrag(event: PointerEvent): void {
    const start = this.findIndex(event);
    if (start === undefined || event.button !== 0) return;
    this.setState({ drag: { start, end: start } });
  }

  private moveDrag(event: PointerEvent): void {
    const { drag } = this.state;
    const end = this.findIndex(event);
    if (!drag || end === undefined || end === drag.end) return;
    // Only now: a captured pointer would take the click from the button below it.
    this.list.current?.setPointerCapture(event.pointerId);
    this.setState({ drag: { ...drag, end } });
    this.props.point(end);
  }

  private endDrag(): void {
    const { drag } = this.state;
    if (!drag) return;
    this.setState({ drag: undefined });
    this.choose(drag);
  }

  /** Browsers give a click by keyboard a `detail` of 0; presses end in `endDrag`. */
  private chooseByKey(event: MouseEvent): void {
    const index = event.detail === 0 ? this.findIndex(event) : undefined;
    if (index !== undefined) this.choose({ start: index, end: index });
  }

  private choose(drag: Drag): void {
    const { bars, choose } = this.props;
    const [first, last] = toRange(drag).map((index) => bars[index]);
    if (first && last) choose(first, last);
  }

  /** By the place of the pointer: while it is captured, the event's target is the list. */
  private findIndex({ target, clientX, detail }: MouseEvent): number | undefined {
    if (target instanceof HTMLElement && target.dataset['index'] !== undefined && detail === 0)
      return Number(target.dataset['index']);
    const { left, width } = this.list.current?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const { length } = this.props.bars;
    if (width === 0 || length === 0) return undefined;
    return Math.min(length - 1, Math.max(0, Math.floor(((clientX - left) / width) * length)));
  }
}

/** The first and the last index of the bars that a drag covers. */
const toRange = ({ start, end }: Drag): [first: number, last: number] => [Math.min(start, end), Math.max(start, end)];

import { Component, createRef, h, type VNode } from '../preact.js';
import { findWindow, type RowWindow } from '../row-window.js';

interface WindowedRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly draw: (row: Row, index: number) => VNode;
}

/** Up to this many rows are all drawn: the browser then finds text in every one of them. */
const DRAWN_MAX = 400;

interface WindowedRowsState extends RowWindow {
  readonly isPrinting: boolean;
}

/**
 * The body of a table. Of a long one it draws only the rows in sight, between two rows as high as
 * those before and after: all rows must have the same height. In print it has every row.
 */
export class WindowedRows<Row> extends Component<WindowedRowsProps<Row>, WindowedRowsState> {
  override state: WindowedRowsState = { first: 0, last: DRAWN_MAX, rowHeight: 0, isPrinting: false };
  private readonly body = createRef<HTMLTableSectionElement>();
  private frame = 0;

  override componentDidMount(): void {
    this.scroller?.addEventListener('scroll', this.schedule, { passive: true });
    addEventListener('resize', this.schedule);
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
    this.measure();
  }

  override componentDidUpdate(): void {
    this.measure();
  }

  override componentWillUnmount(): void {
    this.scroller?.removeEventListener('scroll', this.schedule);
    removeEventListener('resize', this.schedule);
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
    cancelAnimationFrame(this.frame);
  }

  override render({ rows, draw }: WindowedRowsProps<Row>, { first, last, rowHeight, isPrinting }: WindowedRowsState) {
    const isWindowed = rows.length > DRAWN_MAX && !isPrinting;
    const [from, to] = isWindowed ? [first, Math.min(last, rows.length)] : [0, rows.length];
    return (
      <tbody ref={this.body} translate={false}>
        {from > 0 && <Space rows={from} rowHeight={rowHeight} />}
        {rows.slice(from, to).map((row, offset) => draw(row, from + offset))}
        {to < rows.length && <Space rows={rows.length - to} rowHeight={rowHeight} />}
      </tbody>
    );
  }

  /** The box in which the table scrolls. */
  private get scroller(): Element | null | undefined {
    return this.body.current?.closest('.rows');
  }

  private readonly schedule = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.measure());
  };

  private readonly print = ({ type }: Event): void => this.setState({ isPrinting: type === 'beforeprint' });

  private measure(): void {
    const body = this.body.current;
    if (!body || !this.scroller || this.props.rows.length <= DRAWN_MAX || this.state.isPrinting) return;
    const next = findWindow(this.scroller, body, this.props.rows.length);
    const { first, last, rowHeight } = this.state;
    if (next.first !== first || next.last !== last || next.rowHeight !== rowHeight) this.setState(next);
  }
}

const Space = ({ rows, rowHeight }: { rows: number; rowHeight: number }) => (
  <tr class="space" aria-hidden="true" style={{ height: `${rows * rowHeight}px` }}>
    <td colSpan={4} />
  </tr>
);

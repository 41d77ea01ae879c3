import { Component, type ComponentChildren, createRef, h } from '../preact.js';

interface MeasuredProps {
  /** Called with the width in pixels, once it is known, and again when it changes. */
  readonly draw: (width: number) => ComponentChildren;
}

/** Draws what depends on the width that it gets. */
export class Measured extends Component<MeasuredProps, { readonly width: number }> {
  override state = { width: 0 };
  private readonly root = createRef<HTMLDivElement>();
  private readonly resizes = new ResizeObserver(() => this.measure());

  override componentDidMount(): void {
    if (this.root.current) this.resizes.observe(this.root.current);
    this.measure();
  }

  override componentWillUnmount(): void {
    this.resizes.disconnect();
  }

  override render({ draw }: MeasuredProps, { width }: { readonly width: number }) {
    return <div ref={this.root}>{width > 0 && draw(width)}</div>;
  }

  private measure(): void {
    const width = this.root.current?.clientWidth ?? 0;
    if (width > 0 && width !== this.state.width) this.setState({ width });
  }
}

import { Component, type ComponentChildren, h } from '../preact.js';

interface PartProps {
  /** What it is called where it cannot be drawn: `The chart`. */
  readonly name: string;
  /** What it is drawn from: another one is another try. */
  readonly of?: unknown;
  readonly children?: ComponentChildren;
}

interface PartState {
  readonly failure?: string | undefined;
}

/** A part of the page. Where it throws while it is drawn, a sentence stands in its place, and the other parts stay. */
export class Part extends Component<PartProps, PartState> {
  override state: PartState = {};

  override componentDidCatch(error: unknown): void {
    this.setState({ failure: String(error) });
  }

  override componentDidUpdate({ of }: PartProps): void {
    if (of !== this.props.of && this.state.failure !== undefined) this.setState({ failure: undefined });
  }

  override render({ name, children }: PartProps, { failure }: PartState) {
    if (failure === undefined) return children;
    return (
      <div class="failure" role="alert">
        <p>{name} cannot be shown. The rest of the page is not affected.</p>
        <p>
          <code translate={false}>{failure}</code>
        </p>
        <button type="button" onClick={() => this.setState({ failure: undefined })}>
          Try again
        </button>
      </div>
    );
  }
}

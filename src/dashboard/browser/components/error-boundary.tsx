import { Component, type ComponentChildren, h } from '../preact.js';

interface ErrorBoundaryProps {
  /** The subject of the error message: `The chart`. */
  readonly name: string;
  /** A change of this value draws the children again after an error. */
  readonly resetKey?: unknown;
  readonly children?: ComponentChildren;
}

interface ErrorBoundaryState {
  readonly failure?: string | undefined;
}

/**
 * Shows an error message in place of its children if they throw while rendering, so that the rest
 * of the page stays usable.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  override componentDidCatch(error: unknown): void {
    this.setState({ failure: String(error) });
  }

  override componentDidUpdate({ resetKey }: ErrorBoundaryProps): void {
    if (resetKey !== this.props.resetKey && this.state.failure !== undefined) this.setState({ failure: undefined });
  }

  override render({ name, children }: ErrorBoundaryProps, { failure }: ErrorBoundaryState) {
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

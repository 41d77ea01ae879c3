import { Component } from '../preact.js';

/**
 * A component that renders again only if a prop has changed, compared by identity: for the lists of
 * up to thousands of days.
 */
export abstract class PureComponent<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now: Partial<Props> = this.props;
    return Object.entries(next).some(([name, value]) => now[name as keyof Props] !== value);
  }
}

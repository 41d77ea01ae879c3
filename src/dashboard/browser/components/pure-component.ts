import { Component } from '../preact.js';

/** A component that is drawn again only when one of its properties is another value: for parts of which there are thousands. */
export abstract class Steady<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now: Partial<Props> = this.props;
    return Object.entries(next).some(([name, value]) => now[name as keyof Props] !== value);
  }
}

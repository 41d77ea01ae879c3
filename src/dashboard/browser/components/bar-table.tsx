import { h } from '../preact.js';
import { minus } from '../../../pricing/credits.js';
import type { Bar } from '../bars.js';
import { formatCount, toText } from '../format-credits.js';
import { PureComponent } from './pure-component.js';

interface BarTableProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
}

/**
 * The chart as a table, for screen readers. The `div` hides it: a browser does not shrink a table
 * to one pixel.
 */
export class BarTable extends PureComponent<BarTableProps> {
  override render({ caption, bars }: BarTableProps) {
    return (
      <div class="for-screen-readers">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Credits</th>
              <th scope="col">From reports</th>
              <th scope="col">From questions</th>
              <th scope="col">Messages</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, name, total, reports, messages }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{toText(total)}</td>
                <td>{reports ? toText(reports) : ''}</td>
                <td>{reports ? toText(minus(total, reports)) : ''}</td>
                <td>{formatCount(messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}

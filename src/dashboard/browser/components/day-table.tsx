import { h } from '../preact.js';
import { toDecimal } from '../../../pricing/credits.js';
import { type Day, totalOfDay } from '../period-overview.js';
import { PureComponent } from './pure-component.js';

interface DayTableProps {
  readonly days: readonly Day[];
  readonly timeZone: string;
}

/**
 * The chart as a table, for screen readers. The `div` hides it: a browser does not shrink a table
 * to one pixel.
 */
export class DayTable extends PureComponent<DayTableProps> {
  override render({ days, timeZone }: DayTableProps) {
    return (
      <div class="for-screen-readers">
        <table>
          <caption>Credits by day ({timeZone})</caption>
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
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{day.date}</th>
                <td>{toDecimal(totalOfDay(day))}</td>
                <td>{toDecimal(day.reports)}</td>
                <td>{toDecimal(day.questions)}</td>
                <td>{day.messages}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}

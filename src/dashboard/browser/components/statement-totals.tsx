import { h } from '../preact.js';
import { credits, plus } from '../../../pricing/credits.js';
import { countOf, formatSignedCredits, toText } from '../format-credits.js';
import type { PeriodOverview } from '../period-overview.js';
import type { PeriodDetails } from '../statement/statement.types.js';

interface StatementTotalsProps {
  readonly overview: PeriodOverview;
  readonly period: PeriodDetails | undefined;
}

/** What the period comes to: its messages, what was booked beside them, and both together. */
export const StatementTotals = ({ overview: { total, messages }, period }: StatementTotalsProps) => (
  <table class="totals">
    <caption class="for-screen-readers">Totals</caption>
    <tbody>
      <tr>
        <th scope="row">
          {countOf(messages, 'message')}
          {period && period.missing > 0 && `, ${period.missing} of them no longer sent by upstream`}
        </th>
        <td class="amount">{toText(total)}</td>
      </tr>
      {period && (
        <tr>
          <th scope="row">Adjustments</th>
          <td class="amount">{formatSignedCredits(period.adjustments)}</td>
        </tr>
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">Total in credits</th>
        <td class="amount">{toText(period ? plus(total, credits(period.adjustments)) : total)}</td>
      </tr>
    </tfoot>
  </table>
);

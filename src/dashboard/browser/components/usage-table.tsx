import { Fragment, h } from '../preact.js';
import type { Entry } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { formatCredits } from '../format-credits.js';
import { formatMinute } from '../format-time.js';
import type { Listing } from '../listing.js';
import { endsSelection } from '../text-selection.js';
import { cycleSort, ROWS_MAX, ROWS_STEP, type SortField } from '../view.js';
import { AmountCell } from './amount-cell.js';
import { Failure } from './failure.js';
import { SortHeader } from './sort-header.js';

/**
 * The bill, filtered and sorted as the view says. The API filters, sorts and adds up; the page only
 * displays the answer.
 */
export const UsageTable = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const { current } = slots.listing;
  if (current?.problem) return <Failure problem={current.problem} retry={() => dashboard.refresh()} />;
  const sortBy = (field: SortField): void => dashboard.show({ sort: cycleSort(view.sort, field) });
  const header = (field: SortField, label: string) => (
    <SortHeader label={label} field={field} sort={view.sort} sortBy={() => sortBy(field)} />
  );
  return (
    <>
      <Count listing={current?.body} />
      <div class="scroll" role="region" aria-label="The messages as a table" tabIndex={0}>
        <table class="usage" aria-busy={!current || current.isLoading}>
          <thead>
            <tr>
              <th scope="col">Message ID</th>
              <th scope="col">Timestamp</th>
              {header('report_name', 'Report Name')}
              {header('credits_used', 'Credits Used')}
            </tr>
          </thead>
          <tbody translate={false}>
            {current?.body?.entries.map((entry, index) => (
              <Row
                key={`${entry.message_id} ${index}`}
                entry={entry}
                timeZone={view.timeZone}
                open={(receipt) => dashboard.show({ receipt })}
              />
            )) ?? <SkeletonRows />}
          </tbody>
        </table>
      </div>
      {current?.body?.hasMore && <More rows={view.rows} show={(rows) => dashboard.show({ rows })} />}
    </>
  );
};

interface RowProps {
  readonly entry: Entry;
  readonly timeZone: string;
  readonly open: (message: number) => void;
}

/** A click anywhere in the row opens the receipt; the button in it serves the keyboard. */
const Row = ({ entry, timeZone, open }: RowProps) => (
  <tr onClick={(event) => endsSelection(event) || open(entry.message_id)}>
    <td>
      <button type="button" class="link" aria-label={`Message ${entry.message_id}: open the receipt`}>
        {entry.message_id}
      </button>
    </td>
    <td>
      <time dateTime={entry.timestamp}>{formatMinute(entry.timestamp, timeZone)}</time>
    </td>
    <td>{entry.report_name ?? ''}</td>
    <AmountCell amount={formatCredits(entry.credits_used)} />
  </tr>
);

/** A button for more rows; at the table's limit, a pointer to the files instead. */
const More = ({ rows, show }: { rows: number; show: (rows: number) => void }) => {
  const more = Math.min(ROWS_STEP, ROWS_MAX - rows);
  if (more <= 0)
    return <p class="quiet">The table shows at most {ROWS_MAX} rows. The files below contain all of them.</p>;
  return (
    <button type="button" class="more" onClick={() => show(rows + more)}>
      Show {more} more
    </button>
  );
};

/** How many messages match the filters, and their total. */
const Count = ({ listing }: { listing: Listing | undefined }) => {
  const totals = listing?.totals;
  return (
    <p class="count" role="status">
      {totals ? (
        <>
          <span translate={false}>{totals.messages}</span> {totals.messages === 1 ? 'message' : 'messages'},{' '}
          <span translate={false}>{formatCredits(totals.credits_used)}</span> credits
        </>
      ) : (
        '\u00a0'
      )}
      {listing?.hasMore && ` (the first ${listing.entries.length} are shown)`}
    </p>
  );
};

const SkeletonRows = () => (
  <>
    {Array.from({ length: 12 }, (_, index) => (
      <tr key={index} class="skeleton">
        <td colSpan={4}>{'\u00a0'}</td>
      </tr>
    ))}
  </>
);

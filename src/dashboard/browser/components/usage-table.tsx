import { Fragment, h } from '../preact.js';
import { inCredits } from '../format-credits.js';
import type { Entry } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import type { Listing } from '../listing.js';
import { toMinute } from '../format-time.js';
import { MOST_ROWS, nextSort, ROWS_AT_ONCE, type SortField } from '../view.js';
import { hasSelected } from '../text-selection.js';
import { AmountCell } from './amount-cell.js';
import { Failure } from './failure.js';
import { SortHeader } from './sort-header.js';

/** The bill as the view narrows and orders it. The order and the totals are the API's; the page only writes them down. */
export const UsageTable = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const { current } = slots.listed;
  if (current?.problem) return <Failure problem={current.problem} retry={() => dashboard.refresh()} />;
  const sortBy = (field: SortField): void => dashboard.show({ sort: nextSort(view.sort, field) });
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
            {current?.body?.entries.map((entry, place) => (
              <Row
                key={`${entry.message_id} ${place}`}
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

/** The whole row opens with the mouse; the button in it is what the keyboard has. */
const Row = ({ entry, timeZone, open }: RowProps) => (
  <tr onClick={(event) => hasSelected(event) || open(entry.message_id)}>
    <td>
      <button type="button" class="link" aria-label={`Message ${entry.message_id}: open the receipt`}>
        {entry.message_id}
      </button>
    </td>
    <td>
      <time dateTime={entry.timestamp}>{toMinute(entry.timestamp, timeZone)}</time>
    </td>
    <td>{entry.report_name ?? ''}</td>
    <AmountCell amount={inCredits(entry.credits_used)} />
  </tr>
);

/** What asks for more rows: as many as the page shows at most, and then the way to the others. */
const More = ({ rows, show }: { rows: number; show: (rows: number) => void }) => {
  const more = Math.min(ROWS_AT_ONCE, MOST_ROWS - rows);
  if (more <= 0)
    return <p class="quiet">The table has no more than {MOST_ROWS} rows. The files below have all of them.</p>;
  return (
    <button type="button" class="more" onClick={() => show(rows + more)}>
      Show {more} more
    </button>
  );
};

/** How much is listed, and what it sums to. */
const Count = ({ listing }: { listing: Listing | undefined }) => {
  const totals = listing?.totals;
  return (
    <p class="count" role="status">
      {totals ? (
        <>
          <span translate={false}>{totals.messages}</span> {totals.messages === 1 ? 'message' : 'messages'},{' '}
          <span translate={false}>{inCredits(totals.credits_used)}</span> credits
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
    {Array.from({ length: 12 }, (_, place) => (
      <tr key={place} class="skeleton">
        <td colSpan={4}>{'\u00a0'}</td>
      </tr>
    ))}
  </>
);

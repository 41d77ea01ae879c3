import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import type { Entry } from '../api.types.js';
import { formatCount } from '../format-credits.js';
import { ROWS_MAX } from '../listing.js';
import { cycleSort, type SortField } from '../sort.js';
import { PageFailure } from './page-failure.js';
import { SortHeader } from './sort-header.js';
import { TableFoot } from './table-foot.js';
import { UsageRow } from './usage-row.js';
import { WindowedRows } from './windowed-rows.js';

/**
 * The bill, filtered and sorted as the view says. The API filters, sorts and adds up; the page only
 * displays the answer.
 */
export const UsageTable = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const { body, problem, isLoading = true } = slots.listing.current ?? {};
  if (problem && !body) return <PageFailure problem={problem} dashboard={dashboard} />;
  const header = (field: SortField, label: string) => (
    <SortHeader
      label={label}
      field={field}
      sort={view.sort}
      sortBy={() => dashboard.show({ sort: cycleSort(view.sort, field) })}
    />
  );
  return (
    <>
      <div class="rows" role="region" aria-label="The messages as a table" tabIndex={0}>
        <table
          class="usage"
          aria-labelledby="messages-title"
          aria-busy={isLoading}
          aria-rowcount={body?.totals.messages}
        >
          <thead>
            <tr>
              <th scope="col">Message ID</th>
              <th scope="col">Timestamp</th>
              {header('report_name', 'Report Name')}
              {header('credits_used', 'Credits Used')}
            </tr>
          </thead>
          {body ? (
            <WindowedRows rows={body.entries} draw={(entry, index) => toRow(dashboard, entry, index)} />
          ) : (
            <SkeletonRows />
          )}
          {body && <TableFoot totals={body.totals} />}
        </table>
      </div>
      {body?.hasMore && (
        <p class="quiet">
          The table shows the first {formatCount(ROWS_MAX)} rows. The files of “Export” have all of them.
        </p>
      )}
    </>
  );
};

const toRow = ({ view, openReceipt }: Dashboard, entry: Entry, index: number) => (
  <UsageRow
    key={`${entry.message_id} ${index}`}
    entry={entry}
    timeZone={view.timeZone}
    isOpen={entry.message_id === view.receipt}
    open={openReceipt}
  />
);

const SkeletonRows = () => (
  <tbody>
    {Array.from({ length: 12 }, (_, index) => (
      <tr key={index} class="bone">
        <td colSpan={4}>
          <span class="skeleton">{'\u00a0'}</span>
        </td>
      </tr>
    ))}
  </tbody>
);

import { h } from '/dashboard/vendor/preact/preact.mjs';
import type { Dashboard } from '../dashboard.js';
import { filterQueryOf, listQueryOf } from '../requests.js';
import { CopyButton } from './copy-button.js';

/** Files of exactly what the table lists, with the same filters in the same order; also of what it has not yet shown. */
export const TakeAway = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  const query = period ? listQueryOf(view, filterQueryOf(view, period)) : '';
  const pathAs = (format: string): string => `/v1/usage?${[query, `format=${format}`].filter(Boolean).join('&')}`;
  const path = query ? `/v1/usage?${query}` : '/v1/usage';
  return (
    <div class="take-away">
      <a href={pathAs('csv')} download="credit-usage.csv">
        CSV
      </a>
      <a href={pathAs('ndjson')} download="credit-usage.ndjson">
        NDJSON
      </a>
      <CopyButton label="Copy as curl" content={() => Promise.resolve(`curl '${location.origin}${path}'`)} />
    </div>
  );
};

import { h } from '../preact.js';
import { addressOf } from '../api-url.js';
import type { Dashboard } from '../dashboard.js';
import { keptKey } from '../session-key.js';
import { filterQueryOf, listQueryOf } from '../requests.js';
import { CopyButton } from './copy-button.js';
import { FileLink } from './file-link.js';

/** Files of exactly what the table lists, with the same filters in the same order; also of what it has not yet shown. */
export const TakeAway = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  const query = period ? listQueryOf(view, filterQueryOf(view, period)) : '';
  const pathAs = (format: string): string => `/v1/usage?${[query, `format=${format}`].filter(Boolean).join('&')}`;
  const path = query ? `/v1/usage?${query}` : '/v1/usage';
  return (
    <div class="take-away">
      <FileLink path={pathAs('csv')} name="credit-usage.csv">
        CSV
      </FileLink>
      <FileLink path={pathAs('ndjson')} name="credit-usage.ndjson">
        NDJSON
      </FileLink>
      <CopyButton label="Copy as curl" content={() => Promise.resolve(curlOf(path))} />
    </div>
  );
};

/** With a place for the key, not with the key: what is copied is pasted where others read it. */
const curlOf = (path: string): string =>
  `curl ${keptKey() === undefined ? '' : '-H "Authorization: Bearer $API_KEY" '}'${addressOf(path)}'`;

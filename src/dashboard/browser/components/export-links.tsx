import { h } from '../preact.js';
import { joinQueries, toFilterQuery, toListQuery } from '../api-paths.js';
import { toApiUrl } from '../api-url.js';
import type { Dashboard } from '../dashboard.js';
import { getSessionKey } from '../session-key.js';
import { CopyButton } from './copy-button.js';
import { FileLink } from './file-link.js';

/**
 * Links to the whole list as files, with the table's filters and sort order, including the rows
 * that the table does not show.
 */
export const ExportLinks = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  const query = period ? toListQuery(view, toFilterQuery(view, period)) : '';
  const toFilePath = (format: string): string => `/v1/usage?${joinQueries(query, `format=${format}`)}`;
  const path = query ? `/v1/usage?${query}` : '/v1/usage';
  return (
    <div class="export-links">
      <FileLink path={toFilePath('csv')} name="credit-usage.csv">
        CSV
      </FileLink>
      <FileLink path={toFilePath('ndjson')} name="credit-usage.ndjson">
        NDJSON
      </FileLink>
      <CopyButton label="Copy as curl" content={() => Promise.resolve(toCurl(path))} />
    </div>
  );
};

/**
 * A shell command that sends the request of the table's rows. It has `$API_KEY` in place of the
 * key, because people paste such commands into chats.
 */
const toCurl = (path: string): string =>
  `curl ${getSessionKey() === undefined ? '' : '-H "Authorization: Bearer $API_KEY" '}'${toApiUrl(path)}'`;

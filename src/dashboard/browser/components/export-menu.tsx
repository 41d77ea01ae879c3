import { Fragment, h } from '../preact.js';
import { joinQueries, toQuery } from '../query.js';
import { toApiUrl } from '../api-url.js';
import type { Dashboard } from '../dashboard.js';
import { getSessionKey } from '../session-key.js';
import { CopyButton } from './copy-button.js';
import { Dropdown } from './dropdown.js';
import { FileLink } from './file-link.js';
import { Icon } from './icon.js';

const FORMATS = [
  { format: 'csv', name: 'CSV', use: 'for any spreadsheet' },
  { format: 'xlsx', name: 'XLSX', use: 'sheets by day and report' },
  { format: 'ndjson', name: 'NDJSON', use: 'a JSON object a line' },
] as const;

/**
 * The whole list as files, with the page's filters and the table's order, including the rows that
 * the table does not show.
 */
export const ExportMenu = ({ dashboard }: { dashboard: Dashboard }) => (
  <Dropdown
    class="action export"
    align="end"
    label={
      <>
        <Icon name="download" />
        <span class="action-name">Export</span>
      </>
    }
    popup={() => {
      const query = dashboard.listQuery;
      const zone = toQuery({ time_zone: dashboard.view.timeZone });
      return (
        <ul class="menu">
          {FORMATS.map(({ format, name, use }) => (
            <li key={format}>
              <FileLink path={`/v1/usage.${format}?${joinQueries(query, zone)}`} name={`credit-usage.${format}`}>
                {name}
              </FileLink>
              <small>{use}</small>
            </li>
          ))}
          <li>
            <CopyButton
              label="Copy as curl"
              content={() => Promise.resolve(toCurl(query ? `/v1/usage?${query}` : '/v1/usage'))}
            />
          </li>
        </ul>
      );
    }}
  />
);

/**
 * A shell command that sends the request of the table's rows. It has `$API_KEY` in place of the
 * key, because people paste such commands into chats.
 */
const toCurl = (path: string): string =>
  `curl ${getSessionKey() === undefined ? '' : '-H "Authorization: Bearer $API_KEY" '}'${toApiUrl(path)}'`;

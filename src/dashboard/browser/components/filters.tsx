import { h } from '../preact.js';
import type { Basis, ReportReference } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { BASES, DEFAULT_VIEW, type View } from '../view.js';
import { DayOptions } from './day-options.js';
import { MessageSearch } from './message-search.js';

/** The label of each basis in the filter "Priced by". */
const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  report: 'Reports',
  text: 'Questions',
  text_report_not_found: 'Questions whose report was not found',
};

/** The table's filters. Every change resets the number of rows. */
export const Filters = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  const narrow = (change: Partial<View>): void => dashboard.show({ rows: DEFAULT_VIEW.rows, ...change });
  const isNarrowed = [view.day, view.report, view.basis, view.message].some((value) => value !== undefined);
  return (
    <div class="filters" role="search">
      <MessageSearch message={view.message} search={(message) => narrow({ message })} />
      <label class="field">
        <span>Report</span>
        <select
          value={view.report ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ report: value === '' ? undefined : Number(value) })}
        >
          <option value="">All</option>
          {period?.reports.map((report) => (
            <option key={report.id} value={report.id}>
              {toName(report)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Priced by</span>
        <select
          value={view.basis ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ basis: value === '' ? undefined : (value as Basis) })}
        >
          <option value="">All</option>
          {BASES.map((basis) => (
            <option key={basis} value={basis}>
              {BASIS_NAMES[basis]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Day</span>
        <select
          value={view.day ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ day: value === '' ? undefined : value })}
        >
          <option value="">All</option>
          {period && <DayOptions days={period.days} />}
        </select>
      </label>
      <button
        type="button"
        disabled={!isNarrowed}
        onClick={() => narrow({ day: undefined, report: undefined, basis: undefined, message: undefined })}
      >
        Show all
      </button>
    </div>
  );
};

const toName = ({ id, name }: ReportReference): string => name ?? `Report ${id} (not found)`;

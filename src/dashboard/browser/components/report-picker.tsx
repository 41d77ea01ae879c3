import { Fragment, h } from '../preact.js';
import type { ReportReference } from '../api.types.js';
import { toReportName } from '../filters-in-words.js';
import { Combobox } from './combobox.js';
import { Dropdown } from './dropdown.js';

interface ReportPickerProps {
  readonly reports: readonly ReportReference[];
  readonly report: number | undefined;
  readonly choose: (report: number | undefined) => void;
}

const ALL = '';

/** Filters by a report of the period. */
export const ReportPicker = ({ reports, report, choose }: ReportPickerProps) => {
  const chosen = reports.find(({ id }) => id === report);
  const options = reports.map((each) => ({ value: String(each.id), name: toReportName(each) }));
  return (
    <Dropdown
      class={report === undefined ? 'chip extra' : 'chip extra on'}
      label={
        <>
          <span class="chip-name">Report</span>
          <span class="chip-value" translate={false}>
            {report === undefined ? 'All' : toReportName(chosen ?? { id: report })}
          </span>
        </>
      }
      popup={(close) => (
        <Combobox
          id="report"
          name="Report"
          options={[{ value: ALL, name: 'All' }, ...options]}
          value={report === undefined ? ALL : String(report)}
          choose={(value) => {
            choose(value === ALL ? undefined : Number(value));
            close();
          }}
        />
      )}
    />
  );
};

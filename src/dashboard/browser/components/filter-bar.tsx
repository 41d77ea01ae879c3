import { Component, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { parseInteger } from '../query.js';
import { countFilters } from '../view.js';
import { isLeastCredits } from '../view-url.js';
import { BasisPicker } from './basis-picker.js';
import { DateRangePicker } from './date-range-picker.js';
import { DebouncedField } from './debounced-field.js';
import { Icon } from './icon.js';
import { PeriodPicker } from './period-picker.js';
import { ReportPicker } from './report-picker.js';
import { TimeZonePicker } from './time-zone-picker.js';

interface FilterBarState {
  /** Whether a phone shows all filters; wider screens always do. */
  readonly isExpanded: boolean;
}

/** Every filter of the page in one row. Everything below follows it. */
export class FilterBar extends Component<{ readonly dashboard: Dashboard }, FilterBarState> {
  override state: FilterBarState = { isExpanded: false };

  override render({ dashboard }: { readonly dashboard: Dashboard }, { isExpanded }: FilterBarState) {
    const { view, period } = dashboard;
    const hidden = countFilters({ ...view, from: undefined, to: undefined });
    return (
      <div class={isExpanded ? 'filters expanded' : 'filters'} role="search" aria-label="Filters">
        <PeriodPicker dashboard={dashboard} />
        <DateRangePicker range={view} days={period?.days ?? []} choose={(range) => dashboard.show(range)} />
        <button
          type="button"
          class="more-filters"
          aria-expanded={isExpanded}
          onClick={() => this.setState({ isExpanded: !isExpanded })}
        >
          <Icon name="filter" />
          {isExpanded ? 'Fewer filters' : hidden === 0 ? 'More filters' : `More filters (${hidden})`}
        </button>
        <ReportPicker
          reports={period?.reports ?? []}
          report={view.report}
          choose={(report) => dashboard.show({ report })}
        />
        <BasisPicker basis={view.basis} choose={(basis) => dashboard.show({ basis })} />
        <DebouncedField
          name="Message ID"
          class="extra message"
          placeholder="any"
          inputMode="numeric"
          value={String(view.message ?? '')}
          isValid={(text) => parseInteger(text) !== undefined}
          rule="An ID is a whole number, such as 1000."
          search={(text) => dashboard.show({ message: parseInteger(text) })}
        />
        <DebouncedField
          name="Costs at least"
          class="extra at-least"
          placeholder="0"
          inputMode="decimal"
          value={view.atLeast ?? ''}
          isValid={isLeastCredits}
          rule="An amount is a decimal, such as 2.5."
          search={(text) => dashboard.show({ atLeast: text === '' ? undefined : text })}
        />
        <TimeZonePicker timeZone={view.timeZone} choose={(timeZone) => dashboard.show({ timeZone })} />
      </div>
    );
  }
}

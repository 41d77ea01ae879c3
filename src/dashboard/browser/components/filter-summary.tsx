import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { toWords } from '../filters-in-words.js';
import { formatCount } from '../format-credits.js';
import { countFilters, NO_FILTERS } from '../view.js';
import { Icon } from './icon.js';

/**
 * What is filtered, in words, with one button that clears it. The live region exists before its
 * text, because screen readers announce only what is added.
 */
export const FilterSummary = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period, selection } = dashboard;
  const isFiltered = countFilters(view) > 0;
  return (
    <div class={isFiltered ? 'filter-summary' : 'silent'}>
      <p role="status">
        {isFiltered && (
          <>
            <strong>{toWords(view, period?.reports ?? [])}</strong>
            {selection && period && !dashboard.isLoadingSelection && (
              <span class="quiet" translate={false}>
                {formatCount(selection.messages)} of {formatCount(period.messages)} messages
              </span>
            )}
          </>
        )}
      </p>
      {isFiltered && (
        <button type="button" onClick={() => dashboard.show(NO_FILTERS)}>
          <Icon name="clear" />
          Clear filters
        </button>
      )}
    </div>
  );
};

import { h } from '../preact.js';
import type { Problem } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { countFilters, NO_FILTERS } from '../view.js';
import { Failure } from './failure.js';

/** A failure of the page's numbers, with the buttons that get the page out of it. */
export const PageFailure = ({ problem, dashboard }: { problem: Problem; dashboard: Dashboard }) => (
  <Failure problem={problem} retry={() => dashboard.refresh()}>
    {problem.status === 403 && (
      <button type="button" class="primary" onClick={() => dashboard.askForKey()}>
        Use another key
      </button>
    )}
    {countFilters(dashboard.view) > 0 && (
      <button type="button" onClick={() => dashboard.show(NO_FILTERS)}>
        Clear filters
      </button>
    )}
  </Failure>
);

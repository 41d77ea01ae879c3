import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { countOf } from '../format-credits.js';
import { countFilters, NO_FILTERS } from '../view.js';

/** Why there are no numbers, with the way back to some. */
export const NothingFound = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  if (countFilters(view) === 0) {
    return (
      <section class="empty" aria-labelledby="empty-title">
        <h2 id="empty-title">No usage yet</h2>
        <p class="quiet">This billing period has no messages so far. They appear here as soon as Copilot is used.</p>
        <button type="button" onClick={() => dashboard.refresh()}>
          Refresh
        </button>
      </section>
    );
  }
  return (
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">Nothing found</h2>
      <p class="quiet">
        None of the {countOf(period?.messages ?? 0, 'message')} of this period match the filters above.
      </p>
      <button type="button" class="primary" onClick={() => dashboard.show(NO_FILTERS)}>
        Show all messages
      </button>
    </section>
  );
};

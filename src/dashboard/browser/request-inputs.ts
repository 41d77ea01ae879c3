import { toFilterQuery, toListQuery } from './api-paths.js';
import type { RateCards } from './api.types.js';
import type { PeriodOverview } from './period-overview.js';
import type { View } from './view.js';

/** What the requests depend on. */
export interface RequestInputs {
  readonly view: View;
  /** Whether the period of the view exists, as far as the page can know: it asks for no other. */
  readonly isKnownPeriod: boolean;
  /** The filters as a query of the API; `undefined` while the days that they need are not known. */
  readonly filters: string | undefined;
  /** The period, the filters and the sort order as a query of the API. */
  readonly listQuery: string;
  readonly rateCards: RateCards | undefined;
  /** JSON text of the rate card that is being changed. */
  readonly draft: string | undefined;
  /** Called when the bill changes between two pages of the listing. */
  readonly onBillChanged: () => void;
}

/** The queries of a view. `period` is `undefined` while the period loads in the view's time zone. */
export const toQueries = (
  view: View,
  period: PeriodOverview | undefined,
): Pick<RequestInputs, 'filters' | 'listQuery'> => {
  const needsDays = view.from !== undefined || view.to !== undefined;
  const filters = needsDays && !period ? undefined : toFilterQuery(view, period?.days ?? []);
  return { filters, listQuery: toListQuery(view, filters ?? '') };
};

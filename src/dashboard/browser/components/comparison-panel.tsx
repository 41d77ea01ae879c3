import { Fragment, h } from '../preact.js';
import type { Comparison } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { formatFullDate } from '../format-time.js';
import { ComparedTable } from './compared-table.js';
import { Failure } from './failure.js';

/**
 * What the period would have cost under another price list. Messages that a report priced cost the
 * same under each.
 */
export const ComparisonPanel = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const candidates = slots.rateCards.current?.body?.rate_cards.filter(({ billing }) => !billing) ?? [];
  const { current } = slots.comparison;
  return (
    <section class="panel" aria-labelledby="comparison">
      <h2 id="comparison">Compare price lists</h2>
      <label class="field">
        <span>Compare with</span>
        <select
          value={view.candidate ?? ''}
          onChange={({ currentTarget: { value } }) => dashboard.show({ candidate: value === '' ? undefined : value })}
        >
          <option value="">Choose a price list</option>
          {candidates.map(({ id, card }) => (
            <option key={id} value={id}>
              {card.title}
            </option>
          ))}
        </select>
      </label>
      {slots.rateCards.current?.problem && (
        <Failure problem={slots.rateCards.current.problem} retry={() => dashboard.refresh()} />
      )}
      {current?.problem && <Failure problem={current.problem} retry={() => dashboard.refresh()} />}
      {current?.body && <Compared comparison={current.body} open={(receipt) => dashboard.show({ receipt })} />}
      {current?.isLoading && !current.body && <p class="skeleton tall">Comparing …</p>}
    </section>
  );
};

const Compared = ({ comparison, open }: { comparison: Comparison; open: (message: number) => void }) => {
  const { baseline, candidate, totals, messages, windows, by_day: days, top_changes: changes } = comparison;
  return (
    <>
      <p class="total">
        <strong translate={false}>{formatCredits(totals.candidate)}</strong> credits under “{candidate.id}” instead of{' '}
        <strong translate={false}>{formatCredits(totals.baseline)}</strong> under “{baseline.id}”:{' '}
        <span translate={false}>{formatSignedCredits(totals.difference)}</span>
      </p>
      <p>
        {messages.dearer} cost more (<span translate={false}>{formatSignedCredits(totals.increases)}</span>),{' '}
        {messages.cheaper} cost less (<span translate={false}>{formatSignedCredits(totals.decreases)}</span>),{' '}
        {messages.unchanged} unchanged
      </p>
      <div class="columns">
        <ComparedTable
          caption={windows === 'occupied' ? 'By day with messages' : 'By day'}
          nameHeader="Day"
          cards={comparison}
          rows={days.map((day) => ({ key: day.date, name: formatFullDate(day.date), ...day }))}
        />
        {changes.length > 0 && (
          <ComparedTable
            caption="The largest changes, up and down"
            nameHeader="Message"
            cards={comparison}
            rows={changes.map((change) => ({
              key: String(change.message_id),
              name: (
                <button
                  type="button"
                  class="link"
                  aria-label={`Message ${change.message_id}: open both receipts`}
                  onClick={() => open(change.message_id)}
                >
                  {change.message_id}
                </button>
              ),
              ...change,
            }))}
          />
        )}
      </div>
    </>
  );
};

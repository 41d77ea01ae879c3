import { h } from '../preact.js';
import type { RateCard } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { formatDate, toLocalDate } from '../format-time.js';

/** The price list that bills now. */
export const PriceListCard = ({ dashboard }: { dashboard: Dashboard }) => {
  const { body, problem } = dashboard.slots.rateCards.current ?? {};
  const card = body?.rate_cards.find(({ billing }) => billing);
  return (
    <div class="card">
      <h3>Price list in force</h3>
      <p class={card || problem ? 'value words' : 'value words skeleton'}>
        {card?.card.title ?? (problem ? '–' : '\u00a0')}
      </p>
      <p class="note" translate={false}>
        {card ? toForce(card) : (problem?.title ?? '\u00a0')}
      </p>
    </div>
  );
};

/** `standard, since 1 Jan 2027`; the days of rate cards begin in UTC. */
const toForce = ({ id, in_force: times }: RateCard): string => {
  const from = times.at(-1)?.from;
  return from === undefined ? `${id}, from the beginning` : `${id}, since ${formatDate(toLocalDate(from, 'UTC'))}`;
};

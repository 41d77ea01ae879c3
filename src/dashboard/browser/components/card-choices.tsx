import { h } from '../preact.js';
import type { RateCard } from '../api.types.js';
import { countOf } from '../format-credits.js';
import { CopyButton } from './copy-button.js';

interface CardChoicesProps {
  readonly cards: readonly RateCard[];
  /** The card that the period is compared with. */
  readonly candidate: string | undefined;
  /** Whether a card is being changed. */
  readonly isChanging: boolean;
  readonly compare: (candidate: string | undefined) => void;
  readonly change: (id: string) => void;
  readonly paste: () => void;
}

/** The price lists of the service to compare with or to start from, and a place for one's own. */
export const CardChoices = ({ cards, candidate, isChanging, compare, change, paste }: CardChoicesProps) => (
  <ul class="card-choices">
    {cards.map((rateCard) => (
      <li key={rateCard.id} class={rateCard.id === candidate ? 'card-choice chosen' : 'card-choice'}>
        <h3>
          <span translate={false}>{rateCard.card.title}</span>
          {rateCard.billing && <span class="pill good">in force</span>}
        </h3>
        <PlainRules rateCard={rateCard} />
        <div class="card-actions">
          {!rateCard.billing && (
            <button
              type="button"
              aria-pressed={rateCard.id === candidate}
              aria-label={`Compare: ${rateCard.card.title}`}
              onClick={() => compare(rateCard.id === candidate ? undefined : rateCard.id)}
            >
              Compare
            </button>
          )}
          <button
            type="button"
            aria-label={`Change its numbers: ${rateCard.card.title}`}
            onClick={() => change(rateCard.id)}
          >
            Change its numbers
          </button>
          {rateCard.id === candidate && <CopyButton label="Copy link" content={() => Promise.resolve(location.href)} />}
        </div>
      </li>
    ))}
    <li class={isChanging ? 'card-choice own chosen' : 'card-choice own'}>
      <h3>Your own</h3>
      <p class="quiet">Drop a rate card (a JSON file) anywhere in this section, or paste its text.</p>
      <div class="card-actions">
        <button type="button" onClick={paste}>
          Paste a card
        </button>
      </div>
    </li>
  </ul>
);

/** The rules in plain language, folded away: they are long. */
const PlainRules = ({ rateCard: { price_list: rules } }: { rateCard: RateCard }) => (
  <details>
    <summary>{countOf(rules.length, 'rule')}</summary>
    <ul translate={false}>
      {rules.map(({ rule, description }) => (
        <li key={rule}>{description}</li>
      ))}
    </ul>
  </details>
);

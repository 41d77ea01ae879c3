import { type ComponentChildren, h } from '../preact.js';
import { toDecimal } from '../../../pricing/credits.js';
import type { Dashboard } from '../dashboard.js';
import { formatCredits, formatMean, formatPercent } from '../format-credits.js';

/**
 * The period in six numbers, each on a card. The cards are there before their numbers, so that
 * nothing moves.
 */
export const PeriodTotals = ({ dashboard }: { dashboard: Dashboard }) => {
  const { period, slots } = dashboard;
  const { body, problem } = slots.mostExpensive.current ?? {};
  const mostExpensive = body?.usage[0];
  return (
    <dl class="period-totals" aria-busy={!period}>
      <Card term="Credits used" value={period && toDecimal(period.total)} note="in the period" />
      <Card
        term="Messages"
        value={period && String(period.messages)}
        note={period && `${period.questions} questions`}
      />
      <Card
        term="From reports"
        value={period && toDecimal(period.fromReports)}
        note={period && `${formatPercent(period.fromReports, period.total)} of the credits`}
      />
      <Card
        term="From questions"
        value={period && toDecimal(period.fromQuestions)}
        note={period && `${formatPercent(period.fromQuestions, period.total)} of the credits`}
      />
      <Card
        term="Mean per question"
        value={period && formatMean(period.fromQuestions, period.questions)}
        note="credits"
      />
      <Card
        term="Highest cost"
        value={problem ? '–' : mostExpensive && formatCredits(mostExpensive.credits_used)}
        note={
          problem?.title ??
          (mostExpensive && (
            <button type="button" class="link" onClick={() => dashboard.show({ receipt: mostExpensive.message_id })}>
              Message {mostExpensive.message_id}
            </button>
          ))
        }
      />
    </dl>
  );
};

/** Whether a value takes more than two lines of a card at the usual size. */
const isLong = (value = ''): boolean => value.length > 24;

interface CardProps {
  readonly term: string;
  readonly value: string | undefined;
  readonly note: ComponentChildren;
}

const Card = ({ term, value, note }: CardProps) => (
  <div class={value === undefined ? 'card skeleton' : 'card'}>
    <dt>{term}</dt>
    <dd class={isLong(value) ? 'value long' : 'value'} translate={false} title={isLong(value) ? value : undefined}>
      {value ?? '\u00a0'}
    </dd>
    <dd class="note">{value === undefined ? '\u00a0' : note}</dd>
  </div>
);

import { type ComponentChildren, h } from '../preact.js';
import { toDecimal } from '../../../pricing/credits.js';
import { inCredits, meanOf, percentOf } from '../format-credits.js';
import type { Dashboard } from '../dashboard.js';

/** The period in five numbers. Until they are there, their places are. */
export const Cards = ({ dashboard }: { dashboard: Dashboard }) => {
  const { period, slots } = dashboard;
  const { body, problem } = slots.dearest.current ?? {};
  const dearest = body?.usage[0];
  return (
    <dl class="cards" aria-busy={!period}>
      <Card term="Credits used" value={period && toDecimal(period.total)} note="in the period" />
      <Card
        term="Messages"
        value={period && String(period.messages)}
        note={period && `${period.questions} questions`}
      />
      <Card
        term="From reports"
        value={period && toDecimal(period.fromReports)}
        note={period && `${percentOf(period.fromReports, period.total)} of the credits`}
      />
      <Card
        term="From questions"
        value={period && toDecimal(period.fromQuestions)}
        note={period && `${percentOf(period.fromQuestions, period.total)} of the credits`}
      />
      <Card term="Mean per question" value={period && meanOf(period.fromQuestions, period.questions)} note="credits" />
      <Card
        term="Dearest message"
        value={problem ? '–' : dearest && inCredits(dearest.credits_used)}
        note={
          problem?.title ??
          (dearest && (
            <button type="button" class="link" onClick={() => dashboard.show({ receipt: dearest.message_id })}>
              Message {dearest.message_id}
            </button>
          ))
        }
      />
    </dl>
  );
};

/** More digits than two lines of a card have. */
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

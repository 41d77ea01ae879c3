import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { formatCredits } from '../format-credits.js';
import { StatCard } from './stat-card.js';

/** The most expensive message that matches the filters, with the way to its receipt. */
export const MostExpensiveCard = ({ dashboard }: { dashboard: Dashboard }) => {
  const { body, problem } = dashboard.slots.mostExpensive.current ?? {};
  if (!body) return <StatCard name="Most expensive message" value={problem && '–'} note={problem?.title} />;
  const [message] = body.usage;
  return (
    <StatCard
      name="Most expensive message"
      value={message ? formatCredits(message.credits_used) : '–'}
      note={
        message && (
          <button type="button" class="link" onClick={() => dashboard.show({ receipt: message.message_id })}>
            Message {message.message_id}
          </button>
        )
      }
    />
  );
};

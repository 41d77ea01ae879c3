import { h } from '../preact.js';
import type { Comparison } from '../api.types.js';
import { formatCount, formatSignedCredits } from '../format-credits.js';

/** How many messages cost more, less and the same, and what the changes come to in each direction. */
export const ComparedTotals = ({ comparison: { totals, messages } }: { comparison: Comparison }) => (
  <dl class="directions">
    <Direction name="Cost more" messages={messages.dearer} credits={formatSignedCredits(totals.increases)} />
    <Direction name="Cost less" messages={messages.cheaper} credits={formatSignedCredits(totals.decreases)} />
    <Direction name="Unchanged" messages={messages.unchanged} />
  </dl>
);

const Direction = ({ name, messages, credits }: { name: string; messages: number; credits?: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <strong translate={false}>{formatCount(messages)}</strong> {messages === 1 ? 'message' : 'messages'}
      {credits && <span class="amount" translate={false}>{`, ${credits}`}</span>}
    </dd>
  </div>
);

import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { UsageTable } from './usage-table.js';

/** The messages that match the filters, one by one. */
export const MessagesPanel = ({ dashboard }: { dashboard: Dashboard }) => (
  <section class="panel messages" aria-labelledby="messages-title">
    <div class="panel-head">
      <h2 id="messages-title">Messages</h2>
      <p class="quiet">Choose a row to see why it cost what it cost.</p>
    </div>
    <UsageTable dashboard={dashboard} />
  </section>
);

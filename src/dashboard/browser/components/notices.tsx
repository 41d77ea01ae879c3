import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';

/** What of the URL was left out. The region is there before its words, so that they are read out when they come. */
export const Notices = ({ dashboard }: { dashboard: Dashboard }) => (
  <div role="status" class="notices">
    {dashboard.notices.length > 0 && (
      <div class="notice">
        <ul>
          {dashboard.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
        <button type="button" onClick={() => dashboard.dismissNotices()}>
          Dismiss
        </button>
      </div>
    )}
  </div>
);

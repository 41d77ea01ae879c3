import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';

/**
 * The notices about the URL. The live region exists before its text, because screen readers
 * announce only what is added.
 */
export const Notices = ({ dashboard }: { dashboard: Dashboard }) => (
  <div role="status" class={dashboard.notices.length > 0 ? undefined : 'silent'}>
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

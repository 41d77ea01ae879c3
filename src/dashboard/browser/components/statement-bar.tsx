import { h } from '../preact.js';
import type { View } from '../view.js';

interface StatementBarProps {
  /** Whether the statement has every message. */
  readonly hasMessages: boolean;
  /** Whether all of it has been read. */
  readonly isReady: boolean;
  readonly chooseMessages: (messages: View['messages']) => void;
  readonly leave: () => void;
}

/** What can be done with a statement on the screen; it is not printed. */
export const StatementBar = ({ hasMessages, isReady, chooseMessages, leave }: StatementBarProps) => (
  <div class="statement-bar">
    <button type="button" onClick={leave}>
      ← Dashboard
    </button>
    <label>
      <input
        type="checkbox"
        checked={hasMessages}
        onChange={({ currentTarget: { checked } }) => chooseMessages(checked ? 'all' : undefined)}
      />{' '}
      Every message
    </label>
    <button type="button" class="primary" disabled={!isReady} onClick={() => print()}>
      Print, or save as PDF
    </button>
  </div>
);

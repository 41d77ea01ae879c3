import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { getSessionKey } from '../session-key.js';

/** Asks for an API key. The key is not part of the view, so no link to the page contains it. */
export const KeyForm = ({ dashboard }: { dashboard: Dashboard }) => (
  <section class="panel" aria-labelledby="key">
    <h2 id="key">This service requires an API key</h2>
    {getSessionKey() !== undefined && <p role="alert">{dashboard.refusal?.detail}</p>}
    <form
      class="key"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        if (typeof key === 'string') dashboard.useKey(key.trim());
      }}
    >
      <label class="field wide">
        <span>Your key. It is stored for this tab only and never appears in a URL.</span>
        <input
          name="key"
          type="password"
          autocomplete="off"
          spellcheck={false}
          required
          pattern="\s*[!-~]+\s*"
          title="Letters, digits and punctuation, without spaces"
        />
      </label>
      <button type="submit" class="primary">
        Use this key
      </button>
    </form>
  </section>
);

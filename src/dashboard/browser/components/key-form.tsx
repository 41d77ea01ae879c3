import { Component, createRef, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { getSessionKey } from '../session-key.js';

/**
 * Asks for an API key, with the focus in its field, also after a wrong key. The key is not part of
 * the view, so no link to the page contains it.
 */
export class KeyForm extends Component<{ readonly dashboard: Dashboard }> {
  private readonly field = createRef<HTMLInputElement>();

  override componentDidMount(): void {
    this.field.current?.select();
  }

  override componentDidUpdate(): void {
    if (document.activeElement === document.body) this.field.current?.select();
  }

  override render({ dashboard }: { readonly dashboard: Dashboard }) {
    const { refusal } = dashboard;
    const isWrong = refusal !== undefined && getSessionKey() !== undefined;
    return (
      <section class="panel" aria-labelledby="key-title">
        <h2 id="key-title">{refusal ? 'This service requires an API key' : 'Use another key'}</h2>
        {isWrong && (
          <p role="alert" id="key-refusal" class="error">
            {refusal.detail}
          </p>
        )}
        <form class="key" onSubmit={(event) => this.submit(event)}>
          <label class="field wide">
            <span>Your key. It is stored for this tab only and never appears in a URL.</span>
            <input
              ref={this.field}
              name="key"
              type="password"
              autocomplete="off"
              spellcheck={false}
              required
              pattern="\s*[!-~]+\s*"
              title="Letters, digits and punctuation, without spaces"
              aria-invalid={isWrong}
              aria-describedby={isWrong ? 'key-refusal' : undefined}
            />
          </label>
          <p class="quiet">The people who run the service make keys. This page needs one with the scope usage:read.</p>
          <button type="submit" class="primary">
            Use this key
          </button>
        </form>
      </section>
    );
  }

  private submit(event: Event): void {
    event.preventDefault();
    const key = this.field.current?.value.trim();
    if (key) this.props.dashboard.useKey(key);
  }
}

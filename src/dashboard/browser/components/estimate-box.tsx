import { Component, h } from '../preact.js';
import { getJson } from '../api.js';
import type { Estimates } from '../api.types.js';
import { formatCredits } from '../format-credits.js';
import { type Resource, Slot, type SlotRequest } from '../slot.js';
import { Failure } from './failure.js';
import { ReceiptLines } from './receipt-lines.js';

/** How long typing must pause before the text is priced. */
const PAUSE_MS = 200;

/**
 * Prices a message as it is typed. The text is sent in the body of a POST, never in a URL, and the
 * service does not store it.
 */
export class EstimateBox extends Component<object, { readonly text: string }> {
  override state = { text: '' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly estimates = new Slot<Estimates>(() => this.forceUpdate());

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
    this.estimates.request(undefined);
  }

  override render(_props: object, { text }: { text: string }) {
    return (
      <section class="panel estimate" aria-labelledby="estimate">
        <h2 id="estimate">What will it cost?</h2>
        <label class="field wide">
          <span>Type a message: its price appears as you type. Nothing is stored.</span>
          <textarea rows={3} value={text} onInput={({ currentTarget }) => this.type(currentTarget.value)} />
        </label>
        <div class="estimated" aria-live="polite">
          {text === '' ? <p class="quiet">Nothing typed yet.</p> : <Estimated estimates={this.estimates.current} />}
        </div>
      </section>
    );
  }

  private type(text: string): void {
    this.setState({ text });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.estimates.request(text === '' ? undefined : requestEstimate(text)), PAUSE_MS);
  }
}

const Estimated = ({ estimates }: { estimates: Resource<Estimates> | undefined }) => {
  if (estimates?.problem) return <Failure problem={estimates.problem} />;
  const estimate = estimates?.body?.estimates[0];
  if (!estimate) return <p class="quiet">…</p>;
  return (
    <div aria-busy={estimates?.isLoading}>
      <p class="total">
        <strong translate={false}>{formatCredits(estimate.credits_used)}</strong> credits, price list “
        {estimate.rate_card.id}”
      </p>
      <ReceiptLines lines={estimate.lines} />
    </div>
  );
};

const requestEstimate = (text: string): SlotRequest<Estimates> => ({
  key: text,
  read: (signal) =>
    getJson<Estimates>('/v1/estimates', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ messages: [{ text }] }),
      signal,
    }),
});

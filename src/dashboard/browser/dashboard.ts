import type { Problem } from './api.types.js';
import type { PeriodOverview } from './period-overview.js';
import { DraftCard } from './rate-card/draft-card.js';
import { createSlots, requestSlots, type Slots } from './requests.js';
import { setSessionKey } from './session-key.js';
import { findUnknownParts } from './unknown-parts.js';
import { parseView, toSearch, type View } from './view.js';

/**
 * The state of the page: a view, which is the URL, and the API's answers for it. Every change ends
 * in `sync`, which sends the requests of the current view and draws the page.
 */
export class Dashboard {
  view: View;
  /** One sentence for each part of the URL that was ignored or removed, with the reason. */
  notices: readonly string[] = [];
  readonly slots: Slots;
  /** The rate card that is being changed. It is compared with while the view names no other. */
  readonly draft = new DraftCard(() => this.sync());
  /** How often a view or an answer was drawn. An error boundary tries again when it changes. */
  draws = 0;

  constructor(private readonly draw: () => void) {
    this.slots = createSlots(() => this.sync());
    this.view = this.readUrl();
    addEventListener('popstate', () => {
      this.view = this.readUrl();
      this.sync();
    });
  }

  /**
   * The period in the view's time zone, or in the previous one while that loads; `undefined` until
   * it is read once.
   */
  get period(): PeriodOverview | undefined {
    return this.slots.period.current?.body;
  }

  /**
   * The problem of a 401, which the service answers if a valid key is missing; `undefined` if no
   * request got one.
   */
  get refusal(): Problem | undefined {
    const problems = Object.values(this.slots).map(({ current }) => current?.problem);
    return problems.find((problem) => problem?.status === 401);
  }

  /** Changes the view, adds it to the browser's history, and drops the notices. */
  show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.notices = [];
    history.pushState(undefined, '', this.url());
    this.sync();
  }

  /** Reads everything again. */
  refresh(): void {
    for (const slot of Object.values(this.slots)) slot.expire();
    this.sync();
  }

  /** Sends this key from now on, or none, and forgets every answer to the previous key. */
  useKey(key: string | undefined): void {
    setSessionKey(key);
    for (const slot of Object.values(this.slots)) slot.request(undefined);
    this.sync();
  }

  dismissNotices(): void {
    this.notices = [];
    this.draw();
  }

  sync(): void {
    this.dropUnknownParts();
    requestSlots(this.slots, {
      view: this.view,
      period: this.currentPeriod,
      rateCards: this.slots.rateCards.current?.body,
      draft: this.draft.settled,
      onBillChanged: () => this.followBill(),
    });
    this.draws += 1;
    this.draw();
  }

  /** The period in the view's time zone; `undefined` while it loads. */
  private get currentPeriod(): PeriodOverview | undefined {
    return this.slots.period.current?.isLoading ? undefined : this.period;
  }

  /**
   * Reads everything but the listing again: the listing has found a newer bill, and one page must
   * not show two bills.
   */
  private followBill(): void {
    for (const slot of Object.values(this.slots)) if (slot !== this.slots.listing) slot.expire();
    this.sync();
  }

  /**
   * Drops the parts of the view that do not exist, with a notice for each, and corrects the URL.
   */
  private dropUnknownParts(): void {
    const { rateCards, receipts } = this.slots;
    const unknown = findUnknownParts(this.view, {
      period: this.currentPeriod,
      rateCards: rateCards.current?.body,
      receiptProblem: receipts.current?.problem,
    });
    if (unknown.length === 0) return;
    this.view = { ...this.view, ...Object.fromEntries(unknown.map(({ name }) => [name, undefined])) };
    this.notices = [...this.notices, ...unknown.map(({ reason }) => `Removed from this view: ${reason}.`)];
    history.replaceState(undefined, '', this.url());
  }

  private readUrl(): View {
    const { view, ignored } = parseView(location.search);
    this.notices = ignored.map((name) => `Ignored: the address has an unknown or invalid parameter “${name}”.`);
    return view;
  }

  private url(): string {
    return `${location.pathname}${toSearch(this.view)}`;
  }
}

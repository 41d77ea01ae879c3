import type { Problem } from './api.types.js';
import { keepKey } from './session-key.js';
import type { Period } from './period-overview.js';
import { type Bodies, requestsOf } from './requests.js';
import { Slot } from './slot.js';
import { searchOf, type View, viewOf } from './view.js';

export type Slots = { readonly [Name in keyof Bodies]: Slot<Bodies[Name]> };

/**
 * The state of the page: a view, which is the URL, and what the API answered for it. Whatever changes, `sync` asks for what the
 * view now wants, and the page is drawn anew.
 */
export class Dashboard {
  view: View;
  /** What of the URL was left out, and why, for the person who opened it. */
  notices: readonly string[] = [];
  readonly slots: Slots;
  /** Counts how often the page was drawn from a view or an answer. */
  draws = 0;

  constructor(private readonly draw: () => void) {
    const slot = <Body>(): Slot<Body> => new Slot<Body>(() => this.sync());
    this.slots = {
      index: slot(),
      cards: slot(),
      summary: slot(),
      dearest: slot(),
      listed: slot(),
      receipts: slot(),
      candidateReceipts: slot(),
      comparison: slot(),
    };
    this.view = this.readUrl();
    addEventListener('popstate', () => {
      this.view = this.readUrl();
      this.sync();
    });
  }

  /** The period as the page draws it, in the zone of the view; nothing until it is there. */
  get period(): Period | undefined {
    return this.slots.summary.current?.body;
  }

  /** Why the service answers nothing without another key; nothing while it does. */
  get refusal(): Problem | undefined {
    const problems = Object.values(this.slots).map(({ current }) => current?.problem);
    return problems.find((problem) => problem?.status === 401);
  }

  /** Changes the view, and with it the URL; `replace` where the back button need not come by. */
  show(change: Partial<View>, { replace = false } = {}): void {
    this.view = { ...this.view, ...change };
    this.notices = [];
    this.writeUrl(replace);
    this.sync();
  }

  /** Reads everything again. */
  refresh(): void {
    for (const slot of Object.values(this.slots)) slot.expire();
    this.sync();
  }

  /** Asks with this key from now on, or with none; what the last one opened is forgotten. */
  useKey(key: string | undefined): void {
    keepKey(key);
    for (const slot of Object.values(this.slots)) slot.want(undefined);
    this.sync();
  }

  dismissNotices(): void {
    this.notices = [];
    this.draw();
  }

  sync(): void {
    this.leaveOutUnknown();
    const { slots, period } = this;
    const { body: cards } = slots.cards.current ?? {};
    const settled = slots.summary.current?.isLoading ? undefined : period;
    const requests = requestsOf(this.view, settled, cards, () => this.followBill());
    slots.index.want(requests.index);
    slots.cards.want(requests.cards);
    slots.summary.want(requests.summary);
    slots.dearest.want(requests.dearest);
    slots.listed.want(requests.listed);
    slots.receipts.want(requests.receipts);
    slots.candidateReceipts.want(requests.candidateReceipts);
    slots.comparison.want(requests.comparison);
    this.draws += 1;
    this.draw();
  }

  /** Reads all else anew, since the table is being read from another bill: numbers of two bills do not stand side by side. */
  private followBill(): void {
    for (const slot of Object.values(this.slots)) if (slot !== this.slots.listed) slot.expire();
    this.sync();
  }

  /** A view may name what this period does not have: an old link, a typing error. That part of it is left out, and said. */
  private leaveOutUnknown(): void {
    const { summary, cards, receipts } = this.slots;
    const { day, report, candidate, receipt } = this.view;
    const period = summary.current?.isLoading ? undefined : this.period;
    if (period && day !== undefined && !period.days.some(({ date }) => date === day)) {
      this.leaveOut('day', `the period has no day ${day} in ${this.view.timeZone}`);
    }
    if (period && report !== undefined && !period.reports.some(({ id }) => id === report)) {
      this.leaveOut('report', `no message of the period names report ${report}`);
    }
    const known = cards.current?.body?.rate_cards;
    if (known && candidate !== undefined && !known.some(({ id, billing }) => id === candidate && !billing)) {
      this.leaveOut('candidate', `${candidate} is no other price list`);
    }
    if (receipt !== undefined && receipts.current?.problem?.status === 404) {
      this.leaveOut('receipt', `the period has no message ${receipt}`);
    }
  }

  private leaveOut(part: 'day' | 'report' | 'candidate' | 'receipt', reason: string): void {
    this.view = { ...this.view, [part]: undefined };
    this.notices = [...this.notices, `Left out of this view: ${reason}.`];
    this.writeUrl(true);
  }

  private readUrl(): View {
    const { view, ignored } = viewOf(location.search);
    this.notices = ignored.map((name) => `Left out of this view: the address has a “${name}” that means nothing here.`);
    return view;
  }

  private writeUrl(replace: boolean): void {
    const url = `${location.pathname}${searchOf(this.view)}`;
    if (replace) history.replaceState(undefined, '', url);
    else history.pushState(undefined, '', url);
  }
}

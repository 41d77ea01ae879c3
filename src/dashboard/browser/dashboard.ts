import type { LedgerPeriod, LedgerPeriods, Problem } from './api.types.js';
import type { PeriodOverview } from './period-overview.js';
import { DraftCard } from './rate-card/draft-card.js';
import { HAS_LEDGER } from './page-settings.js';
import { toQueries } from './request-inputs.js';
import { setSessionKey } from './session-key.js';
import { createSlots, requestSlots, type Slots } from './slots.js';
import { findUnknownParts } from './unknown-parts.js';
import { countFilters, NO_FILTERS, type View } from './view.js';
import { parseView, toSearch } from './view-url.js';

/** What a service without a ledger has seen. */
const NO_PERIODS: LedgerPeriods = { periods: [] };

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
  /** Whether the user has asked for the key form, because the key lacks a scope. */
  private isAskingForKey = false;

  constructor(private readonly draw: () => void) {
    this.slots = createSlots(() => this.sync());
    this.view = this.readUrl();
    history.replaceState(undefined, '', this.url());
    addEventListener('popstate', () => {
      this.view = this.readUrl();
      this.sync();
    });
    addEventListener('online', () => this.refresh());
    addEventListener('offline', () => this.draw());
  }

  /**
   * The period in the view's time zone, or in the previous one while that loads; `undefined` until
   * it is read once.
   */
  get period(): PeriodOverview | undefined {
    return this.slots.period.current?.body;
  }

  /**
   * The messages that match the filters: the whole period while there are none. While they load,
   * what was shown before, so that nothing jumps.
   */
  get selection(): PeriodOverview | undefined {
    const { current } = this.slots.selection;
    return countFilters(this.view) === 0 || (!current?.body && !current?.problem) ? this.period : current.body;
  }

  /** Whether {@link selection} belongs to an earlier view. */
  get isLoadingSelection(): boolean {
    const { period, selection } = this.slots;
    if (period.current?.isLoading ?? true) return true;
    return countFilters(this.view) > 0 && (selection.current?.isLoading ?? true);
  }

  /** The period of the view as the ledger has it; `undefined` without a ledger. */
  get ledgerPeriod(): LedgerPeriod | undefined {
    const periods = this.slots.periods.current?.body?.periods;
    const { period } = this.view;
    return periods?.find(({ id, status }) => (period === undefined ? status === 'open' : id === period));
  }

  /**
   * The problem of a 401, which the service answers if a valid key is missing; `undefined` if no
   * request got one.
   */
  get refusal(): Problem | undefined {
    const problems = Object.values(this.slots).map(({ current }) => current?.problem);
    return problems.find((problem) => problem?.status === 401);
  }

  /** Whether the page asks for a key instead of showing numbers. */
  get needsKey(): boolean {
    return this.isAskingForKey || this.refusal !== undefined;
  }

  /** Why reading the numbers again failed, and when those that are shown were read. */
  get staleness(): { readonly date: Date | undefined; readonly problem: Problem | undefined } {
    const { period, selection, listing } = this.slots;
    const stale = [period, selection, listing].find(({ current }) => current?.problem && current.body);
    return { date: (stale ?? period).current?.date, problem: stale?.current?.problem };
  }

  /** The query of the rows and files: period, filters and order. Without dates while the period loads. */
  get listQuery(): string {
    return this.queries.listQuery;
  }

  /** Changes the view, adds it to the browser's history, and drops the notices. */
  show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.notices = [];
    history.pushState(undefined, '', this.url());
    this.sync();
  }

  readonly openReceipt = (receipt: number): void => this.show({ receipt });

  readonly chooseDates = (dates: Pick<View, 'from' | 'to'>): void => this.show(dates);

  /** Shows a period of the ledger without filters. The URL does not name the open one. */
  readonly choosePeriod = ({ id, status }: LedgerPeriod): void =>
    this.show({ ...NO_FILTERS, receipt: undefined, chart: undefined, period: status === 'open' ? undefined : id });

  /** Reads everything again. */
  refresh(): void {
    for (const slot of Object.values(this.slots)) slot.expire();
    this.sync();
  }

  askForKey(): void {
    this.isAskingForKey = true;
    this.draw();
  }

  /** Sends this key from now on, or none, and forgets every answer to the previous key. */
  useKey(key: string | undefined): void {
    setSessionKey(key);
    this.isAskingForKey = false;
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
      isKnownPeriod: this.isKnownPeriod,
      ...this.queries,
      rateCards: this.slots.rateCards.current?.body,
      draft: this.draft.settled,
      onBillChanged: () => this.followBill(),
    });
    this.draws += 1;
    this.draw();
  }

  private get queries(): ReturnType<typeof toQueries> {
    const queries = toQueries(this.view, this.currentPeriod);
    return this.isKnownPeriod ? queries : { ...queries, filters: undefined };
  }

  /** False while the list of periods loads that says whether the period of the view exists. */
  private get isKnownPeriod(): boolean {
    const { body, problem } = this.slots.periods.current ?? {};
    return this.view.period === undefined || body !== undefined || problem !== undefined;
  }

  /** The period of the view in its time zone; `undefined` while it loads. */
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
    const { rateCards, receipts, periods } = this.slots;
    const unknown = findUnknownParts(this.view, {
      period: this.currentPeriod,
      rateCards: rateCards.current?.body,
      periods: HAS_LEDGER ? periods.current?.body : NO_PERIODS,
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

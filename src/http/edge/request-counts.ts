/** Seconds in which a caller has its requests; the next ones begin with its first request after them. */
export const WINDOW_S = 60;

/** Callers whose counts are kept: some 20 MB of them. Beyond that the oldest windows are forgotten. */
const MOST_CALLERS = 100_000;

interface Window {
  /** By the monotonic clock, in milliseconds. */
  readonly endsAt: number;
  used: number;
}

/** How a caller stands after a request. */
export interface Count {
  readonly isWithin: boolean;
  readonly remaining: number;
  /** Whole seconds until the caller has all its requests again: 1 to 60. */
  readonly resetS: number;
}

/**
 * Counts the requests of each caller in its window, one number for each, by the monotonic clock: a wall clock that is set
 * neither locks callers out nor frees them. `limit` is the most that a window has.
 */
export class RequestCounts {
  /** In the order in which they began, and so in which they end. */
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly limit: number,
    private readonly most = MOST_CALLERS,
  ) {}

  /** Counts `requests` of this caller if it has as many left; counts none of them otherwise. */
  take(caller: string, requests = 1): Count {
    const now = performance.now();
    const window = this.windowOf(caller, now);
    const isWithin = window.used + requests <= this.limit;
    if (isWithin) window.used += requests;
    const resetS = Math.min(WINDOW_S, Math.max(1, Math.ceil((window.endsAt - now) / 1000)));
    return { isWithin, remaining: this.limit - window.used, resetS };
  }

  private windowOf(caller: string, now: number): Window {
    const known = this.windows.get(caller);
    if (known && known.endsAt > now) return known;
    // A window that begins anew moves to the end.
    this.windows.delete(caller);
    this.forgetOldest(now);
    const window = { endsAt: now + WINDOW_S * 1000, used: 0 };
    this.windows.set(caller, window);
    return window;
  }

  private forgetOldest(now: number): void {
    for (const [caller, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size < this.most) return;
      this.windows.delete(caller);
    }
  }
}

/**
 * Length of a window in seconds. A caller's next window begins with its first request after the
 * last one ended.
 */
export const WINDOW_SECONDS = 60;

/** Callers whose counts are kept, about 20 MB. Beyond that the oldest windows are dropped. */
const CALLERS_MAX = 100_000;

interface Window {
  /** Milliseconds of the monotonic clock. */
  readonly endsAt: number;
  used: number;
}

/** A caller's window after a request. */
export interface Count {
  /** Whether the request was counted, which it is if the limit allows it. */
  readonly isWithin: boolean;
  readonly remaining: number;
  /** Whole seconds until the window ends: 1 to 60. */
  readonly resetSeconds: number;
}

/**
 * Counts requests by caller, in windows of 60 s with at most `limit` requests each. Uses the
 * monotonic clock, so that setting the wall clock neither locks callers out nor frees them.
 */
export class RequestCounts {
  /** In the order in which they began, which is the order in which they end. */
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly limit: number,
    private readonly callersMax = CALLERS_MAX,
  ) {}

  /**
   * Counts `requests` for this caller if its window has as many left; otherwise counts none of
   * them.
   */
  take(caller: string, requests = 1): Count {
    const now = performance.now();
    const window = this.currentWindow(caller, now);
    const isWithin = window.used + requests <= this.limit;
    if (isWithin) window.used += requests;
    const resetSeconds = Math.min(WINDOW_SECONDS, Math.max(1, Math.ceil((window.endsAt - now) / 1000)));
    return { isWithin, remaining: this.limit - window.used, resetSeconds };
  }

  private currentWindow(caller: string, now: number): Window {
    const known = this.windows.get(caller);
    if (known && known.endsAt > now) return known;
    // Deleted first, so that the new window is inserted last.
    this.windows.delete(caller);
    this.dropOldest(now);
    const window = { endsAt: now + WINDOW_SECONDS * 1000, used: 0 };
    this.windows.set(caller, window);
    return window;
  }

  private dropOldest(now: number): void {
    for (const [caller, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size < this.callersMax) return;
      this.windows.delete(caller);
    }
  }
}

import type { RequestHandler } from 'express';

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A span under way. */
export interface ActiveSpan {
  /** Says more of it, once more is known. */
  set(attributes: SpanAttributes): void;
}

/** Where the time of a request went, for a collector of traces. */
export abstract class Tracing {
  /** What gives each request a span of its own; nothing where no traces are collected. Mounted after the logger. */
  abstract readonly middleware: readonly RequestHandler[];

  /**
   * Does `work`, a call to another service, within a span below the one under way. Where `work` fails, the span says so by the
   * name of the error alone, and the error flies on. Nothing confidential may be an attribute.
   */
  abstract span<Result>(
    name: string,
    attributes: SpanAttributes,
    work: (span: ActiveSpan) => Promise<Result>,
  ): Promise<Result>;
}

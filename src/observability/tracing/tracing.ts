import type { RequestHandler } from 'express';

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A span that has started and not ended. */
export interface ActiveSpan {
  /** Adds attributes that are known only after the start of the span. */
  setAttributes(attributes: SpanAttributes): void;
}

/** Records where the time of a request goes, for a collector of traces. */
export abstract class Tracing {
  /**
   * Middleware that starts a span for each request; empty if no traces are collected. Mounted after
   * the request log.
   */
  abstract readonly middleware: readonly RequestHandler[];

  /**
   * Runs `work`, a call to another service, in a child span of the current one. If `work` throws,
   * the span records the name of the error, without its message, and the error is rethrown.
   * Attributes must not be confidential.
   */
  abstract runInSpan<Result>(
    name: string,
    attributes: SpanAttributes,
    work: (span: ActiveSpan) => Promise<Result>,
  ): Promise<Result>;
}

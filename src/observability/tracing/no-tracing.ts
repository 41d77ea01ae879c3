import { type ActiveSpan, type SpanAttributes, Tracing } from './tracing.js';

const NO_SPAN: ActiveSpan = { setAttributes: () => undefined };

/** Collects no traces; a span costs one function call. */
export class NoTracing extends Tracing {
  override readonly middleware = [];

  override runInSpan<Result>(
    _name: string,
    _attributes: SpanAttributes,
    work: (span: ActiveSpan) => Promise<Result>,
  ): Promise<Result> {
    return work(NO_SPAN);
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { outsideRequests } from '../request-context.js';
import { requestSpan } from './request-span.middleware.js';
import { createTraceProvider } from './trace-export.js';
import { type ActiveSpan, type SpanAttributes, Tracing } from './tracing.js';

/**
 * Time limit of the last export: a collector that does not answer must not delay the stop of the
 * service.
 */
const LAST_EXPORT_MS = 2000;

/**
 * Collects traces with OpenTelemetry's API. No module is patched, so the order of imports does not
 * matter.
 */
export class OtlpTracing extends Tracing implements OnApplicationShutdown {
  override readonly middleware: readonly RequestHandler[];
  private readonly logger = new Logger(Tracing.name);
  private readonly activeContext = new AsyncLocalStorage<Context>();
  private readonly provider;
  private readonly tracer;

  constructor(collector: string) {
    super();
    this.provider = createTraceProvider(collector, ({ message }) =>
      // An export has spans of several requests, but its timer was started by one of them.
      outsideRequests(() => this.logger.warn(`Traces could not be exported to their collector: ${message}`)),
    );
    this.tracer = this.provider.getTracer('service');
    this.middleware = [requestSpan(this.tracer, this.activeContext)];
  }

  override async runInSpan<Result>(
    name: string,
    attributes: SpanAttributes,
    work: (span: ActiveSpan) => Promise<Result>,
  ): Promise<Result> {
    const parent = this.activeContext.getStore() ?? ROOT_CONTEXT;
    const span = this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
    try {
      return await this.activeContext.run(trace.setSpan(parent, span), work, toActiveSpan(span));
    } catch (error) {
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  /**
   * Exports the remaining spans. A failure is logged by the listener of the provider, as for any
   * export.
   */
  async onApplicationShutdown(): Promise<void> {
    const timeout = new Promise<void>((resolve) => setTimeout(resolve, LAST_EXPORT_MS).unref());
    await Promise.race([this.provider.shutdown().catch(() => undefined), timeout]);
  }
}

const toActiveSpan = (span: Span): ActiveSpan => ({
  setAttributes: (attributes) => void span.setAttributes(attributes),
});

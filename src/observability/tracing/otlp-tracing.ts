import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { outsideRequests } from '../request-context.js';
import { tracingRequests } from './request-span.middleware.js';
import { exportingTo } from './trace-export.js';
import { type ActiveSpan, type SpanAttributes, Tracing } from './tracing.js';

/** A collector that does not answer must not keep a stopping service. Milliseconds. */
const LAST_EXPORT_MS = 2000;

/** Collects traces with OpenTelemetry, made by hand: nothing is patched, so nothing depends on what is loaded when. */
export class OtlpTracing extends Tracing implements OnApplicationShutdown {
  override readonly middleware: readonly RequestHandler[];
  private readonly logger = new Logger(Tracing.name);
  private readonly underWay = new AsyncLocalStorage<Context>();
  private readonly provider;
  private readonly tracer;

  constructor(collector: string) {
    super();
    this.provider = exportingTo(collector, ({ message }) =>
      // An export has spans of many requests, and its timer is of the first of them.
      outsideRequests(() => this.logger.warn(`Traces could not be exported to their collector: ${message}`)),
    );
    this.tracer = this.provider.getTracer('service');
    this.middleware = [tracingRequests(this.tracer, this.underWay)];
  }

  override async span<Result>(
    name: string,
    attributes: SpanAttributes,
    work: (span: ActiveSpan) => Promise<Result>,
  ): Promise<Result> {
    const parent = this.underWay.getStore() ?? ROOT_CONTEXT;
    const span = this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
    try {
      return await this.underWay.run(trace.setSpan(parent, span), work, activeSpan(span));
    } catch (error) {
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  /** Exports what there is left. That this can fail is logged where any export is. */
  async onApplicationShutdown(): Promise<void> {
    const timeout = new Promise<void>((resolve) => setTimeout(resolve, LAST_EXPORT_MS).unref());
    await Promise.race([this.provider.shutdown().catch(() => undefined), timeout]);
  }
}

const activeSpan = (span: Span): ActiveSpan => ({ set: (attributes) => void span.setAttributes(attributes) });

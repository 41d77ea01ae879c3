import type { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { Request, RequestHandler, Response } from 'express';
import { matchedRoute } from '../../http/problems/matched-route.js';
import { addRequestFields } from '../request-context.js';

const propagator = new W3CTraceContextPropagator();

/**
 * Starts a span for each request, within the caller's trace if `traceparent` names one, and adds
 * the trace's id to the request's log lines. Mounted after the request log and before anything that
 * can fail.
 */
export const requestSpan =
  (tracer: Tracer, activeContext: AsyncLocalStorage<Context>): RequestHandler =>
  (request, response, next) => {
    const caller = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const attributes = { 'http.request.method': request.method, 'request.id': request.id };
    const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes }, caller);
    addRequestFields({ trace_id: span.spanContext().traceId });
    response.once('close', () => endSpan(span, request, response));
    activeContext.run(trace.setSpan(caller, span), next);
  };

/**
 * Follows OpenTelemetry's conventions for servers: a 5xx marks the span as failed, a 4xx does not.
 */
const endSpan = (span: Span, request: Request, response: Response): void => {
  const { writableFinished, statusCode, err } = response;
  const route = matchedRoute(request);
  if (route !== undefined) span.updateName(`${request.method} ${route}`).setAttribute('http.route', route);
  span.setAttribute('http.response.status_code', statusCode);
  if (statusCode >= 500 || err) {
    span.setAttribute('error.type', err?.name ?? String(statusCode)).setStatus({ code: SpanStatusCode.ERROR });
  } else if (!writableFinished) {
    span.setAttribute('error.type', 'aborted');
  }
  span.end();
};

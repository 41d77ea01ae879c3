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
 * Gives each request a span, in the caller's trace where `traceparent` names one, and its lines of the log the id of that
 * trace. Mounted after the logger and before all that can fail.
 */
export const tracingRequests =
  (tracer: Tracer, underWay: AsyncLocalStorage<Context>): RequestHandler =>
  (request, response, next) => {
    const caller = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const attributes = { 'http.request.method': request.method, 'request.id': response.get('X-Request-Id') ?? '' };
    const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes }, caller);
    addRequestFields({ trace_id: span.spanContext().traceId });
    response.once('close', () => end(span, request, response));
    underWay.run(trace.setSpan(caller, span), next);
  };

/** The conventions of OpenTelemetry for a server: its failures are errors, its callers' are not. */
const end = (span: Span, request: Request, response: Response): void => {
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

import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { PRODUCT } from '../../product.js';

const SERVICE = resourceFromAttributes({ 'service.name': PRODUCT.name, 'service.version': PRODUCT.version });

/**
 * Creates a provider that exports spans to `collector` in batches, as JSON over HTTP. Spans of a
 * failed export are lost; `onFailure` is called with the reason. The SDK itself reads the other
 * variables that OpenTelemetry specifies: `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_TRACES_SAMPLER`,
 * `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES` and the like.
 */
export const createTraceProvider = (collector: string, onFailure: (error: Error) => void): BasicTracerProvider =>
  new BasicTracerProvider({
    resource: defaultResource()
      .merge(SERVICE)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor(withFailureListener(new OTLPTraceExporter({ url: `${collector}/v1/traces` }), onFailure)),
    ],
  });

/** Calls `onFailure` for each failed export, which the processor would drop in silence. */
const withFailureListener = (exporter: SpanExporter, onFailure: (error: Error) => void): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      if (result.error) onFailure(result.error);
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
});

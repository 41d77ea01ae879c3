import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { PRODUCT } from '../../product.js';

const SERVICE = resourceFromAttributes({ 'service.name': PRODUCT.name, 'service.version': PRODUCT.version });

/**
 * Spans go to `collector` in batches, over HTTP as JSON; what they cannot be exported for is told, and loses them. The exporter
 * itself reads the other variables that OpenTelemetry specifies: `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_TRACES_SAMPLER`,
 * `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES` and the like.
 */
export const exportingTo = (collector: string, onFailure: (error: Error) => void): BasicTracerProvider =>
  new BasicTracerProvider({
    resource: defaultResource()
      .merge(SERVICE)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor(tellingOf(onFailure, new OTLPTraceExporter({ url: `${collector}/v1/traces` }))),
    ],
  });

/** OpenTelemetry itself drops what failed in silence. */
const tellingOf = (onFailure: (error: Error) => void, exporter: SpanExporter): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      if (result.error) onFailure(result.error);
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
});

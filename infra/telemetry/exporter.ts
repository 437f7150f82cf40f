/** The exporter sends spans and metrics to Application Insights or to a collector; it is loaded only where one is configured. */
import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';

export interface ExporterTarget {
  /** Of Application Insights. */
  readonly connectionString?: string;
  /** Of a collector that takes OTLP over HTTP, without the path. */
  readonly endpoint?: string;
}

export interface TelemetryExporter {
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/**
 * Starts sending, to both where both are configured. Only what Laurel itself observes is sent: ready-made instruments would add
 * URLs, and those hold ids.
 */
export function startExporter(target: ExporterTarget): TelemetryExporter {
  const traces = new NodeTracerProvider({
    spanProcessors: spanExporters(target).map((exporter) => new BatchSpanProcessor(exporter)),
  });
  const meters = new MeterProvider({
    readers: metricExporters(target).map((exporter) => new PeriodicExportingMetricReader({ exporter })),
  });
  traces.register();
  metrics.setGlobalMeterProvider(meters);
  return { stop: () => Promise.allSettled([traces.shutdown(), meters.shutdown()]).then(() => undefined) };
}

function spanExporters({ connectionString, endpoint }: ExporterTarget): readonly SpanExporter[] {
  return [
    ...(connectionString === undefined ? [] : [new AzureMonitorTraceExporter({ connectionString })]),
    ...(endpoint === undefined ? [] : [new OTLPTraceExporter({ url: urlOf(endpoint, 'traces') })]),
  ];
}

function metricExporters({ connectionString, endpoint }: ExporterTarget): readonly PushMetricExporter[] {
  return [
    ...(connectionString === undefined ? [] : [new AzureMonitorMetricExporter({ connectionString })]),
    ...(endpoint === undefined ? [] : [new OTLPMetricExporter({ url: urlOf(endpoint, 'metrics') })]),
  ];
}

function urlOf(endpoint: string, signal: 'traces' | 'metrics'): string {
  return `${endpoint.replace(/\/$/, '')}/v1/${signal}`;
}

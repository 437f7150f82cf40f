/** Telemetry: what Laurel does as spans and metrics, with kinds, counts and durations only: never a name, a text or an id. */
import {
  context,
  createContextKey,
  metrics,
  SpanStatusCode,
  trace,
  type Attributes,
  type Histogram,
  type Counter,
} from '@opentelemetry/api';

/** Of a span as it stands in traces; `infra/azure/*.bicep` asks for some of them. */
export type SpanName = 'laurel.turn' | 'laurel.sweep' | 'laurel.deliver' | 'laurel.import' | 'laurel.teams';

/** Metrics that add up. */
export type CounterName = 'laurel.turns' | 'laurel.sweeps' | 'laurel.deliveries' | 'laurel.imports';
/** Metrics that are spread; durations in milliseconds, ages in seconds, requests as a number. */
export type HistogramName =
  | 'laurel.turn.duration'
  | 'laurel.turn.requests'
  | 'laurel.sweep.duration'
  | 'laurel.queue.age'
  | 'laurel.standing.age';

const scope = 'laurel';

/** The work as a span, which is a child of the span around it. A failure is told by its class alone: messages hold ids. */
export async function traced<T>(name: SpanName, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (name === 'laurel.teams') countRequest('teams');
  return trace.getTracer(scope).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await (name === 'laurel.turn' ? countingRequests(work) : work());
    } catch (error) {
      const { statusCode } = (error ?? {}) as { readonly statusCode?: unknown };
      span.setAttribute('laurel.error', error instanceof Error ? error.name : typeof error);
      if (typeof statusCode === 'number') span.setAttribute('http.response.status_code', statusCode);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The key is known by its name alone: `infra/tables/asking.ts` counts requests to the store under the same one. */
const requestsKey = createContextKey('laurel.requests');
type RequestCounts = Record<'store' | 'teams', number>;

/** Measures how many requests a turn sends; without an exporter no context is passed on, and nothing is measured. */
async function countingRequests<T>(work: () => Promise<T>): Promise<T> {
  const counts: RequestCounts = { store: 0, teams: 0 };
  try {
    return await context.with(context.active().setValue(requestsKey, counts), work);
  } finally {
    for (const [to, count] of Object.entries(counts)) measure('laurel.turn.requests', count, { to });
  }
}

function countRequest(to: keyof RequestCounts): void {
  const counts = context.active().getValue(requestsKey) as RequestCounts | undefined;
  if (counts) counts[to] += 1;
}

/** Adds to the span that is open here, if one is. */
export function annotate(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

/** Returns the id of the current trace, which log lines carry; undefined without an exporter. */
export function traceId(): string | undefined {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? span.spanContext().traceId : undefined;
}

/** Made when first needed: before the exporter has started there is only a meter that counts nothing. */
const counters = new Map<object, Map<string, Counter>>();
const histograms = new Map<object, Map<string, Histogram>>();

/** Counts something that happened, by the kinds in `attributes`. */
export function countMetric(name: CounterName, attributes: Attributes = {}, by = 1): void {
  instrument(counters, name, () => metrics.getMeter(scope).createCounter(name)).add(by, attributes);
}

/** Notes a duration in milliseconds, an age in seconds or a number of requests. */
export function measure(name: HistogramName, value: number, attributes: Attributes = {}): void {
  const make = () => metrics.getMeter(scope).createHistogram(name, { unit: unitOf(name) });
  instrument(histograms, name, make).record(value, attributes);
}

function unitOf(name: HistogramName): string {
  if (name === 'laurel.turn.requests') return '{request}';
  return name.endsWith('.age') ? 's' : 'ms';
}

function instrument<I>(known: Map<object, Map<string, I>>, name: string, make: () => I): I {
  const provider = metrics.getMeterProvider();
  const ofProvider = known.get(provider) ?? new Map<string, I>();
  const made = ofProvider.get(name) ?? make();
  known.set(provider, ofProvider.set(name, made));
  return made;
}

/** The requests of the SDK's connector client: one each, without redirects, with a timeout, and with all properties of an entity. */
// The package's root does not export it.
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import type { ConnectorClient } from 'botframework-connector';
import { annotate, traced } from '../context/telemetry';
import { sendActivitiesDirectly } from './activities/activity-request';

/** Without this the SDK sends only type and text of an entity: labels, citations and the rest would be lost. */
(Entity.type as { additionalProperties?: unknown }).additionalProperties = { type: { name: 'Object' } };

/** Milliseconds for one call to the Bot Connector. */
export const callTimeout = 10_000;

interface Pipeline {
  removePolicy(policy: { readonly name: string }): void;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(
      request: { abortSignal?: AbortSignal; readonly method?: string },
      send: (request: unknown) => Promise<unknown>,
    ): Promise<unknown>;
  }): void;
}

/** The connectors that send requests once already: one serves several turns. */
const once = new WeakSet<object>();

/**
 * Takes the retries and redirects out of a connector client and adds a timeout in milliseconds; no option of the SDK does that.
 * A repeated POST would show a message twice, and a redirect may lead to a host that is not trusted.
 */
export function sendRequestsOnce(connector: unknown, timeout = callTimeout): void {
  if (once.has(connector as object)) return;
  once.add(connector as object);
  sendActivitiesDirectly(connector as ConnectorClient, timeout);
  const { pipeline } = (connector as { readonly client: { readonly pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'timeout',
    // The client's own timer goes on after a connection has failed, and keeps the process from ending.
    async sendRequest(request, send) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), timeout);
      request.abortSignal = stop.signal;
      return traced('laurel.teams', { 'http.request.method': request.method ?? '' }, async () => {
        const response = await send(request);
        annotate({ 'http.response.status_code': (response as { readonly status?: number }).status ?? 0 });
        return response;
      }).finally(() => clearTimeout(timer));
    },
  });
}

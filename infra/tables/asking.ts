/** Asking the table service: with a deadline, a few more attempts, and every answer told apart from trouble. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TableClient } from '@azure/data-tables';
import { context, createContextKey, SpanStatusCode, trace } from '@opentelemetry/api';
import { StoreUnavailable } from '../../domain/basics/repository';

/** How long to wait for an answer, over all attempts, and how often to ask. */
export interface Patience {
  readonly deadlineMs: number;
  readonly attempts: number;
  /** The pause before the second attempt; it doubles from one attempt to the next. */
  readonly pauseMs: number;
}

/** Well inside the 15 seconds that a turn in Teams has. */
const standardPatience: Patience = { deadlineMs: 8000, attempts: 4, pauseMs: 200 };

/** What is asked, for the message of a failure: never with contents. */
export interface TableRequest {
  readonly operation: string;
  readonly key: string;
}

/** The service understood and would not: the row is there already, is not there, or has another version. */
export type TableRefusal = 'exists' | 'gone' | 'changed';

/**
 * `unsure` means that an earlier attempt got no answer, so that the refusal may be the service's answer to our own
 * success: a row that exists because we created it, or is gone because we removed it.
 */
export type TableResponse<T> = { readonly answered: T } | { readonly refused: TableRefusal; readonly unsure: boolean };

/** Sends one request; it may be called again. */
export type Send<T> = (client: TableClient, abortSignal: AbortSignal) => Promise<T>;

/** One table of the service. */
export interface TableTarget {
  ask<T>(question: TableRequest, send: Send<T>): Promise<TableResponse<T>>;
  /** The error for an answer that makes no sense or never came. */
  unavailable(question: TableRequest, cause?: unknown): StoreUnavailable;
}

/**
 * A table to be asked. A table that does not exist yet is created when the service says so: nothing has to be prepared,
 * and a bot that starts while the store is down works as soon as it is up. Throws {@link StoreUnavailable} only.
 */
export function patientTable(client: TableClient, patience: Patience = standardPatience): TableTarget {
  const unavailable = ({ operation, key }: TableRequest, cause?: unknown) =>
    new StoreUnavailable(`${operation} ${client.tableName} ${key}: ${summary(cause)}`, { cause });
  const attempts = async <T>(question: TableRequest, send: Send<T>): Promise<TableResponse<T>> => {
    const signal = AbortSignal.timeout(patience.deadlineMs);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { answered: await beforeAbort(send(client, signal), signal) };
      } catch (error) {
        const refused = refusalOf(error);
        if (refused) return { refused, unsure: attempt > 1 };
        if (attempt >= patience.attempts) throw unavailable(question, error);
        const obstacle = await prepareRetry(error, client, { signal, pauseMs: patience.pauseMs * 2 ** (attempt - 1) });
        if (obstacle !== undefined) throw unavailable(question, obstacle);
      }
    }
  };
  return {
    ask: (question, send) => observed(client.tableName, question, () => attempts(question, send)),
    unavailable,
  };
}

interface RetryPause {
  readonly signal: AbortSignal;
  readonly pauseMs: number;
}

/** Creates a missing table, or waits if the failure may pass; returns the error that makes another attempt useless. */
async function prepareRetry(error: unknown, client: TableClient, { signal, pauseMs }: RetryPause): Promise<unknown> {
  try {
    if (isTableMissing(error)) await client.createTable({ abortSignal: signal });
    else if (isPassing(error)) await pause(pauseMs, undefined, { signal });
    else return error;
    return undefined;
  } catch (another) {
    return signal.aborted ? error : another;
  }
}

/** Under this name a turn counts the requests that it sends; see `bot/context/telemetry.ts`. */
const requestsKey = createContextKey('laurel.requests');

/** A request as a span below the turn or sweep that needs it; the key of the row stays out of it, because it holds ids. */
function observed<T>(table: string, { operation }: TableRequest, work: () => Promise<T>): Promise<T> {
  const counts = context.active().getValue(requestsKey) as { store: number } | undefined;
  if (counts) counts.store += 1;
  return trace.getTracer('laurel').startActiveSpan('laurel.store', async (span) => {
    span.setAttributes({ 'db.collection.name': table, 'db.operation.name': operation });
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Credentials and connections do not all heed the signal, so the wait ends here too. */
function beforeAbort<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('no answer before the deadline', { cause: signal.reason }));
    signal.addEventListener('abort', stop, { once: true });
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** What the SDK throws: single operations carry the service's code in `details`, transactions in `code`. */
interface ServiceError {
  readonly name?: string;
  readonly statusCode?: number;
  readonly code?: string;
  readonly details?: { readonly odataError?: { readonly code?: string } };
}

function serviceError(error: unknown): ServiceError {
  return typeof error === 'object' && error !== null ? error : {};
}

function codeOf({ code, details }: ServiceError): string | undefined {
  return details?.odataError?.code ?? code;
}

/** By status and code together: any web server can say 404, and a missing table is no missing row. */
const refusals: Readonly<Record<string, TableRefusal>> = {
  '404 ResourceNotFound': 'gone',
  '404 EntityNotFound': 'gone',
  '409 EntityAlreadyExists': 'exists',
  '412 UpdateConditionNotSatisfied': 'changed',
  '412 ConditionNotMet': 'changed',
};

function refusalOf(error: unknown): TableRefusal | undefined {
  const said = serviceError(error);
  return refusals[`${said.statusCode} ${codeOf(said)}`];
}

function isTableMissing(error: unknown): boolean {
  const said = serviceError(error);
  return said.statusCode === 404 && codeOf(said) === 'TableNotFound';
}

const passingStatus = new Set([408, 429, 500, 502, 503, 504]);

/** Whether it may go better next time: a busy or broken service, or a connection that failed. */
function isPassing(error: unknown): boolean {
  const { name, statusCode } = serviceError(error);
  return name === 'RestError' && (statusCode === undefined || passingStatus.has(statusCode));
}

/** Status and code if there are any, because messages of the service span lines and carry ids. */
function summary(cause: unknown): string {
  const said = serviceError(cause);
  const code = codeOf(said);
  if (said.statusCode !== undefined) return [said.statusCode, code].filter(Boolean).join(' ');
  return code ?? (cause instanceof Error ? cause.message : 'an answer that makes no sense');
}

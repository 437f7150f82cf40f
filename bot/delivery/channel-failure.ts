/** A failure is what is known of a request to the channel that brought no answer, or none that is a success. */

export interface ChannelFailure {
  /** The status that was answered. */
  readonly status?: number;
  /** The channel's own code, or ours where nothing was answered. */
  readonly code?: string;
  /** The header of that name, as it came. */
  readonly retryAfter?: string;
  /** Where nothing was answered: whether the request can have arrived. */
  readonly mayHaveArrived?: boolean;
  /** Whether it does no harm that it may have arrived. */
  readonly isSafe?: boolean;
}

/** No token was to be had, so that nothing was sent. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** As the SDK throws it: the parsed answer in `details`. */
interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | null | undefined } };
}

/** The failure that an error tells of; `undefined` for an error that is a bug of ours. */
export function channelFailureOf(error: unknown): ChannelFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const thrown = error as Thrown;
  if (error instanceof TokenRefused) return { code: 'token-refused', mayHaveArrived: false };
  if (typeof thrown.statusCode === 'number') return answered(thrown, thrown.statusCode);
  if (error.name === 'AbortError' || error.name === 'TooSlow') return { code: 'no-answer', mayHaveArrived: true };
  if (typeof thrown.code !== 'string') return undefined;
  const arrived = !wasNeverSent(thrown.code, error.message);
  return { code: arrived ? 'cut-off' : 'not-reached', mayHaveArrived: arrived };
}

function answered(thrown: Thrown, status: number): ChannelFailure {
  const code = codeIn(thrown);
  const retryAfter = thrown.response?.headers?.get?.('retry-after');
  return { status, ...(code !== undefined && { code }), ...(retryAfter && { retryAfter }) };
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** No connection came about: the name, the address or the certificate was not there or not right. */
function wasNeverSent(code: string, message: string): boolean {
  return neverSent.has(code) || /^(connect|getaddrinfo) |CERT|before secure TLS/.test(`${message} ${code}`);
}

/** One documented refusal hides its code in a message that is JSON itself (platform.md 6.2). */
function codeIn({ code, details }: Thrown): string | undefined {
  const body = (details ?? {}) as { readonly error?: { readonly code?: unknown }; readonly message?: unknown };
  const hidden = typeof body.message === 'string' ? subCodeIn(body.message) : undefined;
  return [body.error?.code, hidden, code].find((one): one is string => typeof one === 'string' && isCode(one));
}

/** A word, as every code of the channel is; not one of the SDK's own about the answer. */
function isCode(code: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,60}$/.test(code);
}

function subCodeIn(message: string): unknown {
  try {
    return (JSON.parse(message) as { readonly subCode?: unknown } | null)?.subCode;
  } catch {
    return /subCode\W+(\w+)/.exec(message)?.[1];
  }
}

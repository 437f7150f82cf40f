/**
 * The adapter of the SDK: verifies the token of an incoming request, then runs its turn. These are two steps, so that a refused
 * caller gets 401 and no message of the SDK.
 */
import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, UserTokenClient } from 'botframework-connector';
import { dropTokenErrors } from './sdk-console';
import { VerifiedCallers } from './verified-callers';

/** What is known of a caller, or with which status they are turned away. */
export type CallerAnswer =
  | { readonly caller: AuthenticateRequestResult }
  | { readonly status: 401 | 503; readonly code: 'not-authenticated' | 'keys-unavailable'; readonly error: unknown };

export class AuthenticatedAdapter extends TeamsAdapter {
  readonly #callers = new VerifiedCallers(() => performance.now());

  constructor(...parts: ConstructorParameters<typeof TeamsAdapter>) {
    super(...parts);
    // Laurel signs nobody in, and the SDK would make a client for that in each turn.
    const noTokens = Promise.resolve({} as UserTokenClient);
    this.botFrameworkAuthentication.createUserTokenClient = () => noTokens;
  }

  /** Verifies the token of a request against the keys of the Bot Connector, and against the service URL of the activity. */
  async authenticate(activity: Activity, authorization: string | undefined): Promise<CallerAnswer> {
    dropTokenErrors();
    const { botFrameworkAuthentication } = this;
    const header = authorization ?? '';
    const verify = () => botFrameworkAuthentication.authenticateRequest(activity, header);
    try {
      return { caller: await this.#callers.callerOf(activity, header, verify) };
    } catch (error) {
      return isOutage(error)
        ? { status: 503, code: 'keys-unavailable', error }
        : { status: 401, code: 'not-authenticated', error };
    }
  }

  /** Runs a turn of an authenticated caller. Throws what the turn throws, after `onTurnError`. */
  answer(
    { caller, activity }: { readonly caller: AuthenticateRequestResult; readonly activity: Activity },
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }
}

/** The keys of the Bot Connector could not be fetched: the network's error, or a status of their server that the SDK turns into 500. */
function isOutage(error: unknown): boolean {
  const { statusCode, name } = (error ?? {}) as { readonly statusCode?: unknown; readonly name?: unknown };
  return statusCode === 500 || name === 'FetchError';
}

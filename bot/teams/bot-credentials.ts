/** The credentials with which the bot asks Microsoft Entra for a token to the Bot Connector. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AuthenticationConstants,
  type AppCredentials,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotIdentity } from '../config/config';
import { withTimeout } from '../context/timeout';
import { TokenRefused } from '../delivery/channel-failure';
import { tokenAnswerTo, type TokenAnswer } from './bot-token-answer';
import { callTimeout } from './connector-pipeline';

/** Returns the credentials of this identity; without one, credentials that authenticate nothing, for the local world. */
export function credentialsOf(identity?: BotIdentity): ServiceClientCredentialsFactory {
  return new ConfigurationServiceClientCredentialFactory(
    identity
      ? {
          MicrosoftAppId: identity.id,
          MicrosoftAppType: identity.kind,
          MicrosoftAppTenantId: identity.tenant,
          ...(identity.kind === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
        }
      : {},
  );
}

/** Asks for a token now, sends nothing with it, and returns whether it was granted. Throws nothing. */
export async function requestToken(identity: BotIdentity, credentials = credentialsOf(identity)): Promise<TokenAnswer> {
  const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = AuthenticationConstants;
  try {
    const own = await credentials.createCredentials(identity.id, scope, login, true);
    await withTimeout((own as AppCredentials).getToken(true), callTimeout);
    return { kind: 'granted' };
  } catch (error) {
    return tokenAnswerTo(error, identity.kind);
  }
}

/** Credentials that throw {@link TokenRefused} if no token is granted, so that it is not taken for a failure of the channel. */
export class WatchedCredentials implements ServiceClientCredentialsFactory {
  readonly #inner: ServiceClientCredentialsFactory;
  #isDistrusted = false;

  constructor(inner: ServiceClientCredentialsFactory) {
    this.#inner = inner;
  }

  /** Fetches a new token for the next request, because the channel refused this one: the SDK would keep it until it expires. */
  async distrust(): Promise<void> {
    this.#isDistrusted = !(await this.isAuthenticationDisabled());
  }

  isValidAppId(id: string): Promise<boolean> {
    return this.#inner.isValidAppId(id);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return this.#inner.isAuthenticationDisabled();
  }

  createCredentials: ServiceClientCredentialsFactory['createCredentials'] = async (...about) => {
    const credentials = await this.#inner.createCredentials(...about);
    return {
      signRequest: async (request) => {
        try {
          if (this.#isDistrusted) await withTimeout((credentials as AppCredentials).getToken?.(true), callTimeout);
          this.#isDistrusted = false;
          return await withTimeout(credentials.signRequest(request), callTimeout);
        } catch (cause) {
          throw new TokenRefused('No token was granted', { cause });
        }
      },
    };
  };
}

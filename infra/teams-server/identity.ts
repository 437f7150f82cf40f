/** The identity provider: tokens for a bot that knows its secret, and for Teams itself when it calls the bot. */
import { createHash, generateKeyPairSync, randomUUID, sign, verify, type KeyPairKeyObjectResult } from 'node:crypto';

/** The registration of the bot. */
export interface Registration {
  readonly id: string;
  readonly secret: string;
}

const issuer = 'https://api.botframework.com';

type Claims = Readonly<Record<string, string | number>>;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export class IdentityProvider {
  #made: KeyPairKeyObjectResult | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What a bot reads to check tokens of Teams; `url` is where this provider is reached. */
  metadata(url: string): object {
    return { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
  }

  /** The public key, endorsed for Teams, without which the SDK does not believe it. */
  keySet(): object {
    return { keys: [{ ...this.#jwk(), kid: this.#keyId(), use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] };
  }

  /** The token with which Teams calls the bot. */
  callerToken(bot: string, serviceUrl: string): string {
    return this.#signed({ aud: bot, serviceurl: serviceUrl }, 3_600);
  }

  /** Answers a request for a token with client credentials. */
  grant(form: URLSearchParams, bot: Registration, seconds: number): { readonly status: number; readonly body: object } {
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'client_credentials only' } };
    if (form.get('client_id') !== bot.id)
      return { status: 400, body: { error: 'unauthorized_client', error_description: 'AADSTS700016: no such app' } };
    if (form.get('client_secret') !== bot.secret)
      return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215: invalid secret' } };
    const token = this.#signed({ aud: issuer, appid: bot.id }, seconds);
    return { status: 200, body: { token_type: 'Bearer', expires_in: seconds, access_token: token } };
  }

  /** Whether the authorization header carries a token that was granted to this bot and has not expired. */
  isGranted(authorization: string | undefined, bot: Registration): boolean {
    const [header = '', payload = '', signature = ''] = (authorization ?? '').replace(/^Bearer /, '').split('.');
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify('RSA-SHA256', signed, this.#keys().publicKey, Buffer.from(signature, 'base64url'))) return false;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    return claims.appid === bot.id && Number(claims.exp) * 1000 > this.#now();
  }

  /** Made when first needed, since making them takes a while and many servers need none. */
  #keys(): KeyPairKeyObjectResult {
    return (this.#made ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
  }

  #keyId(): string {
    return createHash('sha256').update(JSON.stringify(this.#jwk())).digest('hex').slice(0, 16);
  }

  #jwk(): object {
    return this.#keys().publicKey.export({ format: 'jwk' });
  }

  #signed(claims: Claims, seconds: number): string {
    const now = Math.floor(this.#now() / 1000);
    const body = { iss: issuer, nbf: now - 60, iat: now, exp: now + seconds, jti: randomUUID(), ...claims };
    const head = { alg: 'RS256', typ: 'JWT', kid: this.#keyId() };
    const text = `${encoded(head)}.${encoded(body)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), this.#keys().privateKey).toString('base64url')}`;
  }
}

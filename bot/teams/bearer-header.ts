/** The authorization header: whether it holds a bearer token at all, before the body is read; `authenticated-adapter.ts` has the SDK verify the token. */

/** Tokens of the Bot Connector have some 1,300 characters. */
const longestToken = 8_192;

/** Whether an authorization header holds a bearer token in the form of a signed JWT. Its signature is not looked at here. */
export function hasBearerToken(authorization: string | undefined): boolean {
  if (authorization === undefined || authorization.length > longestToken) return false;
  const [, header, claims] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  return isJsonObject(header) && isJsonObject(claims);
}

function isJsonObject(encoded: string | undefined): boolean {
  if (encoded === undefined) return false;
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

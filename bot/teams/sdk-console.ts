/** The SDK writes up to thirteen lines to stderr for each token that it refuses; Laurel writes one log line instead. */

type Write = (...values: unknown[]) => void;

let isWrapped = false;

/** Lets `console.error` drop what the SDK writes of a token that it refuses, from now on. */
export function dropTokenErrors(): void {
  if (isWrapped) return;
  isWrapped = true;
  console.error = withoutTokenErrors(console.error.bind(console));
}

/**
 * Writes everything but what the SDK writes of refused tokens. That is known by what it says: to follow who writes it, with
 * `AsyncLocalStorage`, would make all promises of the process some three times as slow on Node 20.
 */
export function withoutTokenErrors(write: Write): Write {
  return (...values) => {
    if (!isOfRefusedToken(values[0])) write(...values);
  };
}

/** What `JwtTokenExtractor` of botframework-connector writes before it throws. */
function isOfRefusedToken(value: unknown): boolean {
  return value instanceof Error
    ? value.name === 'TokenExpiredError'
    : typeof value === 'string' && value.startsWith('Error finding key for token.');
}

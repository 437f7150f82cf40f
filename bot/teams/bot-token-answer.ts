/** The token is what the bot shows to Teams: whether it is granted here and now, and if it is not, why. */
import type { BotIdentity } from '../config/config';

/** Each has a message `doctor.token.<reason>` that says what to do. */
export type TokenRefusal =
  'secret-wrong' | 'secret-expired' | 'bot-unknown' | 'tenant-unknown' | 'identity-missing' | 'not-reached' | 'other';

export type TokenAnswer =
  { readonly kind: 'granted' } | { readonly kind: 'refused'; readonly reason: TokenRefusal; readonly code: string };

/** The codes of Microsoft Entra that have one cause only, as its page of authentication error codes gives them. */
const reasons: Readonly<Record<string, TokenRefusal>> = {
  AADSTS7000215: 'secret-wrong',
  AADSTS7000222: 'secret-expired',
  AADSTS700016: 'bot-unknown',
  AADSTS90002: 'tenant-unknown',
};

/**
 * Returns why no token was granted, from the error of the SDK; only its code is kept, because its text may contain ids. Without a code there was no answer: with a managed identity the machine has none, else the network failed.
 */
export function tokenAnswerTo(error: unknown, kind: BotIdentity['kind']): TokenAnswer {
  const code = /AADSTS\d+/.exec(wordsOf(error))?.[0];
  if (code !== undefined) return { kind: 'refused', reason: reasons[code] ?? 'other', code };
  if (kind === 'UserAssignedMSI') return { kind: 'refused', reason: 'identity-missing', code: 'no-identity' };
  const isSilent = /network|timed? ?out|ENOTFOUND|ECONN|EAI_AGAIN|TooSlow/i.test(wordsOf(error));
  return { kind: 'refused', reason: isSilent ? 'not-reached' : 'other', code: isSilent ? 'no-answer' : 'unknown' };
}

/** An error in words, with all its causes. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` ${wordsOf(error.cause)}`;
  return `${error.name} ${error.message}${cause}`;
}

/** Reads which person a message is about, and finds who is meant among those who are kept. */
import type { Question } from '../../cards/contract/question';
import type { Ask } from '../context/turn-request';
import { findAmong, oneself, type Found } from './person-lookup';
import { tellingWords, type Heard, type HeardWord } from '../language/utterance';
import { ownRecord, type Look } from '../partner/partner-snapshot';
import { isHan } from '../language/message-text';

/** "Who is missing for DevOps" asks for nobody by name: every word of it is one of ours. */
export function isOurs(rest: Heard): boolean {
  const telling = tellingWords(rest);
  return telling.length > 0 && telling.every(({ key, means }) => means.includes(key));
}

/** The name among these words, without what people put around it. */
export function nameIn(words: readonly HeardWord[]): string {
  const start = words.findIndex(({ fills }) => !fills);
  const end = words.findLastIndex(({ fills }) => !fills);
  return words
    .slice(Math.max(0, start), end + 1)
    .reduce((name, { said, key }) => (isHan(key) ? name + said : `${name} ${said}`), '')
    .trim();
}

/** Where a phrase that records a fact may stand: first, or after a name, which is none of our words, however alike. */
export function mayFollow({ words }: Heard, start: number): boolean {
  return words.slice(0, start).every(({ fills, means, key }) => fills || !means.includes(key));
}

/** The one whom an admin means, who may be the admin. */
export async function findSubject(
  wanted: string,
  make: (person: string) => Question,
  { look, ask }: { readonly look: Look; readonly ask: Ask },
): Promise<Found> {
  if (wanted !== oneself) return findAmong(look.facts.people, wanted, make);
  const own = await ownRecord(look, ask);
  return own ? { person: own } : { refusal: { code: 'unknown-person', heard: ask.user.name, nearest: [] } };
}

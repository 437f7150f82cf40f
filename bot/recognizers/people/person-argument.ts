/** Reads which person a message is about, and finds who is meant among those who are kept. */
import type { Question } from '../../../cards/contract/question';
import type { TurnRequest } from '../../context/turn-request';
import { findAmong, oneself, type PersonLookup } from './person-lookup';
import { tellingWords, type Utterance, type Token } from '../../language-understanding/utterance';
import { isNoName } from './unnamed-person';
import { findOwnRecord, type FactsSnapshot } from '../../partner/partner-snapshot';
import { isHan } from '../../language-understanding/message-text';

/** "Who is missing for DevOps" names no person: every word of it is in the lexicon. */
export function isOurs(rest: Utterance): boolean {
  const telling = tellingWords(rest);
  return telling.length > 0 && telling.every(({ key, means }) => means.includes(key));
}

/** The name among these words where one person has to be found by it. Empty where only a pronoun is left. */
export function personNameIn(words: readonly Token[]): string {
  const name = writtenNameIn(words);
  return isNoName(name) ? '' : name;
}

/** What is written where a name is expected, without what people put around it; an initial belongs to it. */
export function writtenNameIn(words: readonly Token[]): string {
  const isOfName = (token: Token, at: number) => !token.fills || isInitial(token, words[at - 1]);
  const start = words.findIndex(isOfName);
  const end = words.findLastIndex(isOfName);
  return words
    .slice(Math.max(0, start), end + 1)
    .reduce((before, { said, key }) => (isHan(key) ? before + said : `${before} ${said}`), '')
    .trim()
    .replace(/['’]s$/u, '');
}

/** `A.` anywhere, `A` only behind a word that is written large: before one it may be an article. */
export function isInitial({ said }: Token, before: Token | undefined): boolean {
  return /^\p{Lu}\.$/u.test(said) || (/^\p{Lu}$/u.test(said) && /^\p{Lu}\p{Ll}/u.test(before?.said ?? ''));
}

/** Where a phrase that records a fact may stand: first, or after a name, which is none of our words, however alike. */
export function mayFollow({ words }: Utterance, start: number): boolean {
  return words.slice(0, start).every(({ fills, means, key }) => fills || !means.includes(key));
}

/** The one whom an admin means, who may be the admin. */
export async function findPersonArgument(
  wanted: string,
  make: (person: string) => Question,
  { snapshot, request }: { readonly snapshot: FactsSnapshot; readonly request: TurnRequest },
): Promise<PersonLookup> {
  if (wanted !== oneself) return findAmong(snapshot.facts.people, wanted, make);
  const own = await findOwnRecord(snapshot, request);
  return own ? { person: own } : { refusal: { code: 'no-own-record' } };
}

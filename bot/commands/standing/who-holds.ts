/** `who holds <credential>`: who has it and until when, also of several at once; a credential's name alone asks the same. */
import { z } from 'zod/v4';
import { holdersCard, type CredentialHolder } from '../../../cards/standing/holders-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { achievementLinesOf } from '../../../domain/counting/achievement-line';
import { creditPeople } from '../../../domain/counting/kept-credits';
import { withoutCredential, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { recognizeCredentials } from '../../recognizers/credential-recognizer';
import {
  findPhraseOf,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { tellingWords, type Utterance } from '../../language-understanding/utterance';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';
import type { Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['who holds', 'who has', 'who passed', 'who has passed', 'holders of', 'who is certified in', 'people with'],
  'zh-CN': ['谁有', '谁持有', '谁通过了', '谁考过'],
  'zh-TW': ['誰有', '誰持有', '誰通過了', '誰考過'],
  'ru-RU': ['у кого есть', 'у кого', 'кто сдал', 'кто имеет'],
  'pt-BR': ['quem tem', 'quem possui', 'quem passou', 'quem fez'],
};

/** "Two of these three": the number stands in words or digits before its "of". */
const counts: readonly (readonly [words: RegExp, least: number])[] = [
  [/\b(?:one|1|um|uma|один|одна)\s+(?:of|из|de|das|dos)\b|\bany of\b|任一|其中一/iu, 1],
  [/(?:\b(?:two|2|dois|duas|both)\s+(?:of|de|das|dos)\b)|два из|две из|2 из|其中[两兩二2]/iu, 2],
  [/(?:\b(?:three|3|três)\s+(?:of|de|das|dos)\b)|три из|3 из|其中[三3]/iu, 3],
];

const mostCredentials = 10;

function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  const { credentials, unknown, rest } = recognizeCredentials(
    span ? withoutPhrase(utterance, hears)! : utterance,
    vocabulary.programme,
  );
  const [credential, ...others] = credentials;
  if (credential === undefined) return span && withoutCredential('who-holds', unknown, rest);
  if (!span && tellingWords(rest).length > 0) return undefined;
  if (others.length === 0) return { ask: 'who-holds', credential };
  const least = counts.find(([words]) => words.test(utterance.said))?.[1];
  return { ask: 'who-holds', credential, credentials, ...(least !== undefined && { least }) };
}

/** Those who hold at least so many of the credentials, with the newest row of each; those who hold most come first. */
function holdersOf(
  wanted: readonly string[],
  least: number,
  { programme, facts, asOf }: FactsSnapshot,
): readonly CredentialHolder[] {
  const { credits } = creditPeople(programme, facts, asOf);
  return credits
    .map((credit) => {
      const lines = achievementLinesOf({ person: credit.person, credit }, { credentials: programme.credentials, asOf });
      const held = lines.filter(
        ({ credential, supersededOn }) => credential && supersededOn === undefined && wanted.includes(credential.id),
      );
      const newest = wanted.flatMap((id) => held.find(({ credential }) => credential?.id === id) ?? []);
      return { credit, lines: newest };
    })
    .filter(({ lines }) => lines.length >= least)
    .sort((one, other) => other.lines.length - one.lines.length);
}

/** `who holds <credential>`, `who has two of <credential>, <credential> and <credential>`, `<credential>`. */
export const whoHolds: Command<'who-holds'> = {
  name: 'who-holds',
  phrases: hears,
  order: 192,
  access: { role: 'anyone', scope: 'any' },
  audited: 'people-read',
  payload: z.object({
    credential: shortText,
    credentials: z.array(shortText).max(mostCredentials).optional(),
    least: z.number().int().min(1).max(mostCredentials).optional(),
    page: pageNumber,
  }),
  parse,
  async answer({ credential, credentials = [credential], least = credentials.length, page = 1 }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const known = credentials.filter((id) => snapshot.programme.credentials.some((one) => one.id === id));
    const unknown = refuseUnknownCredential(credential, snapshot.programme, (id) => ({
      ask: 'who-holds',
      credential: id,
    }));
    if (known.length === 0 && unknown) return refused(unknown, text);
    const self = await findOwnRecord(snapshot, request);
    const needed = Math.min(least, known.length);
    const holders = holdersOf(known, needed, snapshot);
    const setting = { ...snapshot.setting, ...(self && { self: self.id }), asOf: snapshot.asOf };
    return {
      name: 'who-holds',
      card: holdersCard({ ...setting, credentials: known, least: needed, holders, page }, text),
    };
  },
};

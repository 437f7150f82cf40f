/** `who holds <credential>`: who has it and until when, also of several at once; a credential's name alone asks the same. */
import { z } from 'zod/v4';
import { holdersCard, type CredentialHolder } from '../../../cards/standing/holders-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { achievementLinesOf } from '../../../domain/counting/achievement-line';
import { creditPeople } from '../../../domain/counting/kept-credits';
import { credentialLabel, withoutCredential, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { recognizeCredentials } from '../../recognizers/credential-recognizer';
import {
  findPhraseOf,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { leastAsked } from '../../recognizers/least-asked';
import { tellingWords, type Utterance } from '../../language-understanding/utterance';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import type { AppServices } from '../../context/app-services';
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
  const least = leastAsked(utterance.said);
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
    const others = credentials.filter((id) => !known.includes(id)).map((id) => labelIn(id, services.programmes));
    const unnamed = others.length > 0 ? { unnamed: others, asked: credentials } : {};
    const view = { ...setting, credentials: known, least: needed, holders, page, ...unnamed };
    return { name: 'who-holds', card: holdersCard(view, text) };
  },
};

/** By its number or title in whichever programme has it, else as it was typed. */
function labelIn(id: string, programmes: AppServices['programmes']): string {
  return [...programmes.values()].map((one) => credentialLabel(id, one)).find((label) => label !== undefined) ?? id;
}

/** `onboard`: one's own way to counting; `onboard <people>`, for admins, brings others on board. */
import { z } from 'zod/v4';
import { previewCard } from '../../../cards/general/preview-card';
import { escapeMarkdown } from '../../../cards/elements/escaped-text';
import { personLabel, type Person } from '../../../domain/partner/people/person';
import { invitedCard } from '../../../cards/onboarding/invited-card';
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import { stateLine } from '../../../cards/words/onboarding';
import { mostOnboarded, type Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { personNameIn } from '../../recognizers/people/person-argument';
import {
  withoutPhrase,
  findPhraseOf,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { tokenize, type Utterance } from '../../language-understanding/utterance';
import { invite, peopleToInvite } from '../../onboarding/invitation';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { onboardViewOf, standingNow } from '../../onboarding/onboard-view';
import { onboardingsOf, type OnboardingReading } from '../../onboarding/step-record';
import { ownPerson } from '../../onboarding/own-person';
import type { ReadingServices } from '../../context/app-services';
import { newOnboarding, type Onboarding } from '../../../domain/onboarding/onboarding';
import { joints } from '../../recognizers/event-recognizer';
import type { Reply } from '../../context/reply';

const hears: Phrases = {
  en: ['onboard', 'onboard me', 'bring on board', 'link my account'],
  'zh-CN': ['入职引导', '引导', '我的入职引导', '关联我的帐户'],
  'zh-TW': ['加入引導', '引導', '我的加入引導', '關聯我的帳戶'],
  'ru-RU': ['подключение', 'подключить', 'подключи', 'мое подключение', 'связать мою учетную запись'],
  'pt-BR': ['integração', 'integrar', 'minha integração', 'associar minha conta'],
};

/** What stands for everyone in the team. */
export const everyone = '*';
const everyoneWords: Phrases = {
  en: ['everyone', 'everybody', 'all', 'the whole team', 'the team'],
  'zh-CN': ['所有人', '全体', '大家'],
  'zh-TW': ['所有人', '全體', '大家'],
  'ru-RU': ['всех', 'все', 'всю команду'],
  'pt-BR': ['todos', 'a equipe'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  if (findPhraseOf(others, everyoneWords)) return { ask: 'onboard', people: [everyone] };
  const people = utterance.said.split(joints).flatMap((piece) => nameOf(piece, reading));
  return { ask: 'onboard', ...(people.length > 0 && { people }) };
}

function nameOf(piece: string, { vocabulary }: RecognitionContext): readonly string[] {
  const utterance = tokenize(piece, vocabulary.lexicon);
  const name = personNameIn((withoutPhrase(utterance, hears) ?? utterance).words.filter(({ fills }) => !fills));
  return name === '' ? [] : [name];
}

/** `onboard [people]`. */
export const onboard: Command<'onboard'> = {
  name: 'onboard',
  phrases: hears,
  order: 290,
  access: { role: 'self', scope: 'private' },
  payload: z.object({
    people: z.array(shortText).min(1).max(mostOnboarded).optional(),
    invite: z.literal(true).optional(),
  }),
  accessTo: ({ people }) => (people ? { role: 'admin', scope: 'any' } : { role: 'self', scope: 'private' }),
  vocabulary: everyoneWords,
  parse,
  previews: ({ people }) => people !== undefined,
  async answer({ people }, request, services) {
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    if (!people) return wayOf(await ownPerson(situation), situation);
    const shown = personShown(people, situation);
    return shown ? wayOf(shown, situation) : preview(people, situation);
  },
  async press(question, request, services) {
    const { people, invite: isConfirmed = false } = question;
    if (!people || !isConfirmed) return onboard.answer(question, request, services);
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    const invited = await invite(wantedIn(people), situation);
    const view = { ...situation.snapshot.setting, asOf: situation.snapshot.asOf, ...invited };
    return { name: 'onboard', card: invitedCard(view, services.text(request.locale)) };
  },
};

function wantedIn(people: readonly string[]): readonly string[] | 'everyone' {
  return people[0] === everyone ? 'everyone' : people;
}

/** Returns the one person on record whose id a button names; undefined outside of a personal conversation. */
function personShown(people: readonly string[], { request, snapshot }: OnboardingReading): Person | undefined {
  const [only, ...others] = people;
  if (others.length > 0 || request.scope !== 'personal') return undefined;
  return snapshot.facts.people.find(({ id }) => id === only);
}

async function preview(people: readonly string[], situation: OnboardingReading<ReadingServices>): Promise<Reply> {
  const { request, services, snapshot } = situation;
  const text = services.text(request.locale);
  const { people: meant, unknown } = peopleToInvite(wantedIn(people), await request.members(), situation);
  const begun = await onboardingsOf(request.tenant, services);
  const names = meant
    .slice(0, mostNamed)
    .map((person) => nameWithState(person, begun.get(person.id) ?? newOnboarding(person.id), situation));
  const more = meant.length - mostNamed;
  const lines = [
    ...(snapshot.setting.seesNames ? names : []),
    ...(more > 0 ? [text.say('list.more', { count: more })] : []),
    ...(unknown.length > 0
      ? [
          text.say('invited.unknown', {
            names: text.list(unknown.slice(0, mostNamed).map((one) => escapeMarkdown(one, longestName))),
          }),
        ]
      : []),
  ];
  const heading = text.say('preview.onboard', { count: meant.length });
  const question = { ask: 'onboard', people: people.slice(0, mostOnboarded), invite: true } as const;
  const view = { heading, lines, ...(meant.length > 0 && { question }) };
  return { name: 'onboard-wanted', card: previewCard(view, text) };
}

/** Who has left or counts already is told before the press; who waits for an account is only beginning. */
function nameWithState(person: Person, onboarding: Onboarding, situation: OnboardingReading<ReadingServices>): string {
  const text = situation.services.text(situation.request.locale);
  const name = escapeMarkdown(personLabel(person), longestName);
  const standing = standingNow(person, onboarding, situation);
  return standing.state === 'invited' ? name : `${name} · ${stateLine(standing, text)}`;
}

const mostNamed = 15;
const longestName = 60;

async function wayOf(person: Person, situation: OnboardingReading<ReadingServices>): Promise<Reply> {
  const { request, services } = situation;
  const kept = await services.store.onboardings.get(request.tenant, person.id);
  const view = await onboardViewOf({ person, onboarding: kept?.value ?? newOnboarding(person.id) }, situation);
  return { name: 'onboard', card: onboardCard(view, services.text(request.locale)) };
}

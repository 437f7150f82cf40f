/** `step`: records that a step of an onboarding was taken, by the person who took it or by an admin. */
import { z } from 'zod/v4';
import { previewCard } from '../../../cards/general/preview-card';
import { invitedCard } from '../../../cards/onboarding/invited-card';
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import { mostOnboarded, type Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { isCalendarDate } from '../../../domain/basics/date';
import { isRemindedOn, type StepFact } from '../../../domain/onboarding/onboarding';
import { personLabel, type Person } from '../../../domain/partner/people/person';
import { escapeMarkdown } from '../../../cards/elements/escaped-text';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText, typed } from '../payload-fields';
import { recognizePeople } from '../../recognizers/people/person-match';
import { findAmong, oneself } from '../../recognizers/people/person-lookup';
import type { ReadingServices } from '../../context/app-services';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { onboardViewOf, standingNow } from '../../onboarding/onboard-view';
import { takeStep, type OnboardingReading, type TakenStep } from '../../onboarding/step-record';
import { ownPerson } from '../../onboarding/own-person';
import { refused, type Reply } from '../../context/reply';

const hears: Phrases = {
  en: [
    'my account is associated',
    'my account is linked',
    'i linked my account',
    'i associated my account',
    'i have linked my account',
  ],
  'zh-CN': ['我的帐户已关联', '我已关联帐户', '已关联帐户'],
  'zh-TW': ['我的帳戶已關聯', '我已關聯帳戶', '已關聯帳戶'],
  'ru-RU': ['моя учетная запись связана', 'связал учетную запись', 'связала учетную запись'],
  'pt-BR': ['minha conta está associada', 'associei minha conta', 'vinculei minha conta'],
};

function parse(utterance: Utterance): Question | Refusal | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'step', people: [oneself], step: 'linked' };
}

/** A step of an onboarding. */
export const step: Command<'step'> = {
  name: 'step',
  phrases: hears,
  order: 300,
  access: { role: 'self', scope: 'private' },
  payload: z.object({
    people: z.array(shortText).min(1).max(mostOnboarded),
    step: z.enum(['account-made', 'linked', 'linked-elsewhere', 'still-linked', 'reminded']),
    on: typed,
  }),
  parse,
  previews: () => true,
  async answer(question, request, services) {
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    const text = services.text(request.locale);
    const fact = factOf(question, situation.snapshot);
    if ('code' in fact) return refused(fact, text);
    const subjects = await subjectsNamed(question.people, situation);
    if ('code' in subjects) return refused(subjects, text);
    const day = 'on' in fact ? fact.on : situation.snapshot.asOf;
    const names = text.list(subjects.map((person) => escapeMarkdown(personLabel(person), longestName)));
    const step = fact.kind === 'account-made' ? 'account-made' : 'linked';
    const heading = question.people.every((one) => one === oneself)
      ? text.say(`preview.${step}`, { date: text.date(day) })
      : text.say(`preview.${step}-others`, { date: text.date(day), names });
    const wanted = { ask: 'step', people: subjects.map(({ id }) => id), step, on: day } as const;
    return { name: 'step-wanted', card: previewCard({ heading, lines: [], question: wanted }, text) };
  },
  async press(question, request, services) {
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    if (question.people.some((one) => isAsTyped(one, situation.snapshot)))
      return step.answer(question, request, services);
    const subjects = await subjectsOf(question.people, situation);
    if ('code' in subjects) return refused(subjects, services.text(request.locale));
    const fact = factOf(question, situation.snapshot);
    if ('code' in fact) return refused(fact, services.text(request.locale));
    const done: TakenStep[] = [];
    for (const person of subjects) done.push(await takeStep(fact, person, situation));
    return replyOf(done, situation);
  },
};

/**
 * Whether somebody is named as in a sentence, by name or as oneself, where cards have ids: the button chooses between two days of what
 * was typed, and what it would write has not been shown yet.
 */
function isAsTyped(person: string, { facts }: FactsSnapshot): boolean {
  if (person === oneself) return true;
  return facts.people.every(({ id }) => id !== person) && recognizePeople(person, facts.people).length > 0;
}

const longestName = 60;

/** The people whom a sentence names, for an admin; oneself for everybody. A button of the refusal opens the way of one who may be meant. */
async function subjectsNamed(
  names: readonly string[],
  situation: OnboardingReading<ReadingServices>,
): Promise<readonly Person[] | Refusal> {
  const { snapshot } = situation;
  const found: Person[] = [];
  for (const name of names) {
    if (name !== oneself && !snapshot.isAdmin) return { code: 'admins-only' };
    const make = (id: string): Question => ({ ask: 'onboard', people: [id] });
    const one =
      name === oneself ? { person: await ownPerson(situation) } : findAmong(snapshot.facts.people, name, make);
    if ('refusal' in one) return one.refusal;
    found.push(one.person);
  }
  return found;
}

/** Returns the people for whom the asker may record a step: oneself, and for an admin in a personal conversation anyone. */
async function subjectsOf(
  people: readonly string[],
  situation: OnboardingReading,
): Promise<readonly Person[] | Refusal> {
  const { snapshot } = situation;
  const own = await ownPerson(situation);
  const found = people.map((id) =>
    id === oneself || id === own.id ? own : snapshot.facts.people.find((one) => one.id === id),
  );
  const isForOthers = found.some((person) => person !== own);
  if (isForOthers && !snapshot.isAdmin) return { code: 'not-your-card' };
  const known = found.filter((person) => person !== undefined);
  return known.length === found.length ? known : { code: 'card-outdated' };
}

function factOf({ step: kind, on }: Extract<Question, { ask: 'step' }>, { asOf }: FactsSnapshot): StepFact | Refusal {
  if (kind === 'reminded') return { kind };
  if (on !== undefined && !isCalendarDate(on)) return { code: 'not-a-date', heard: on };
  return { kind, on: on ?? asOf };
}

/** One person's card as it is now; of several people the list. */
async function replyOf(
  done: readonly TakenStep[],
  { request, services }: OnboardingReading<ReadingServices>,
): Promise<Reply> {
  const text = services.text(request.locale);
  const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
  const [only, ...others] = done;
  if (only && others.length === 0)
    return { name: 'step', card: onboardCard(await onboardViewOf(only, situation), text) };
  const invited = done.map(({ person, onboarding }) => ({
    person,
    standing: standingNow(person, onboarding, situation),
    isNew: false,
    isReminded: isRemindedOn(situation.snapshot.asOf, onboarding, situation.snapshot.policies),
  }));
  return {
    name: 'step',
    card: invitedCard({ ...situation.snapshot.setting, asOf: situation.snapshot.asOf, invited, unknown: [] }, text),
  };
}

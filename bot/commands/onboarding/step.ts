/** `step`: says that a step of an onboarding was taken, by whoever took it or, for others, by an admin. */
import { invitedCard } from '../../../cards/onboarding/invited-card';
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { isCalendarDate } from '../../../domain/basics/date';
import { isRemindedOn, type StepFact } from '../../../domain/onboarding/onboarding';
import type { Person } from '../../../domain/partner/person';
import { findHeard, type Command, type Phrases } from '../command';
import { oneself } from '../../recognizers/person-lookup';
import type { Heard } from '../../language/utterance';
import { lookAtFacts, type Look } from '../../partner/partner-snapshot';
import { onboardViewOf, ownPerson, standingNow, take, type Situation, type Taken } from '../../onboarding/onboarding';
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

function parse(heard: Heard): Question | Refusal | undefined {
  return findHeard(heard, hears) && { ask: 'step', people: [oneself], step: 'linked' };
}

/** A step of an onboarding. */
export const step: Command<'step'> = {
  name: 'step',
  hears,
  parse,
  async answer(question, ask, world) {
    const situation = { ask, world, look: await lookAtFacts(ask, world) };
    const subjects = await subjectsOf(question.people, situation);
    if ('code' in subjects) return refused(subjects, world.text(ask.locale));
    const fact = factOf(question, situation.look);
    if ('code' in fact) return refused(fact, world.text(ask.locale));
    const done: Taken[] = [];
    for (const person of subjects) done.push(await take(fact, person, situation));
    return replyOf(done, situation);
  },
};

/** The people whom the asker may speak for: oneself, or as an admin anybody, where nobody reads along. */
async function subjectsOf(people: readonly string[], situation: Situation): Promise<readonly Person[] | Refusal> {
  const { ask, look } = situation;
  if (ask.scope !== 'personal') return { code: 'only-in-private' };
  const own = await ownPerson(situation);
  const found = people.map((id) =>
    id === oneself || id === own.id ? own : look.facts.people.find((one) => one.id === id),
  );
  const isForOthers = found.some((person) => person !== own);
  if (isForOthers && !look.isAdmin) return { code: 'not-your-card' };
  const known = found.filter((person) => person !== undefined);
  return known.length === found.length ? known : { code: 'card-outdated' };
}

function factOf({ step: kind, on }: Extract<Question, { ask: 'step' }>, { asOf }: Look): StepFact | Refusal {
  if (kind === 'reminded') return { kind };
  if (on !== undefined && !isCalendarDate(on)) return { code: 'not-a-date', heard: on };
  return { kind, on: on ?? asOf };
}

/** One person's card as it is now; of several people the list. */
async function replyOf(done: readonly Taken[], { ask, world }: Situation): Promise<Reply> {
  const text = world.text(ask.locale);
  const situation = { ask, world, look: await lookAtFacts(ask, world) };
  const [only, ...others] = done;
  if (only && others.length === 0)
    return { name: 'step', card: onboardCard(await onboardViewOf(only, situation), text) };
  const invited = done.map(({ person, onboarding }) => ({
    person,
    standing: standingNow(person, onboarding, situation),
    isNew: false,
    isReminded: isRemindedOn(situation.look.asOf, onboarding),
  }));
  return {
    name: 'step',
    card: invitedCard({ ...situation.look.setting, asOf: situation.look.asOf, invited, unknown: [] }, text),
  };
}

/** `trouble`: what to do where linking fails; the cause is kept, so that admins see who needs somebody. */
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import type { Question } from '../../../cards/contract/question';
import { hasDay, troubleCard } from '../../../cards/onboarding/trouble-card';
import type { Refusal } from '../../../cards/contract/view';
import { isCalendarDate } from '../../../domain/basics/date';
import { linkLimitOn } from '../../../domain/partner/link';
import { linksOf, newOnboarding } from '../../../domain/onboarding/onboarding';
import type { Person } from '../../../domain/partner/person';
import { findHeard, type Command, type Phrases } from '../command';
import { oneself } from '../../recognizers/person-lookup';
import type { Heard } from '../../language/utterance';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { onboardViewOf, ownPerson, take, type Situation } from '../../onboarding/onboarding';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['cannot associate', 'cannot link', 'linking fails', 'associating fails', 'trouble linking'],
  'zh-CN': ['无法关联', '关联失败', '关联不了'],
  'zh-TW': ['無法關聯', '關聯失敗', '關聯不了'],
  'ru-RU': ['не получается связать', 'не могу связать', 'не связывается'],
  'pt-BR': ['não consigo associar', 'não consigo vincular', 'associação falha'],
};

function parse(heard: Heard): Question | Refusal | undefined {
  return findHeard(heard, hears) && { ask: 'trouble', person: oneself };
}

/** What goes wrong on the way. */
export const trouble: Command<'trouble'> = {
  name: 'trouble',
  hears,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const situation = { ask, world, look: await lookAtFacts(ask, world) };
    const person = await subjectOf(question.person, situation);
    if ('code' in person) return refused(person, text);
    const { cause, until } = question;
    if (until !== undefined && !isCalendarDate(until)) return refused({ code: 'not-a-date', heard: until }, text);
    if (!cause || (hasDay(cause) && until === undefined)) {
      const view = await viewOf(question, person, situation);
      return { name: 'trouble', card: troubleCard(view, text) };
    }
    const done = await take({ kind: 'trouble', cause, ...(until && { until }) }, person, situation);
    return { name: 'trouble', card: onboardCard(await onboardViewOf(done, situation), text) };
  },
};

async function subjectOf(id: string, situation: Situation): Promise<Person | Refusal> {
  const { ask, look } = situation;
  if (ask.scope !== 'personal') return { code: 'only-in-private' };
  const own = await ownPerson(situation);
  if (id === oneself || id === own.id) return own;
  if (!look.isAdmin) return { code: 'not-your-card' };
  return look.facts.people.find((one) => one.id === id) ?? { code: 'card-outdated' };
}

async function viewOf(
  { cause }: Extract<Question, { ask: 'trouble' }>,
  person: Person,
  { ask, look, world }: Situation,
) {
  const kept = await world.store.onboardings.get(ask.tenant, person.id);
  const limit = linkLimitOn(look.asOf, linksOf(kept?.value ?? newOnboarding(person.id), person), look.policies);
  const isSelf = person.identifiers.aadUserId.includes(ask.user.aadObjectId.toLowerCase());
  return { ...look.setting, asOf: look.asOf, person, isSelf, ...(cause && { cause }), ...(limit && { limit }) };
}

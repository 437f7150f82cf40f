/** `trouble`: what to do where linking fails; the cause is stored, so that admins see who needs help. */
import { z } from 'zod/v4';
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import type { Question } from '../../../cards/contract/question';
import { hasDay, troubleCard } from '../../../cards/onboarding/trouble-card';
import type { Refusal } from '../../../cards/contract/refusal';
import { isCalendarDate } from '../../../domain/basics/date';
import { linkLimitOn } from '../../../domain/partner/link';
import { linksOf, newOnboarding, troubleCauses } from '../../../domain/onboarding/onboarding';
import type { Person } from '../../../domain/partner/people/person';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText, typed } from '../payload-fields';
import { findAmong, oneself } from '../../recognizers/people/person-lookup';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { onboardViewOf } from '../../onboarding/onboard-view';
import { takeStep, type OnboardingReading } from '../../onboarding/step-record';
import { ownPerson } from '../../onboarding/own-person';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['cannot associate', 'cannot link', 'linking fails', 'associating fails', 'trouble linking'],
  'zh-CN': ['无法关联', '关联失败', '关联不了'],
  'zh-TW': ['無法關聯', '關聯失敗', '關聯不了'],
  'ru-RU': ['не получается связать', 'не могу связать', 'не связывается'],
  'pt-BR': ['não consigo associar', 'não consigo vincular', 'associação falha'],
};

function parse(utterance: Utterance): Question | Refusal | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'trouble', person: oneself };
}

/** What goes wrong on the way. */
export const trouble: Command<'trouble'> = {
  name: 'trouble',
  phrases: hears,
  order: 310,
  access: { role: 'self', scope: 'private' },
  payload: z.object({ person: shortText, cause: z.enum(troubleCauses).optional(), until: typed }),
  parse,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    const person = await subjectOf(question.person, situation);
    if ('code' in person) return refused(person, text);
    return { name: 'trouble', card: troubleCard(await viewOf(question, person, situation), text) };
  },
  async press(question, request, services) {
    const { cause, until } = question;
    if (!cause || (hasDay(cause) && until === undefined)) return trouble.answer(question, request, services);
    const text = services.text(request.locale);
    const situation = { request, services, snapshot: await loadFactsSnapshot(request, services) };
    const person = await subjectOf(question.person, situation);
    if ('code' in person) return refused(person.code === 'unknown-person' ? { code: 'card-outdated' } : person, text);
    if (until !== undefined && !isCalendarDate(until)) return refused({ code: 'not-a-date', heard: until }, text);
    const done = await takeStep({ kind: 'trouble', cause, ...(until && { until }) }, person, situation);
    return { name: 'trouble', card: onboardCard(await onboardViewOf(done, situation), text) };
  },
};

/** Whose trouble it is, by id or as it was typed. */
async function subjectOf(wanted: string, situation: OnboardingReading): Promise<Person | Refusal> {
  const { snapshot } = situation;
  const own = await ownPerson(situation);
  if (wanted === oneself || wanted === own.id) return own;
  if (!snapshot.isAdmin) return { code: 'not-your-card' };
  const found = findAmong(snapshot.facts.people, wanted, (person) => ({ ask: 'trouble', person }));
  return 'refusal' in found ? found.refusal : found.person;
}

async function viewOf(
  { cause }: Extract<Question, { ask: 'trouble' }>,
  person: Person,
  { request, snapshot, services }: OnboardingReading,
) {
  const kept = await services.store.onboardings.get(request.tenant, person.id);
  const limit = linkLimitOn(snapshot.asOf, linksOf(kept?.value ?? newOnboarding(person.id), person), snapshot.policies);
  const isSelf = person.identifiers.aadUserId.includes(request.user.aadObjectId.toLowerCase());
  return { ...snapshot.setting, asOf: snapshot.asOf, person, isSelf, ...(cause && { cause }), ...(limit && { limit }) };
}

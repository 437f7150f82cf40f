/**
 * `onboarding`: shows admins everyone in onboarding, with their states and who needs help, or one person's steps; other people see their own.
 */
import { z } from 'zod/v4';
import { funnelCard } from '../../../cards/onboarding/funnel-card';
import { inStateCard } from '../../../cards/onboarding/in-state-card';
import type { FunnelLine } from '../../../cards/onboarding/onboarded-row';
import { mostOnboarded, type Question } from '../../../cards/contract/question';
import { contradictionsIn, onboardingStates, type OnboardingState } from '../../../domain/onboarding/onboarding-state';
import { deliveryHindranceOf } from '../../../domain/partner/conversation';
import { daysBetween } from '../../../domain/basics/date';
import { openStates } from '../../../domain/alerts/notice';
import { isRemindedOn } from '../../../domain/onboarding/onboarding';
import { personLabel } from '../../../domain/partner/people/person';
import { findPhraseOf, pageIn, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';
import { without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { findConversations } from '../../delivery/roster-reference';
import { standingNow } from '../../onboarding/onboard-view';
import { onboardingsOf, type OnboardingReading } from '../../onboarding/step-record';
import { findPerson } from '../../recognizers/people/person-lookup';
import { refused, type Reply } from '../../context/reply';
import type { ReadingServices } from '../../context/app-services';
import type { TurnRequest } from '../../context/turn-request';
import { onboard } from './onboard';

const hears: Phrases = {
  en: ['onboarding', 'funnel', 'who is stuck', 'on the way'],
  'zh-CN': ['引导进度', '谁卡住了', '进行中的人员'],
  'zh-TW': ['引導進度', '誰卡住了', '進行中的人員'],
  'ru-RU': ['ход подключения', 'воронка', 'кто застрял'],
  'pt-BR': ['andamento da integração', 'funil', 'quem está parado'],
};

function parse(utterance: Utterance): Question | undefined {
  const span = findPhraseOf(utterance, hears);
  return span && { ask: 'onboarding', ...pageIn(without(utterance, span)) };
}

/** `onboarding [page n]`. */
export const onboarding: Command<'onboarding'> = {
  name: 'onboarding',
  phrases: hears,
  order: 320,
  access: { role: 'self', scope: 'private' },
  payload: z.object({ person: shortText.optional(), state: z.enum(onboardingStates).optional(), page: pageNumber }),
  isListedForAdmins: true,
  parse,
  async answer({ person, state, page = 1 }, request, services) {
    if (person !== undefined) return stepsOf(person, request, services);
    const text = services.text(request.locale);
    const { isAdmin } = await loadPartnerSnapshot(request, services);
    if (!isAdmin) return onboard.answer({ ask: 'onboard' }, request, services);
    const snapshot = await loadFactsSnapshot(request, services);
    const lines = await linesOf({ request, snapshot, services });
    if (state !== undefined) {
      const inState = linesIn(state, lines);
      const remindable = remindableOf(inState);
      const shown = { ...snapshot.setting, asOf: snapshot.asOf, state, lines: inState, remindable, page };
      return { name: 'onboarding-state', card: inStateCard(shown, text) };
    }
    const counts = onboardingStates.map((one) => ({ state: one, count: linesIn(one, lines).length }));
    const needing = lines.filter((one) => needsSomebody(one, snapshot.asOf)).sort(byNeed);
    const unreachable = lines.filter(({ hindrance }) => hindrance !== undefined).length;
    const asked = {
      unreachable,
      accountless: linesIn('invited', lines),
      needing,
      remindable: remindableOf(needing),
      page,
    };
    const view = { ...snapshot.setting, asOf: snapshot.asOf, counts, ...asked };
    return { name: 'onboarding', card: funnelCard(view, text) };
  },
};

/** Returns the steps of one person, as `onboard` shows them. */
async function stepsOf(name: string, request: TurnRequest, services: ReadingServices): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const make = (person: string): Question => ({ ask: 'onboarding', person });
  const found = await findPerson(name, { request, snapshot, make });
  if ('refusal' in found) return refused(found.refusal, services.text(request.locale));
  return onboard.answer(
    { ask: 'onboard', ...(snapshot.setting.seesNames && { people: [found.person.id] }) },
    request,
    services,
  );
}

/** Returns everyone who was invited or took a step, and everyone whose facts contradict each other. */
async function linesOf(situation: OnboardingReading): Promise<readonly FunnelLine[]> {
  const { request, snapshot, services } = situation;
  const known = await onboardingsOf(request.tenant, services);
  const accounts = snapshot.facts.people.flatMap(({ id, identifiers }) => (known.has(id) ? identifiers.aadUserId : []));
  const conversations = await findConversations(accounts, request, services);
  return snapshot.facts.people.flatMap((person): readonly FunnelLine[] => {
    const steps = known.get(person.id);
    const contradictions = contradictionsIn(person);
    if (!steps && contradictions.length === 0) return [];
    const standing = standingNow(person, steps ?? { person: person.id, steps: [] }, situation);
    const hindrance = openStates.some((state) => state === standing.state)
      ? deliveryHindranceOf(person, conversations)
      : undefined;
    const isReminded = steps !== undefined && isRemindedOn(snapshot.asOf, steps, snapshot.policies);
    return [{ person, standing, contradictions, isReminded, ...(hindrance !== undefined && { hindrance }) }];
  });
}

/** Everyone in a state, who waits longest first. */
function linesIn(state: OnboardingState, lines: readonly FunnelLine[]): readonly FunnelLine[] {
  return lines.filter(({ standing }) => standing.state === state).sort(byNeed);
}

/** Those of them who can be reminded today with one press, by id. */
function remindableOf(lines: readonly FunnelLine[]): readonly string[] {
  const remindable = lines.filter(isRemindable).map(({ person }) => person.id);
  return remindable.slice(0, mostOnboarded);
}

/** Whether a person has an open step, can be reached, and was not reminded today. */
function isRemindable({ standing, hindrance, isReminded }: FunnelLine): boolean {
  return openStates.some((state) => state === standing.state) && hindrance === undefined && !isReminded;
}

/** Days without a step after which a person counts as silent. */
const silentDays = 3;

function needsSomebody({ standing, contradictions, hindrance }: FunnelLine, asOf: string): boolean {
  const { state, since, trouble } = standing;
  if (contradictions.length > 0 || trouble !== undefined || hindrance !== undefined) return true;
  if (state === 'stuck' || state === 'linked-elsewhere') return true;
  const isSilent = since !== undefined && daysBetween(since, asOf) >= silentDays;
  // Those who wait for an account are named above, as the admin's own work.
  return state === 'account-made' && isSilent;
}

const needs = ['stuck', 'linked-elsewhere', 'account-made', 'invited'];

/** The gravest first, of these who waits longest, then by name. */
function byNeed(one: FunnelLine, other: FunnelLine): number {
  const rank = ({ standing }: FunnelLine) => (needs.indexOf(standing.state) + needs.length + 1) % (needs.length + 1);
  const since = ({ standing }: FunnelLine) => standing.since ?? '';
  return (
    rank(one) - rank(other) ||
    (since(one) < since(other) ? -1 : since(one) > since(other) ? 1 : 0) ||
    (personLabel(one.person) < personLabel(other.person) ? -1 : 1)
  );
}

/** Onboarding somebody: whose way is meant, where it stands, and a step taken once however often it is said. */
import type { OnboardView, CardSetting, StepReply } from '../../cards/contract/view';
import { creditOf } from '../../domain/counting/credit';
import { deliveryHindranceOf } from '../../domain/partner/conversation';
import type { CalendarDate } from '../../domain/basics/date';
import { indexCredentials } from '../../domain/programme/credential';
import { countingIn } from '../../domain/counting/gap';
import { personId } from '../../domain/partner/identity';
import { linkLimitOn, linksLeftOn } from '../../domain/partner/link';
import {
  linksOf,
  newOnboarding,
  takeOnboardingStep,
  type Onboarding,
  type OnboardingStep,
  type StepFact,
  type StepOutcome,
} from '../../domain/onboarding/onboarding';
import { contradictionsIn, onboardingStateOf, type OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import { noIdentifiers, type Identifiers, type Person } from '../../domain/partner/person';
import type { Policies } from '../../domain/programme/policy';
import { StoreUnavailable, type Change, type Conflict, type Versioned } from '../../domain/basics/repository';
import type { Programme } from '../../domain/programme/programme';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { writeFacts } from '../partner/standing-cache';
import { findOwnRecord, type FactsSnapshot } from '../partner/partner-snapshot';
import { findConversations } from '../delivery/roster-reference';
import type { AppServices } from '../context/app-services';

/** Who asks, what is known, and what may be touched. */
export interface OnboardingContext {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  readonly services: AppServices;
}

/** The asker's own record; one that was not kept before has the signs that the channel vouches for. */
export async function ownPerson({
  request,
  snapshot,
}: Pick<OnboardingContext, 'request' | 'snapshot'>): Promise<Person> {
  const known = await findOwnRecord(snapshot, request);
  const signs = await signsOf(request);
  if (known) return rememberAccount(known, { ...known, name: request.user.name, identifiers: signs });
  return newPerson(request.user.name, signs, snapshot);
}

async function signsOf({ user }: TurnRequest): Promise<Identifiers> {
  const mails = (await user.mails()).map((mail) => mail.toLowerCase());
  const id = user.aadObjectId.toLowerCase();
  return { ...noIdentifiers, corpEmail: [...new Set(mails)], aadUserId: id === '' ? [] : [id] };
}

/** What the channel tells of somebody who speaks: the name where none is known, and the sign-in id by which to reach them. */
export function rememberAccount(known: Person, told: Person): Person {
  return { ...known, name: known.name || told.name, identifiers: withSign(known.identifiers, told.identifiers) };
}

function withSign(known: Identifiers, { aadUserId: [id] }: Identifiers): Identifiers {
  return id === undefined || known.aadUserId.includes(id) ? known : { ...known, aadUserId: [...known.aadUserId, id] };
}

/** Somebody who is on no record yet. */
export function newPerson(name: string, identifiers: Identifiers, { facts }: Pick<FactsSnapshot, 'facts'>): Person {
  const known = new Set(facts.people.map(({ id }) => id));
  return { id: personId(identifiers, (id) => known.has(id)), name, identifiers, achievements: [] };
}

/** The steps of everybody who has any. */
export async function onboardingsOf(tenant: string, { store }: AppServices): Promise<ReadonlyMap<string, Onboarding>> {
  const known = new Map<string, Onboarding>();
  for await (const { value } of store.onboardings.list(tenant)) known.set(value.person, value);
  return known;
}

/** Where somebody stands now. */
export function standingNow(
  person: Person,
  onboarding: Onboarding,
  { snapshot, request }: Pick<OnboardingContext, 'snapshot' | 'request'>,
): OnboardingStanding {
  return standingAt({ person, onboarding }, { ...snapshot, now: request.now });
}

/** The rules by which a way is judged, and when. */
export interface StepContext {
  readonly programme: Programme;
  readonly policies: Policies;
  readonly asOf: CalendarDate;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function standingAt({ person, onboarding }: Omit<TakenStep, 'reply'>, moment: StepContext): OnboardingStanding {
  const { programme, policies, asOf, now } = moment;
  const credit = creditOf(person, indexCredentials(programme.credentials), { asOf, policies });
  return onboardingStateOf({ onboarding, person, credit, policies, now });
}

/** As often as two people can sensibly be in each other's way. */
const attempts = 5;

export interface TakenStep {
  readonly reply: StepReply;
  readonly person: Person;
  readonly onboarding: Onboarding;
}

/**
 * Takes a step: what it means for counting is written first, then the step itself. Who finds that somebody else was first
 * looks again, and is told what is known by then. Throws {@link StoreUnavailable} where that does not end.
 */
export async function takeStep(
  fact: StepFact,
  subject: Person,
  { request, snapshot, services }: OnboardingContext,
): Promise<TakenStep> {
  const { tenant, now, user } = request;
  const by: OnboardingStep['by'] = isOwn(subject, request)
    ? { kind: 'person' }
    : { kind: 'admin', id: user.aadObjectId.toLowerCase() };
  const step: OnboardingStep = { ...fact, at: new Date(now).toISOString(), by };
  // Contesting is what a sweep looks at before it severs again, so it is there before what follows from it.
  const isWordFirst = step.kind === 'still-linked';
  let isFactKept = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await services.store.people.get(tenant, subject.id);
    const steps = await services.store.onboardings.get(tenant, subject.id);
    const before = kept ? rememberAccount(kept.value, subject) : subject;
    const onboarding = steps?.value ?? newOnboarding(subject.id);
    const outcome = isFactKept
      ? alsoSaid(step, { person: before, onboarding })
      : takeOnboardingStep(step, onboarding, { person: before, policies: snapshot.policies });
    if (outcome.kind !== 'taken') return { reply: outcome, person: before, onboarding };
    const keepFact = async () => {
      const isKept = await keepPerson(outcome.person, kept, { tenant, services });
      isFactKept ||= isKept && 'on' in step && !isWordFirst;
      return isKept;
    };
    const keepWord = () => keepSteps(outcome.onboarding, steps, { tenant, services });
    const [first, second] = isWordFirst ? [keepWord, keepFact] : [keepFact, keepWord];
    if ((await first()) && (await second()))
      return { reply: { kind: 'taken' }, person: outcome.person, onboarding: outcome.onboarding };
  }
  throw new StoreUnavailable('the steps of an onboarding were changed by others all the time');
}

/** Whoever has written what a step means says the step as well, although somebody else has said something meanwhile. */
function alsoSaid(
  step: OnboardingStep,
  { person, onboarding }: Omit<TakenStep, 'reply'>,
): Extract<StepOutcome, { readonly kind: 'taken' }> {
  return { kind: 'taken', person, onboarding: { ...onboarding, steps: [...onboarding.steps, step] } };
}

/** Whether the record is the asker's own, by the sign-in id that {@link ownPerson} gives it. */
function isOwn({ identifiers }: Person, { user }: TurnRequest): boolean {
  return identifiers.aadUserId.includes(user.aadObjectId.toLowerCase());
}

interface Place {
  readonly tenant: string;
  readonly services: AppServices;
}

async function keepPerson(
  person: Person,
  kept: Versioned<Person> | undefined,
  { tenant, services }: Place,
): Promise<boolean> {
  if (kept && JSON.stringify(kept.value) === JSON.stringify(person)) return true;
  const change: Change<Person> = kept
    ? { kind: 'replace', value: person, version: kept.version }
    : { kind: 'create', value: person };
  return (await writeFacts(services, tenant, ({ people }) => people.write(tenant, [change]))).length === 0;
}

async function keepSteps(
  value: Onboarding,
  kept: Versioned<Onboarding> | undefined,
  { tenant, services }: Place,
): Promise<boolean> {
  const change: Change<Onboarding> = kept
    ? { kind: 'replace', value, version: kept.version }
    : { kind: 'create', value };
  return (await writeSteps([change], { tenant, services })).length === 0;
}

/** Writes steps, and has what follows from them told: called twice, for whoever comes to grief on the way. */
export async function writeSteps(
  changes: readonly Change<Onboarding>[],
  { tenant, services }: Place,
): Promise<readonly Conflict[]> {
  await scheduleSweep(services, tenant);
  const conflicts = await services.store.onboardings.write(tenant, changes);
  await scheduleSweep(services, tenant);
  return conflicts;
}

/** What the card of somebody's way shows to whoever asks. */
export async function onboardViewOf(
  { person, onboarding, reply }: Omit<TakenStep, 'reply'> & { readonly reply?: StepReply },
  situation: OnboardingContext,
): Promise<OnboardView> {
  const { snapshot, request } = situation;
  const { asOf, programme, facts, setting } = snapshot;
  const others = facts.people.filter(({ id }) => id !== person.id);
  const { competencies } = standingOf(programme, { ...facts, people: [...others, person] }, asOf);
  const isSelf = isOwn(person, request);
  const isAdmin = snapshot.isAdmin && request.scope === 'personal';
  const view = wayViewOf({ person, onboarding }, { ...snapshot, now: request.now, setting, competencies });
  const inviter = inviterOf(onboarding);
  const accounts = [...person.identifiers.aadUserId, ...(inviter ? [inviter] : [])];
  const conversations = await findConversations(accounts, request, situation.services);
  const invitedBy = isSelf && inviter ? conversations.get(inviter)?.name : undefined;
  const hindrance = isAdmin && !isSelf ? deliveryHindranceOf(person, conversations) : undefined;
  return {
    ...view,
    ...(isSelf && { self: person.id }),
    isSelf,
    isAdmin,
    ...(invitedBy && { invitedBy }),
    ...(hindrance !== undefined && { hindrance }),
    ...(reply && { reply }),
  };
}

/** The admin who invited somebody, by Entra object id. */
export function inviterOf({ steps }: Onboarding): string | undefined {
  const step = steps.findLast(({ by }) => by.kind === 'admin');
  return step?.by.kind === 'admin' ? step.by.id : undefined;
}

export interface WayFrame extends StepContext {
  readonly setting: CardSetting;
  /** As they stand with the person. */
  readonly competencies: readonly CompetencyStanding[];
}

/** What the card of somebody's way shows to the person. */
export function wayViewOf({ person, onboarding }: Omit<TakenStep, 'reply'>, frame: WayFrame): OnboardView {
  const { setting, asOf, policies, competencies } = frame;
  const links = linksOf(onboarding, person);
  const limit = linkLimitOn(asOf, links, policies);
  return {
    ...setting,
    asOf,
    person,
    standing: standingAt({ person, onboarding }, frame),
    steps: onboarding.steps,
    countsFor: competencies.filter((one) => countingIn(one).has(person.id)).map(({ id }) => id),
    linksLeft: linksLeftOn(asOf, links, policies),
    ...(limit && { limit }),
    contradictions: contradictionsIn(person),
    isSelf: true,
    isAdmin: false,
    policies,
  };
}

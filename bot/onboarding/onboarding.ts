/** The onboarding of a person: finds their record, works out their state, and records each step once. */
import type { OnboardView, StepReply } from '../../cards/contract/onboarding-view';
import type { CardSetting } from '../../cards/contract/view';
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
import type { Change, Conflict, Versioned } from '../../domain/basics/repository';
import type { Programme } from '../../domain/programme/programme';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { writeFacts, type StandingCacheDeps } from '../partner/standing-cache';
import { findOwnRecord, type FactsSnapshot } from '../partner/partner-snapshot';
import { findConversations } from '../delivery/roster-reference';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { listValues } from '../store/row-list';
import { retryOnConflict, upsert, writeInOrder } from '../store/row-update';
import { maySeeNames } from '../partner/name-visibility';

/** What a step of onboarding needs: the facts with their standing, the steps, and the conversations of people. */
export interface OnboardingDeps extends StandingCacheDeps {
  readonly store: StandingCacheDeps['store'] & Pick<Store, 'onboardings' | 'conversations'>;
}

/** What a preview of onboarding needs: the same, without what writes. */
export interface OnboardingReadDeps {
  readonly store: Pick<ReadOnlyStore, 'onboardings' | 'conversations'>;
}

/** The turn, the facts that were read for it, and the services that a step needs. */
export interface OnboardingContext {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  readonly services: OnboardingDeps;
}

/** The same without what writes, for a preview. */
export type OnboardingReading<Deps extends OnboardingReadDeps = OnboardingReadDeps> = Omit<
  OnboardingContext,
  'services'
> & {
  readonly services: Deps;
};

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

/** Adds what the channel knows of a person: the name if none is recorded, and the Entra object id. */
export function rememberAccount(known: Person, told: Person): Person {
  return { ...known, name: known.name || told.name, identifiers: withSign(known.identifiers, told.identifiers) };
}

function withSign(known: Identifiers, { aadUserId: [id] }: Identifiers): Identifiers {
  return id === undefined || known.aadUserId.includes(id) ? known : { ...known, aadUserId: [...known.aadUserId, id] };
}

/** Returns a new person. */
export function newPerson(name: string, identifiers: Identifiers, { facts }: Pick<FactsSnapshot, 'facts'>): Person {
  const known = new Set(facts.people.map(({ id }) => id));
  return { id: personId(identifiers, (id) => known.has(id)), name, identifiers, achievements: [] };
}

/** The steps of everybody who has any. */
export async function onboardingsOf(
  tenant: string,
  { store }: { readonly store: Pick<ReadOnlyStore, 'onboardings'> },
): Promise<ReadonlyMap<string, Onboarding>> {
  return new Map((await listValues(store.onboardings, tenant)).map((value) => [value.person, value]));
}

/** Returns the present state of a person's onboarding. */
export function standingNow(
  person: Person,
  onboarding: Onboarding,
  { snapshot, request }: Pick<OnboardingContext, 'snapshot' | 'request'>,
): OnboardingStanding {
  return standingAt({ person, onboarding }, { ...snapshot, now: request.now });
}

/** The policies for the state of an onboarding, and the current time. */
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

export interface TakenStep {
  readonly reply: StepReply;
  readonly person: Person;
  readonly onboarding: Onboarding;
}

/**
 * Takes a step: what it means for counting is written first, then the step itself. If another write comes first, both rows are
 * read again, and the reply tells what is known by then. Throws {@link StoreUnavailable} where that does not end.
 */
export async function takeStep(
  fact: StepFact,
  subject: Person,
  { request, snapshot, services }: OnboardingContext,
): Promise<TakenStep> {
  const step: OnboardingStep = { ...fact, at: new Date(request.now).toISOString(), by: authorOf(subject, request) };
  const place = { tenant: request.tenant, services };
  let isFactWritten = false;
  return retryOnConflict({ noun: 'onboarding of person', id: subject.id }, async () => {
    const rows = await readStepRows(subject, place);
    const outcome = isFactWritten
      ? alsoSaid(step, rows.before)
      : takeOnboardingStep(step, rows.before.onboarding, { ...rows.before, policies: snapshot.policies });
    if (outcome.kind !== 'taken') return { reply: outcome, ...rows.before };
    const done = await writeStep(step, outcome, { ...place, ...rows });
    isFactWritten ||= done.isFactWritten;
    const { person, onboarding } = outcome;
    return done.isWhole ? { reply: { kind: 'taken' }, person, onboarding } : undefined;
  });
}

function authorOf(subject: Person, request: TurnRequest): OnboardingStep['by'] {
  if (isOwn(subject, request)) return { kind: 'person' };
  return { kind: 'admin', id: request.user.aadObjectId.toLowerCase() };
}

/** The two rows that a step concerns, as they were read. */
interface StepRows {
  readonly kept: Versioned<Person> | undefined;
  readonly steps: Versioned<Onboarding> | undefined;
  /** With what the channel tells of the person. */
  readonly before: Omit<TakenStep, 'reply'>;
}

async function readStepRows(subject: Person, { tenant, services: { store } }: Place): Promise<StepRows> {
  const kept = await store.people.get(tenant, subject.id);
  const steps = await store.onboardings.get(tenant, subject.id);
  const person = kept ? rememberAccount(kept.value, subject) : subject;
  return { kept, steps, before: { person, onboarding: steps?.value ?? newOnboarding(subject.id) } };
}

type Taken = Extract<StepOutcome, { readonly kind: 'taken' }>;

/**
 * Writes the fact and then the step; for "still linked elsewhere" the step and then the fact, because a sweep reads that step
 * before it records the link again.
 */
async function writeStep(step: OnboardingStep, taken: Taken, at: Place & StepRows) {
  const isStepFirst = step.kind === 'still-linked';
  let isPersonWritten = false;
  const writeFact = async () => (isPersonWritten = await keepPerson(taken.person, at.kept, at));
  const writeWord = () => keepSteps(taken.onboarding, at.steps, at);
  const isWhole = await writeInOrder(isStepFirst ? [writeWord, writeFact] : [writeFact, writeWord]);
  return { isWhole, isFactWritten: isPersonWritten && 'on' in step && !isStepFirst };
}

/** A step whose fact is written is written as well, although another step was taken meanwhile. */
function alsoSaid(step: OnboardingStep, { person, onboarding }: Omit<TakenStep, 'reply'>): Taken {
  return { kind: 'taken', person, onboarding: { ...onboarding, steps: [...onboarding.steps, step] } };
}

/** Whether the record is the asker's own, by the sign-in id that {@link ownPerson} gives it. */
function isOwn({ identifiers }: Person, { user }: TurnRequest): boolean {
  return identifiers.aadUserId.includes(user.aadObjectId.toLowerCase());
}

interface Place {
  readonly tenant: string;
  readonly services: OnboardingDeps;
}

async function keepPerson(
  person: Person,
  kept: Versioned<Person> | undefined,
  { tenant, services }: Place,
): Promise<boolean> {
  if (kept && JSON.stringify(kept.value) === JSON.stringify(person)) return true;
  return (
    (await writeFacts(services, tenant, ({ people }) => people.write(tenant, [upsert(kept, person)]))).length === 0
  );
}

async function keepSteps(
  value: Onboarding,
  kept: Versioned<Onboarding> | undefined,
  { tenant, services }: Place,
): Promise<boolean> {
  return (await writeSteps([upsert(kept, value)], { tenant, services })).length === 0;
}

/** Writes steps and schedules a sweep, before and after the write, so that a crash in between leaves the sweep scheduled. */
export async function writeSteps(
  changes: readonly Change<Onboarding>[],
  { tenant, services }: Place,
): Promise<readonly Conflict[]> {
  await scheduleSweep(services, tenant);
  const conflicts = await services.store.onboardings.write(tenant, changes);
  await scheduleSweep(services, tenant);
  return conflicts;
}

/** Returns what the onboarding card shows to the asker. */
export async function onboardViewOf(
  { person, onboarding, reply }: Omit<TakenStep, 'reply'> & { readonly reply?: StepReply },
  situation: OnboardingReading,
): Promise<OnboardView> {
  const { snapshot, request } = situation;
  const { asOf, programme, facts, setting } = snapshot;
  const others = facts.people.filter(({ id }) => id !== person.id);
  const { competencies } = standingOf(programme, { ...facts, people: [...others, person] }, asOf);
  const isSelf = isOwn(person, request);
  const isAdmin = maySeeNames(request, snapshot);
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

/** Returns the Entra object id of the admin who invited the person. */
export function inviterOf({ steps }: Onboarding): string | undefined {
  const step = steps.findLast(({ by }) => by.kind === 'admin');
  return step?.by.kind === 'admin' ? step.by.id : undefined;
}

export interface WayFrame extends StepContext {
  readonly setting: CardSetting;
  /** As they stand with the person. */
  readonly competencies: readonly CompetencyStanding[];
}

/** Returns what the onboarding card shows to the person whom it is about. */
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

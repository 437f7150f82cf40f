/** The onboarding of a person: records each step once. */
import type { StepReply } from '../../cards/contract/onboarding-view';
import { newOnboarding, type Onboarding, type OnboardingStep, type StepFact } from '../../domain/onboarding/onboarding';
import { takeOnboardingStep, type StepOutcome } from '../../domain/onboarding/onboarding-step';
import type { Person } from '../../domain/partner/people/person';
import type { Change, Conflict, Versioned } from '../../domain/basics/repository';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { writeFacts, type StandingCacheDeps } from '../partner/standing-cache';
import type { FactsSnapshot } from '../partner/partner-snapshot';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { listValues } from '../store/row-list';
import { retryOnConflict, upsert, writeInOrder } from '../store/row-update';
import { isOwn, rememberAccount } from './own-person';

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

/** The steps of everybody who has any. */
export async function onboardingsOf(
  tenant: string,
  { store }: { readonly store: Pick<ReadOnlyStore, 'onboardings'> },
): Promise<ReadonlyMap<string, Onboarding>> {
  return new Map((await listValues(store.onboardings, tenant)).map((value) => [value.person, value]));
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

/** Where everybody on the way stands as a table: worked out anew each time, for reading only. */
import { creditOf } from '../../domain/counting/credits/credit';
import { indexCredentials } from '../../domain/programme/credential';
import { deliveryHindranceOf, type Conversation } from '../../domain/partner/conversation';
import { readOnlyHeaders } from '../../domain/imports/exported-file';
import { openStates } from '../../domain/alerts/notice';
import { newOnboarding, type Onboarding, type OnboardingStep } from '../../domain/onboarding/onboarding';
import { contradictionsIn, onboardingStateOf, type OnboardingCase } from '../../domain/onboarding/onboarding-state';
import { emptyPartner, policiesOf } from '../../domain/partner/partner';
import { dateOf } from '../../domain/basics/date';
import { partnerDayAt, type PartnerZone } from '../../domain/partner/partner-day';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import { byteOrderMark, rowOf } from './cell';
import { followedProgramme, programmeInForce } from '../../domain/programme/loaded-programmes';

/** What the onboarding state of a person is computed from. */
export interface ExportRules {
  /** The first is the one of a partner that has not chosen. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Frame extends Pick<OnboardingCase, 'policies' | 'now'> {
  readonly index: ReturnType<typeof indexCredentials>;
  readonly conversations: ReadonlyMap<string, Conversation>;
}

/** Yields one row per person in onboarding, and per person whose statements contradict the facts. Throws {@link StoreUnavailable} while it is read. */
export async function* statesTable(store: Store, tenant: string, rules: ExportRules): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(readOnlyHeaders.states);
  const frame = await frameOf(store, tenant, rules);
  const onboardings = await mapped(store.onboardings.list(tenant), ({ person }) => person);
  for await (const { value: person } of store.people.list(tenant)) {
    const onboarding = onboardings.get(person.id);
    if (onboarding || contradictionsIn(person).length > 0)
      yield rowOf(stateRow(person, onboarding ?? newOnboarding(person.id), frame));
  }
}

async function frameOf(store: Store, tenant: string, { programmes, now }: ExportRules): Promise<Frame> {
  const kept = await store.partners.get(tenant, tenant);
  const partner = kept?.value ?? emptyPartner(tenant, programmeInForce(programmes, dateOf(now())).id);
  const programme = followedProgramme(partner, programmes);
  return {
    policies: policiesOf(partner, programme),
    now: now(),
    index: indexCredentials(programme.credentials),
    conversations: await mapped(store.conversations.list(tenant), ({ id }) => id.toLowerCase()),
  };
}

async function mapped<T>(
  rows: AsyncIterable<Versioned<T>>,
  keyOf: (value: T) => string,
): Promise<ReadonlyMap<string, T>> {
  const values = new Map<string, T>();
  for await (const { value } of rows) values.set(keyOf(value), value);
  return values;
}

/** In the order of the header. */
function stateRow(person: Person, onboarding: Onboarding, frame: Frame): readonly string[] {
  const { policies, now, index, conversations } = frame;
  const credit = creditOf(person, index, { asOf: partnerDayAt(now, policies), policies });
  const { state, since = '', by, next, trouble } = onboardingStateOf({ onboarding, person, credit, policies, now });
  const isOpen = openStates.some((one) => one === state);
  return [
    personLabel(person),
    person.identifiers.corpEmail[0] ?? '',
    state,
    since,
    by?.kind ?? '',
    next ? dayOf(next, policies) : '',
    ...invitationOf(onboarding, frame),
    ...remindersOf(onboarding, policies),
    trouble?.cause ?? '',
    trouble?.until ?? '',
    contradictionsIn(person)
      .map(({ code, on }) => `${code} ${on}`)
      .join('; '),
    (isOpen && deliveryHindranceOf(person, conversations)) || '',
  ];
}

/** The day, and the name of the person who sent the invitation; their Entra object id if the name is not known. */
function invitationOf({ steps }: Onboarding, { conversations, policies }: Frame): readonly [string, string] {
  const step = steps.find(({ kind }) => kind === 'invited');
  if (step?.by.kind !== 'admin') return [step ? dayOf(step, policies) : '', ''];
  return [dayOf(step, policies), conversations.get(step.by.id)?.name || step.by.id];
}

function remindersOf({ steps }: Onboarding, zone: PartnerZone): readonly [string, string] {
  const reminders = steps.filter(({ kind }) => kind === 'reminded');
  const last = reminders.at(-1);
  return [String(reminders.length), last ? dayOf(last, zone) : ''];
}

function dayOf({ at }: Pick<OnboardingStep, 'at'>, zone: PartnerZone): string {
  return partnerDayAt(Date.parse(at), zone);
}

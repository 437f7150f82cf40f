/** Where a person stands, told whole: the state, since when, who said so, what has passed and what comes next. */
import { creditOf } from '../counting/credits/credit';
import { dateOf } from '../basics/date';
import { noIdentifiers, type Person } from '../partner/people/person';
import { indexCredentials } from '../programme/credential';
import { standardPolicies as policies } from '../programme/policy';
import type { OnboardingStep, StepFact, StepSource } from './onboarding';
import { onboardingStateOf, type OnboardingStanding } from './onboarding-state';

const index = indexCredentials([
  { id: '70-473', kind: 'exam', titles: ['Designing'], activityIds: [], validity: 'unlimited', source: 'test' },
]);
const self: StepSource = { kind: 'person' };
const boss: StepSource = { kind: 'admin', id: 'boss' };
const theirs: StepSource = { kind: 'elsewhere' };
const imported = { title: '70-473', completedOn: '2018-04-01', source: '20180501T100000000Z-abcdef12' };
const byHand = { ...imported, source: 'by-hand 1' };
const step = (fact: StepFact, at: string, by: StepSource = self): OnboardingStep => ({ ...fact, at, by });

function standing(facts: Partial<Person>, steps: readonly OnboardingStep[], now: string): OnboardingStanding {
  const person: Person = { id: 'p1', name: 'Mara', identifiers: noIdentifiers, achievements: [], ...facts };
  const at = Date.parse(now);
  const credit = creditOf(person, index, { asOf: dateOf(at), policies });
  return onboardingStateOf({ onboarding: { person: 'p1', steps }, person, credit, policies, now: at });
}

const invited = step({ kind: 'invited' }, '2018-05-01T09:00:00Z', boss);
const account = step({ kind: 'account-made', on: '2018-05-02' }, '2018-05-04T09:00:00Z');
const linked = step({ kind: 'linked', on: '2018-05-03' }, '2018-05-03T12:00:00Z');
const linkedLate = step({ kind: 'linked', on: '2018-05-03' }, '2018-05-05T12:00:00Z', boss);
const elsewhere = step({ kind: 'linked-elsewhere', on: '2018-05-20' }, '2018-05-21T09:00:00Z', theirs);
const trouble = step({ kind: 'trouble', cause: 'guest-account' }, '2018-05-04T10:00:00Z');
const wait = step({ kind: 'trouble', cause: 'thirty-days', until: '2018-05-20' }, '2018-05-04T10:00:00Z');
const reminded = step({ kind: 'reminded' }, '2018-05-06T10:00:00Z', boss);
const blocked = { trouble: { cause: 'thirty-days', until: '2018-05-20' }, checks: 0 } as const;

it.each<[string, Partial<Person>, readonly OnboardingStep[], string, OnboardingStanding]>([
  ['nothing is known', {}, [], '2018-05-01T10:00:00Z', { state: 'invited', checks: 0 }],
  [
    'invited by an admin',
    {},
    [invited],
    '2018-05-01T10:00:00Z',
    { state: 'invited', since: '2018-05-01', by: boss, checks: 0 },
  ],
  [
    'an account, said by the person, is later than the invitation',
    { accountOn: '2018-05-02' },
    [invited, account],
    '2018-05-05T10:00:00Z',
    { state: 'account-made', since: '2018-05-02', by: self, checks: 0 },
  ],
  [
    'an account of which nobody has said anything',
    { accountOn: '2018-04-02' },
    [invited],
    '2018-05-05T10:00:00Z',
    { state: 'account-made', since: '2018-05-01', checks: 0 },
  ],
  [
    'trouble, whatever reminders follow it',
    {},
    [invited, trouble, reminded],
    '2018-05-07T10:00:00Z',
    { state: 'invited', since: '2018-05-01', by: boss, trouble: { cause: 'guest-account' }, checks: 0 },
  ],
  [
    'trouble that is over once something else is said',
    { accountOn: '2018-05-02' },
    [trouble, account],
    '2018-05-07T10:00:00Z',
    { state: 'account-made', since: '2018-05-02', by: self, checks: 0 },
  ],
  [
    'a link that is not allowed yet',
    {},
    [invited, wait],
    '2018-05-19T23:59:00Z',
    { state: 'blocked', ...blocked, next: { number: 1, at: '2018-05-20T00:00:00.000Z' } },
  ],
  [
    'a link that is allowed from today on',
    {},
    [invited, wait],
    '2018-05-20T00:00:00Z',
    { state: 'invited', since: '2018-05-01', by: boss, ...blocked },
  ],
  [
    'linked, said on the day: the hours run from then',
    { linkedOn: '2018-05-03' },
    [linked],
    '2018-05-03T13:00:00Z',
    { state: 'waiting', since: '2018-05-03', by: self, checks: 0, next: { number: 1, at: '2018-05-04T12:00:00.000Z' } },
  ],
  [
    'linked, said days later: the hours run from the beginning of the day',
    { linkedOn: '2018-05-03' },
    [linkedLate],
    '2018-05-05T13:00:00Z',
    { state: 'waiting', since: '2018-05-03', by: boss, checks: 1, next: { number: 2, at: '2018-05-06T00:00:00.000Z' } },
  ],
  [
    'linked, said of another day: the hours run from the day on record',
    { linkedOn: '2018-05-04' },
    [linked],
    '2018-05-04T13:00:00Z',
    { state: 'waiting', since: '2018-05-04', by: self, checks: 0, next: { number: 1, at: '2018-05-05T00:00:00.000Z' } },
  ],
  [
    'linked by an import of people, with trouble since',
    { linkedOn: '2018-05-03' },
    [trouble],
    '2018-05-30T00:00:00Z',
    { state: 'stuck', since: '2018-05-03', trouble: { cause: 'guest-account' }, checks: 3 },
  ],
  [
    'counts by an import',
    { linkedOn: '2018-05-03', achievements: [imported] },
    [linked],
    '2018-05-10T00:00:00Z',
    { state: 'counts', by: { kind: 'import' }, checks: 0 },
  ],
  [
    'counts by the clock, as the person said',
    { linkedOn: '2018-05-03', achievements: [byHand] },
    [linked],
    '2018-05-10T00:00:00Z',
    { state: 'counts', since: '2018-05-03', by: self, checks: 0 },
  ],
  [
    'counts by the clock, as nobody said',
    { linkedOn: '2018-05-03', achievements: [byHand] },
    [],
    '2018-05-10T00:00:00Z',
    { state: 'counts', since: '2018-05-03', by: { kind: 'time' }, checks: 0 },
  ],
  [
    'counts by the clock without a day',
    { achievements: [byHand] },
    [],
    '2018-05-10T00:00:00Z',
    { state: 'counts', by: { kind: 'time' }, checks: 0 },
  ],
  [
    'shown with what does not count',
    { achievements: [{ ...imported, title: 'Another' }] },
    [],
    '2018-05-10T00:00:00Z',
    { state: 'shown', by: { kind: 'import' }, checks: 0 },
  ],
  [
    'leaves today',
    { leftOn: '2018-05-10', linkedElsewhereOn: '2018-05-09', achievements: [imported] },
    [],
    '2018-05-10T00:00:00Z',
    { state: 'left', since: '2018-05-10', checks: 0 },
  ],
  [
    'leaves tomorrow',
    { leftOn: '2018-05-11', achievements: [imported] },
    [],
    '2018-05-10T00:00:00Z',
    { state: 'counts', by: { kind: 'import' }, checks: 0 },
  ],
  [
    'linked elsewhere today, as another organisation has recorded',
    { linkedOn: '2018-05-03', linkedElsewhereOn: '2018-05-20' },
    [linked, elsewhere],
    '2018-05-20T00:00:00Z',
    { state: 'linked-elsewhere', since: '2018-05-20', by: theirs, checks: 0 },
  ],
  [
    'linked elsewhere on a day of which nobody has said anything',
    { linkedElsewhereOn: '2018-05-19' },
    [linked, elsewhere],
    '2018-05-20T00:00:00Z',
    { state: 'linked-elsewhere', since: '2018-05-19', checks: 0 },
  ],
  [
    'linked elsewhere from tomorrow on',
    { linkedElsewhereOn: '2018-05-21', achievements: [imported] },
    [],
    '2018-05-20T00:00:00Z',
    { state: 'counts', by: { kind: 'import' }, checks: 0 },
  ],
])('%s', (_, facts, steps, now, expected) => {
  expect(standing(facts, steps, now)).toEqual(expected);
});

it.each([
  ['Pacific/Kiritimati', '2018-05-04'],
  ['UTC', '2018-05-03'],
  ['Pacific/Pago_Pago', '2018-05-03'],
])('in %s a link that was said at noon UTC of 3 May is one of %s, and 24 hours stay 24 hours', (timeZone, on) => {
  const at = '2018-05-03T12:00:00Z';
  const person: Person = { id: 'p1', name: 'Mara', identifiers: noIdentifiers, achievements: [], linkedOn: on };
  const zoned = { ...policies, timeZone };
  const now = Date.parse(at) + 60_000;
  const credit = creditOf(person, index, { asOf: on, policies: zoned });
  const onboarding = { person: 'p1', steps: [step({ kind: 'linked', on }, at)] };

  expect(onboardingStateOf({ onboarding, person, credit, policies: zoned, now })).toMatchObject({
    state: 'waiting',
    since: on,
    next: { number: 1, at: '2018-05-04T12:00:00.000Z' },
  });
});

it('in another time zone a wait that is known by its day ends when that day begins there', () => {
  const zoned = { ...policies, timeZone: 'Pacific/Kiritimati' };
  const person: Person = { id: 'p1', name: 'Mara', identifiers: noIdentifiers, achievements: [] };
  const onboarding = { person: 'p1', steps: [invited, wait] };
  const at = (moment: string) => {
    const now = Date.parse(moment);
    const credit = creditOf(person, index, { asOf: '2018-05-19', policies: zoned });
    return onboardingStateOf({ onboarding, person, credit, policies: zoned, now });
  };

  expect(at('2018-05-19T09:59:59Z')).toMatchObject({ state: 'blocked', next: { at: '2018-05-19T10:00:00.000Z' } });
  expect(at('2018-05-19T10:00:00Z').state).toBe('invited');
});

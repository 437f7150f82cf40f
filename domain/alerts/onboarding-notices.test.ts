/** What is told on the way on board: whom and when, that each thing is told once, and that nothing changes between moments. */
import { addDays } from '../basics/date';
import { deriveNotices } from './derive-notices';
import { type NoticeFacts } from './notice-facts';
import { earned, knownOf, person } from './derive-notices.case';
import { nextOnboardingMoment, onboardingNotices } from './onboarding-notices';
import type { OnboardingStep, StepFact } from '../onboarding/onboarding';
import type { Person } from '../partner/people/person';

const admin = { kind: 'admin', id: 'boss' } as const;
const self = { kind: 'person' } as const;
const step = (at: string, fact: StepFact, by: OnboardingStep['by'] = admin): OnboardingStep => ({
  ...fact,
  at: `${at}:00Z`,
  by,
});
const invited = step('2018-06-01T09:00', { kind: 'invited' });
const made = step('2018-06-02T09:00', { kind: 'account-made', on: '2018-06-02' });
const linked = step('2018-06-04T15:00', { kind: 'linked', on: '2018-06-04' }, self);
const blocked = step('2018-06-04T15:00', { kind: 'trouble', cause: 'thirty-days', until: '2018-06-20' }, self);
const reminded = step('2018-06-02T12:00', { kind: 'reminded' });

const account = { accountOn: '2018-06-02' };
const link = { ...account, linkedOn: '2018-06-04' };
const way = (
  steps: readonly OnboardingStep[],
  parts: Partial<Person> = {},
  achievements = [] as Person['achievements'],
): NoticeFacts =>
  knownOf([person('ana', achievements, parts)], { onboardings: new Map([['ana', { person: 'ana', steps }]]) });
const keysAt = (known: NoticeFacts, at: string) =>
  onboardingNotices(known, Date.parse(`${at}:00Z`)).map(({ key }) => key.replace('/ana', ''));

it.each<[string, NoticeFacts, string, readonly string[]]>([
  ['an invitation', way([invited]), '2018-06-01T10:00', ['onboarding/invited/2018-06-01']],
  ['the account', way([invited, made], account), '2018-06-02T10:00', ['onboarding/account-made/2018-06-02']],
  [
    'one reminder after three days, and that the account is missing',
    way([invited]),
    '2018-06-04T00:00',
    ['onboarding/silent/2018-06-01', 'onboarding-help/no-account/2018-06-01'],
  ],
  [
    'a second after a week',
    way([invited]),
    '2018-06-08T00:00',
    ['onboarding/silent-again/2018-06-01', 'onboarding-help/no-account/2018-06-01'],
  ],
  [
    'the admins after ten days',
    way([invited, made], account),
    '2018-06-12T00:00',
    ['onboarding/silent-again/2018-06-02', 'onboarding-help/silent/2018-06-02'],
  ],
  [
    'what an admin reminds of, from which the silence begins anew',
    way([invited, reminded]),
    '2018-06-04T10:00',
    ['onboarding/reminded/2018-06-02'],
  ],
  [
    'nothing of what the person has just seen',
    way([step('2018-06-01T09:00', made, self)], account),
    '2018-06-02T10:00',
    [],
  ],
  ['nothing while Partner Center says to wait', way([invited, made, blocked], account), '2018-06-19T23:59', []],
  [
    'that the day has come',
    way([invited, made, blocked], account),
    '2018-06-20T00:00',
    ['onboarding/allowed-again/2018-06-20'],
  ],
  [
    'silence after that day',
    way([invited, made, blocked], account),
    '2018-06-23T08:00',
    ['onboarding/silent/2018-06-20'],
  ],
  ['nothing at the first check', way([invited, made, linked], link), '2018-06-05T16:00', []],
  ['nothing an hour before the second', way([invited, made, linked], link), '2018-06-07T14:00', []],
  [
    'that nothing shows yet, to the hour',
    way([invited, made, linked], link),
    '2018-06-07T15:00',
    ['onboarding/nothing-yet/2018-06-04'],
  ],
  [
    'that it takes too long, and the admins too',
    way([invited, made, linked], link),
    '2018-06-14T15:00',
    ['onboarding/stuck/2018-06-04', 'onboarding-help/stuck/2018-06-04'],
  ],
  [
    'what an admin reminds of, and after three days what the clock says again',
    way([invited, made, linked, step('2018-06-13T09:00', { kind: 'reminded' })], link),
    '2018-06-14T15:00',
    ['onboarding/reminded/2018-06-13', 'onboarding-help/stuck/2018-06-04'],
  ],
  [
    'that it takes too long, after a reminder too',
    way([invited, made, linked, step('2018-06-13T09:00', { kind: 'reminded' })], link),
    '2018-06-16T00:00',
    ['onboarding/stuck/2018-06-04', 'onboarding-help/stuck/2018-06-04'],
  ],
  ['nothing of who counts', way([invited, made, linked], link, [earned('p')]), '2018-06-14T15:00', []],
  ['nothing of who has left', way([invited, made], { ...account, leftOn: '2018-06-03' }), '2018-06-14T15:00', []],
  ['nothing of who never began', knownOf([person('ana', [], account)]), '2018-06-14T15:00', []],
])('tells %s', (_, known, at, expected) => {
  expect(keysAt(known, at)).toEqual(expected);
});

it('knows the next moment, so that nothing changes before it', () => {
  const cases = [way([invited]), way([invited, made, blocked], account), way([invited, made, linked], link)];
  cases.push(way([invited, made, linked, step('2018-06-13T09:00', { kind: 'reminded' })], link));

  for (const known of cases) {
    const end = Date.parse('2018-07-20');
    let now = Date.parse('2018-06-04T15:00:00Z');
    for (let next = nextOnboardingMoment(known, now); next !== undefined && next < end;) {
      expect(onboardingNotices(known, next - 1)).toEqual(onboardingNotices(known, now));
      now = next;
      next = nextOnboardingMoment(known, now);
    }
    expect(onboardingNotices(known, end)).toEqual(onboardingNotices(known, now));
  }
});

it('tells once that somebody counts: from the link, or from the import that shows them where that is later', () => {
  const source = '20180612T080000000Z-00000000';
  const shown = way([invited], {}, [earned('p', { source })]);
  const both = way([invited, made, linked], link, [earned('p', { source })]);
  const countsOn = (known: NoticeFacts, day: string) =>
    deriveNotices(known, day).flatMap(({ reason }) => (reason.rule === 'counts-now' ? [reason] : []));

  expect(countsOn(shown, '2018-06-12')).toEqual([
    { rule: 'counts-now', person: 'ana', since: '2018-06-12', credentials: 1, countsFor: ['first'] },
  ]);
  expect(countsOn(both, '2018-06-20')).toEqual([expect.objectContaining({ since: '2018-06-12' })]);
  expect(countsOn(shown, addDays('2018-06-12', 14))).toEqual([]);
  expect(
    countsOn(way([step('2018-06-14T09:00', { kind: 'invited' })], {}, [earned('p', { source })]), '2018-06-14'),
  ).toEqual([]);
});

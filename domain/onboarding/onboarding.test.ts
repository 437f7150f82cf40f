/** The steps of an onboarding: taken once, refused where Partner Center would, and where somebody stands after each. */
import fc from 'fast-check';
import { creditOf } from '../counting/credits/credit';
import { indexCredentials } from '../programme/credential';
import { dateOf } from '../basics/date';
import { newOnboarding, type Onboarding, type OnboardingStep, type StepFact } from './onboarding';
import { takeOnboardingStep } from './onboarding-step';
import { contradictionsIn, onboardingStateOf, type OnboardingState } from './onboarding-state';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies as policies } from '../programme/policy';

const index = indexCredentials([
  { id: '70-473', kind: 'exam', titles: ['Designing'], activityIds: [], validity: 'unlimited', source: 'test' },
]);
const somebody: Person = { id: 'p1', name: 'Mara Lind', identifiers: noIdentifiers, achievements: [] };
const shown = { title: '70-473', completedOn: '2018-04-01', source: '20180501T100000000Z-abcdef12' };
const byPerson = { kind: 'person' } as const;
const step = (fact: StepFact, at: string): OnboardingStep => ({ ...fact, at, by: byPerson });

interface Way {
  readonly onboarding: Onboarding;
  readonly person: Person;
}

/** Takes the steps one after the other; each has to be possible. */
function after(steps: readonly OnboardingStep[], person: Person = somebody): Way {
  return steps.reduce<Way>(
    (way, one) => {
      const outcome = takeOnboardingStep(one, way.onboarding, { person: way.person, policies });
      if (outcome.kind !== 'taken') throw new Error(`${one.kind}: ${JSON.stringify(outcome)}`);
      return { onboarding: outcome.onboarding, person: outcome.person };
    },
    { onboarding: newOnboarding(person.id), person },
  );
}

function stateAt(now: string, { onboarding, person }: Way) {
  const at = Date.parse(now);
  const credit = creditOf(person, index, { asOf: dateOf(at), policies });
  return onboardingStateOf({ onboarding, person, credit, policies, now: at });
}

const invited = step({ kind: 'invited' }, '2018-05-01T09:00:00Z');
const account = step({ kind: 'account-made', on: '2018-05-02' }, '2018-05-02T09:00:00Z');
const linked = step({ kind: 'linked', on: '2018-05-03' }, '2018-05-03T12:00:00Z');

it.each<[string, Partial<Person>, OnboardingStep, object]>([
  [
    'a link of another day than the one on record',
    { linkedOn: '2018-05-03' },
    step({ kind: 'linked', on: '2018-05-07' }, '2018-05-07T12:00:00Z'),
    { kind: 'known', since: '2018-05-03', isOtherDay: true },
  ],
  [
    'the link that was before the one elsewhere',
    { linkedElsewhereOn: '2018-05-20', achievements: [shown] },
    step({ kind: 'linked', on: '2018-05-03' }, '2018-05-21T12:00:00Z'),
    { kind: 'limited', limit: { code: 'thirty-days', until: '2018-06-19' } },
  ],
  [
    'trouble of somebody whom an import shows',
    { achievements: [shown] },
    step({ kind: 'trouble', cause: 'no-sign-in' }, '2018-05-21T12:00:00Z'),
    { kind: 'refused', code: 'shown-already' },
  ],
])('an old card says %s, and nothing goes backwards', (_, facts, said, expected) => {
  expect(takeOnboardingStep(said, newOnboarding('p1'), { person: { ...somebody, ...facts }, policies })).toEqual(
    expected,
  );
});

describe('where somebody stands', () => {
  it.each<[string, readonly OnboardingStep[], string, OnboardingState, Partial<Person>]>([
    ['invited', [invited], '2018-05-01T10:00:00Z', 'invited', {}],
    ['with an account', [invited, account], '2018-05-02T10:00:00Z', 'account-made', {}],
    ['linked a minute ago', [invited, account, linked], '2018-05-03T12:01:00Z', 'waiting', {}],
    ['linked, two days later', [invited, account, linked], '2018-05-05T12:01:00Z', 'waiting', {}],
    ['linked, a minute before ten days', [account, linked], '2018-05-13T11:59:00Z', 'waiting', {}],
    ['linked, ten days later', [account, linked], '2018-05-13T12:00:00Z', 'stuck', {}],
    ['linked, and shown by an import', [account, linked], '2018-05-05T12:00:00Z', 'counts', { achievements: [shown] }],
    ['linked and shown, but within the delay', [linked], '2018-05-03T13:00:00Z', 'waiting', { achievements: [shown] }],
    ['never asked, but shown', [], '2018-05-05T12:00:00Z', 'counts', { achievements: [shown] }],
    [
      'an account, no word of a link, but shown',
      [account],
      '2018-05-05T12:00:00Z',
      'counts',
      { achievements: [shown] },
    ],
    [
      'shown with something that does not count',
      [account],
      '2018-05-05T12:00:00Z',
      'shown',
      { achievements: [{ ...shown, title: 'Something else' }] },
    ],
    ['gone', [account, linked], '2018-06-01T12:00:00Z', 'left', { leftOn: '2018-06-01', achievements: [shown] }],
    [
      'linked elsewhere',
      [account, linked],
      '2018-06-01T12:00:00Z',
      'linked-elsewhere',
      { linkedElsewhereOn: '2018-05-20', achievements: [shown] },
    ],
  ])('%s', (_, steps, now, state, facts) => {
    const { onboarding, person } = after(steps);

    expect(stateAt(now, { onboarding, person: { ...person, ...facts } }).state).toBe(state);
  });

  it('looks again after 24 hours, 72 hours and 10 days', () => {
    const way = after([account, linked]);

    expect(stateAt('2018-05-03T12:00:00Z', way)).toMatchObject({
      checks: 0,
      next: { number: 1, at: '2018-05-04T12:00:00.000Z' },
    });
    expect(stateAt('2018-05-04T12:00:00Z', way)).toMatchObject({
      checks: 1,
      next: { number: 2, at: '2018-05-06T12:00:00.000Z' },
    });
    expect(stateAt('2018-05-06T12:00:00Z', way)).toMatchObject({
      checks: 2,
      next: { number: 3, at: '2018-05-13T12:00:00.000Z' },
    });
    expect(stateAt('2018-05-13T12:00:00Z', way).next).toBeUndefined();
  });

  it('waits for the day on which another link is allowed', () => {
    const trouble = step({ kind: 'trouble', cause: 'thirty-days', until: '2018-05-20' }, '2018-05-03T09:00:00Z');
    const way = after([account, trouble]);

    expect(stateAt('2018-05-19T12:00:00Z', way)).toMatchObject({
      state: 'blocked',
      next: { at: '2018-05-20T00:00:00.000Z' },
    });
    expect(stateAt('2018-05-20T00:00:00Z', way)).toMatchObject({
      state: 'account-made',
      trouble: { cause: 'thirty-days' },
    });
  });

  it('only ever moves when its next moment has come', () => {
    const way = after([invited, account, linked]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 24 * 60 }), (minutes) => {
        const now = new Date(Date.parse(linked.at) + minutes * 60_000).toISOString();
        const { state, next } = stateAt(now, way);
        if (!next) return;
        const before = stateAt(new Date(Date.parse(next.at) - 1).toISOString(), way);
        expect(before).toEqual({ ...stateAt(now, way), state });
        expect(stateAt(next.at, way)).not.toEqual(before);
      }),
    );
  });
});

describe('a step', () => {
  it.each<[string, readonly OnboardingStep[], OnboardingStep, object]>([
    ['said twice', [account], account, { kind: 'known', since: '2018-05-02' }],
    [
      'said again on an old card a week later',
      [account, linked],
      step({ kind: 'linked', on: '2018-05-10' }, '2018-05-10T12:00:00Z'),
      { kind: 'known', since: '2018-05-03', isOtherDay: true },
    ],
    [
      'an account for somebody who is linked already',
      [linked],
      step({ kind: 'account-made', on: '2018-05-04' }, '2018-05-04T12:00:00Z'),
      { kind: 'known', since: '2018-05-03' },
    ],
    [
      'a link of tomorrow',
      [account],
      step({ kind: 'linked', on: '2018-05-04' }, '2018-05-03T12:00:00Z'),
      { kind: 'refused', code: 'in-the-future' },
    ],
    [
      'a link elsewhere without a link here',
      [account],
      step({ kind: 'linked-elsewhere', on: '2018-05-04' }, '2018-05-04T12:00:00Z'),
      { kind: 'refused', code: 'not-linked' },
    ],
    [
      'a second link within 30 days',
      [linked, step({ kind: 'linked-elsewhere', on: '2018-05-10' }, '2018-05-10T12:00:00Z')],
      step({ kind: 'linked', on: '2018-05-20' }, '2018-05-20T12:00:00Z'),
      { kind: 'limited', limit: { code: 'thirty-days', until: '2018-06-09' } },
    ],
    [
      'a second reminder on one day',
      [step({ kind: 'reminded' }, '2018-05-04T08:00:00Z')],
      step({ kind: 'reminded' }, '2018-05-04T23:59:00Z'),
      { kind: 'known', since: '2018-05-04' },
    ],
  ])('is answered where it changes nothing: %s', (_, steps, next, outcome) => {
    const { onboarding, person } = after(steps);

    expect(takeOnboardingStep(next, onboarding, { person, policies })).toEqual(outcome);
  });

  it('is refused to those who left, and a link to those whom an export shows', () => {
    const gone = { ...somebody, leftOn: '2018-05-01' };
    const visible = { ...somebody, achievements: [shown] };

    expect(takeOnboardingStep(linked, newOnboarding('p1'), { person: gone, policies })).toEqual({
      kind: 'refused',
      code: 'has-left',
    });
    expect(takeOnboardingStep(linked, newOnboarding('p1'), { person: visible, policies })).toEqual({
      kind: 'refused',
      code: 'shown-already',
    });
  });

  it('taken twice is the same as taken once', () => {
    const fact = fc.oneof(
      fc.constant<StepFact>({ kind: 'invited' }),
      fc
        .constantFrom('account-made', 'linked', 'linked-elsewhere')
        .chain((kind) =>
          fc
            .integer({ min: 1, max: 28 })
            .map((day): StepFact => ({ kind, on: `2018-05-${String(day).padStart(2, '0')}` })),
        ),
      fc.constant<StepFact>({ kind: 'trouble', cause: 'guest-account' }),
      fc.constant<StepFact>({ kind: 'reminded' }),
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), (facts) => {
        let way: Way = { onboarding: newOnboarding('p1'), person: somebody };
        facts.forEach((one, index) => {
          const said = step(one, `2018-06-${String(index + 1).padStart(2, '0')}T10:00:00Z`);
          const outcome = takeOnboardingStep(said, way.onboarding, { person: way.person, policies });
          if (outcome.kind !== 'taken') return;
          way = { onboarding: outcome.onboarding, person: outcome.person };
          expect(takeOnboardingStep(said, way.onboarding, { person: way.person, policies }).kind).not.toBe('taken');
        });
      }),
    );
  });
});

it('shows what contradicts itself, and settles nothing', () => {
  const at = (facts: Partial<Person>) => contradictionsIn({ ...somebody, achievements: [shown], ...facts });

  expect(at({})).toEqual([]);
  expect(at({ leftOn: '2018-03-01' })).toEqual([{ code: 'shown-after-leaving', on: '2018-04-01' }]);
  expect(at({ linkedElsewhereOn: '2018-03-01' })).toEqual([{ code: 'shown-after-link-elsewhere', on: '2018-04-01' }]);
  expect(at({ accountOn: '2018-03-02', linkedOn: '2018-03-01' })).toEqual([
    { code: 'linked-before-account', on: '2018-03-01' },
  ]);
  expect(at({ leftOn: '2018-04-01' })).toEqual([]);
});

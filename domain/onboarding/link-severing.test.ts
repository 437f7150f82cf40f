/** Severing: a newer link elsewhere ends the one here once, is taken back exactly, and never comes back after it was contested. */
import fc from 'fast-check';
import { newOnboarding, type Onboarding, type OnboardingStep, type StepFact } from './onboarding';
import { takeOnboardingStep } from './onboarding-step';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import { applyLinksElsewhere, severedOn, toldOnly, type LinksElsewhere, type LinkedPerson } from './link-severing';

const now = Date.parse('2018-06-10T12:00:00Z');
const at = '2018-06-10T12:00:00.000Z';
const policies = standardPolicies;
const kim: Person = { id: 'kim', name: 'Kim', identifiers: noIdentifiers, linkedOn: '2018-05-01', achievements: [] };
const way = (parts: Partial<Person> = {}, steps: readonly OnboardingStep[] = []): LinkedPerson => ({
  person: { ...kim, ...parts },
  onboarding: { person: 'kim', steps },
});
const whole = (...days: readonly string[]): LinksElsewhere => ({ days, isWhole: days.length > 0 });
const theirs = (kind: 'linked-elsewhere' | 'still-linked', on: string): OnboardingStep => ({
  kind,
  on,
  at,
  by: { kind: 'elsewhere' },
});
const ours = (fact: StepFact): OnboardingStep => ({ ...fact, at, by: { kind: 'admin', id: 'a1' } });
const severed = way({ linkedElsewhereOn: '2018-06-01' }, [theirs('linked-elsewhere', '2018-06-01')]);

it('severs: a fact with its day, and a step that says where it comes from', () => {
  const after = applyLinksElsewhere(way(), whole('2018-06-01'), { policies, now });

  expect(after).toEqual(severed);
  expect(severedOn(after)).toBe('2018-06-01');
});

it.each<[string, LinkedPerson, LinksElsewhere, Partial<typeof policies>?]>([
  ['a day that is no newer than ours', way(), whole('2018-05-01')],
  ['an older one', way(), whole('2018-04-01')],
  ['a day in the future', way(), whole('2018-06-11')],
  ['a link without a day of ours', { ...way(), person: { ...kim, linkedOn: undefined } }, whole('2018-06-01')],
  ['one of two learning profiles', way(), { days: ['2018-06-01'], isWhole: false }],
  ['somebody who has left', way({ leftOn: '2018-05-20' }), whole('2018-06-01')],
  [
    'somebody who is linked elsewhere already, as people here say',
    way({ linkedElsewhereOn: '2018-05-20' }),
    whole('2018-06-01'),
  ],
  ['anything where it is only told', way(), whole('2018-06-01'), { linkElsewhere: 'told' }],
  ['nothing', way(), whole()],
  [
    'a day that was contested',
    way({}, [theirs('linked-elsewhere', '2018-06-01'), ours({ kind: 'still-linked', on: '2018-06-01' })]),
    whole('2018-06-01'),
  ],
  [
    'a day before the one that was contested',
    way({}, [ours({ kind: 'still-linked', on: '2018-06-01' })]),
    whole('2018-05-30'),
  ],
])('is not severed by %s', (_, before, told, parts = {}) => {
  expect(applyLinksElsewhere(before, told, { policies: { ...policies, ...parts }, now })).toBe(before);
});

it('is severed again by a newer day than the one that was contested', () => {
  const steps = [theirs('linked-elsewhere', '2018-06-01'), ours({ kind: 'still-linked', on: '2018-06-01' })];

  expect(applyLinksElsewhere(way({}, steps), whole('2018-06-05'), { policies, now }).person.linkedElsewhereOn).toBe(
    '2018-06-05',
  );
});

it.each<[string, LinksElsewhere, string | undefined, readonly string[]]>([
  ['takes it back', whole(), undefined, ['linked-elsewhere 2018-06-01', 'still-linked 2018-06-01']],
  [
    'corrects it to a day before ours',
    whole('2018-04-01'),
    undefined,
    ['linked-elsewhere 2018-06-01', 'still-linked 2018-06-01'],
  ],
  ['corrects it', whole('2018-06-03'), '2018-06-03', ['linked-elsewhere 2018-06-01', 'linked-elsewhere 2018-06-03']],
  ['says it again', whole('2018-06-01'), '2018-06-01', ['linked-elsewhere 2018-06-01']],
  [
    'says so of one learning profile still',
    { days: ['2018-06-01'], isWhole: false },
    '2018-06-01',
    ['linked-elsewhere 2018-06-01'],
  ],
])('follows the other organisation that %s', (_, told, on, steps) => {
  const { person, onboarding } = applyLinksElsewhere(severed, told, { policies, now });

  expect(person.linkedElsewhereOn).toBe(on);
  expect(onboarding.steps.map((step) => `${step.kind} ${'on' in step ? step.on : ''}`)).toEqual(steps);
});

it('leaves what people here say, and what they import, when the others take theirs back', () => {
  const said = way({ linkedElsewhereOn: '2018-06-01' }, [
    ...severed.onboarding.steps,
    ours({ kind: 'linked-elsewhere', on: '2018-06-01' }),
  ]);
  const imported = way({ linkedElsewhereOn: '2018-05-20' }, severed.onboarding.steps);

  for (const one of [said, imported]) expect(applyLinksElsewhere(one, whole(), { policies, now })).toBe(one);
});

it.each<[string, LinkedPerson, LinksElsewhere]>([
  ['after the step', way({}, severed.onboarding.steps), whole('2018-06-01')],
  ['before the step that takes it back', way({}, severed.onboarding.steps), whole()],
])('completes what somebody was killed in: %s', (_, half, told) => {
  const from = told.days.length > 0 ? way() : severed;

  expect(applyLinksElsewhere(half, told, { policies, now })).toEqual(
    applyLinksElsewhere(from, told, { policies, now }),
  );
});

describe('contesting', () => {
  const contest = (one: LinkedPerson, on: string) =>
    takeOnboardingStep(ours({ kind: 'still-linked', on }), one.onboarding, { person: one.person, policies });

  it('takes it back, and the link elsewhere was none', () => {
    const outcome = contest(severed, '2018-06-01');

    expect(outcome).toMatchObject({ kind: 'taken', person: kim });
    expect(outcome).not.toHaveProperty('person.linkedElsewhereOn');
  });

  it.each<[string, LinkedPerson, string, object]>([
    [
      'twice',
      way({}, [...severed.onboarding.steps, ours({ kind: 'still-linked', on: '2018-06-01' })]),
      '2018-06-01',
      { kind: 'known', since: '2018-06-10' },
    ],
    ['another day than is on record', severed, '2018-05-20', { kind: 'refused', code: 'not-severed' }],
    [
      'what people here have said',
      way({ linkedElsewhereOn: '2018-06-01' }, [ours({ kind: 'linked-elsewhere', on: '2018-06-01' })]),
      '2018-06-01',
      { kind: 'refused', code: 'not-severed' },
    ],
    ['what was never so', way(), '2018-06-01', { kind: 'refused', code: 'not-severed' }],
  ])('changes nothing: %s', (_, one, on, expected) => {
    expect(contest(one, on)).toEqual(expected);
  });

  it('is one step where somebody was killed after it', () => {
    const steps = [...severed.onboarding.steps, ours({ kind: 'still-linked', on: '2018-06-01' })];
    const outcome = contest({ ...severed, onboarding: { person: 'kim', steps } }, '2018-06-01');

    expect(outcome).toMatchObject({ kind: 'taken', onboarding: { steps } });
  });
});

it('tells what may not sever', () => {
  expect(toldOnly(way(), { days: ['2018-06-01'], isWhole: false }, { policies: standardPolicies, now })).toBe(
    '2018-06-01',
  );
  expect(toldOnly(severed, whole('2018-06-01'), { policies: standardPolicies, now })).toBeUndefined();
});

const day = fc.constantFrom('2018-04-20', '2018-05-10', '2018-06-01', '2018-06-05', '2018-07-01');
const act = fc.oneof(
  fc.record({ records: fc.array(day, { maxLength: 2 }), isWhole: fc.boolean() }),
  fc.record({ contests: day }),
  fc.record({ links: day }),
);

function played(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): LinkedPerson {
  return acts.reduce<LinkedPerson>(
    (before, one) => {
      if ('records' in one)
        return applyLinksElsewhere(before, { days: one.records, isWhole: one.isWhole }, { policies, now });
      const fact: StepFact =
        'contests' in one ? { kind: 'still-linked', on: one.contests } : { kind: 'linked', on: one.links };
      const outcome = takeOnboardingStep(ours(fact), before.onboarding, { person: before.person, policies });
      return outcome.kind === 'taken' ? outcome : before;
    },
    { person: kim, onboarding: newOnboarding('kim') },
  );
}

it('is the same twice, and a contested day never severs again, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), fc.array(day, { maxLength: 2 }), (acts, days) => {
      const told = whole(...days);
      const once = applyLinksElsewhere(played(acts), told, { policies, now });

      expect(applyLinksElsewhere(once, told, { policies, now })).toBe(once);
      const on = severedOn(once);
      if (on === undefined) return;
      const outcome = takeOnboardingStep(ours({ kind: 'still-linked', on }), once.onboarding, {
        person: once.person,
        policies,
      });
      const contested = outcome as unknown as { readonly person: Person; readonly onboarding: Onboarding };
      expect(outcome.kind).toBe('taken');
      expect(applyLinksElsewhere(contested, told, { policies, now })).toBe(contested);
    }),
  );
});

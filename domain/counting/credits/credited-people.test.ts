/** Credits that begin from those of another day are equal to those judged anew, for any change between the two. */
import fc from 'fast-check';
import { creditOf } from './credit';
import { judgeCredits, type CreditContext, type JudgedCredits } from './credited-people';
import { indexCredentials, type Credential } from '../../programme/credential';
import { addDays } from '../../basics/date';
import { credential, person } from '../../fixture.case';
import type { Person } from '../../partner/people/person';
import { standardPolicies, type Policies } from '../../programme/policy';

const credentials = [
  credential('plain'),
  credential('retired', { retiredOn: '2017-12-31' }),
  credential('printed', { retiredOn: '2017-12-31', countsUntil: '2018-05-15' }),
  credential('lapsing', { kind: 'certification', validity: 'role-based' }),
  credential('foreign', { kind: 'third-party' }),
];

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2017-06-01', days));
const maybe = fc.option(day, { nil: undefined });

const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    accountOn: maybe,
    linkedOn: maybe,
    leftOn: maybe,
    linkedElsewhereOn: maybe,
    accountDeletedOn: maybe,
    achievements: fc.array(
      fc.record({
        title: fc.constantFrom('plain', 'retired', 'printed', 'lapsing', 'foreign', 'unknown'),
        completedOn: day,
        expiresOn: maybe,
        source: fc.constantFrom('test', 'claimed 1'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ achievements, ...dates }) => person('p', achievements as Person['achievements'], dates as Partial<Person>));

const anyPolicies: fc.Arbitrary<Policies> = fc
  .record({
    countingDelay: fc.constantFrom(0, 24, 240),
    retiredExamGraceMonths: fc.constantFrom(0, 12),
    skillAgeLimit: fc.constantFrom(0, 6),
    leaverDropRule: fc.constantFrom('leave-date' as const, 'official' as const),
    expiredCertificationCounts: fc.constantFrom('on' as const, 'off' as const),
    claimedAchievementCounts: fc.constantFrom('on' as const, 'off' as const),
    recognisedSources: fc.constantFrom('microsoft-only' as const, standardPolicies.recognisedSources),
  })
  .map((some) => ({ ...standardPolicies, ...some }));

/** What may be another from one day to the next. */
interface Step {
  readonly asOf: string;
  readonly retires?: number | undefined;
  readonly replaced?: { readonly at: number; readonly by: Person } | undefined;
  readonly added?: Person | undefined;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  asOf: day,
  retires: fc.option(fc.nat(credentials.length - 1), { nil: undefined }),
  replaced: fc.option(fc.record({ at: fc.nat(5), by: anyPerson }), { nil: undefined }),
  added: fc.option(anyPerson, { nil: undefined }),
});

function after(grounds: CreditContext, { asOf, retires, replaced, added }: Step): CreditContext {
  const retired = (one: Credential, at: number) => (at === retires ? { ...one, retiredOn: addDays(asOf, -1) } : one);
  const people = grounds.people.map((one, at) => (at === replaced?.at ? { ...replaced.by, id: one.id } : one));
  return {
    ...grounds,
    asOf,
    credentials: retires === undefined ? grounds.credentials : grounds.credentials.map(retired),
    people: added ? [...people, { ...added, id: `p${people.length}` }] : people,
  };
}

const seen = ({ credits, groups }: JudgedCredits) => ({ credits, groups });

it('is the same after any steps', () => {
  fc.assert(
    fc.property(
      fc.array(anyPerson, { maxLength: 6 }),
      anyPolicies,
      fc.array(anyStep, { minLength: 2, maxLength: 5 }),
      (drafts, policies, steps) => {
        const people = drafts.map((one, at) => ({ ...one, id: `p${at}` }));
        let grounds: CreditContext = { credentials, policies, people, asOf: '2017-06-01' };
        let credited = judgeCredits(grounds);
        for (const step of steps) {
          grounds = after(grounds, step);
          credited = judgeCredits(grounds, credited);
          expect(seen(credited)).toEqual(seen(judgeCredits(grounds)));
        }
      },
    ),
    { numRuns: 200 },
  );
});

/** As they would be without a timeline: each person credited alone. */
function groupedAlone({ people, credentials: named, policies, asOf }: CreditContext): readonly (readonly string[])[] {
  const index = indexCredentials(named);
  const groups = new Map<string, string[]>();
  for (const one of people) {
    const held = [...creditOf(one, index, { asOf, policies }).counted].sort().join(' ');
    if (held !== '') groups.set(held, [...(groups.get(held) ?? []), one.id]);
  }
  return [...groups].map(([held, ids]) => [held, ...ids]);
}

it('groups people by what counts of each', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 6 }), anyPolicies, day, (drafts, policies, asOf) => {
      const people = drafts.map((one, at) => ({ ...one, id: `p${at}` }));
      const grounds = { credentials, policies, people, asOf };

      expect(judgeCredits(grounds).groups.map(({ held, people: ids }) => [[...held].sort().join(' '), ...ids])).toEqual(
        groupedAlone(grounds),
      );
    }),
    { numRuns: 1_000 },
  );
});

it('uses the timeline of another day again, and makes one for other people, credentials or policies', () => {
  const people = [person('p1', ['plain']), person('p2', ['retired'])];
  const grounds = { credentials, policies: standardPolicies, people, asOf: '2018-06-01' };
  const before = judgeCredits(grounds);
  const isUsed = (next: CreditContext) => judgeCredits(next, before).timeline === before.timeline;

  expect(isUsed({ ...grounds, asOf: '2018-08-01' })).toBe(true);
  expect(isUsed({ ...grounds, people: [...people] })).toBe(false);
  expect(isUsed({ ...grounds, credentials: [...credentials] })).toBe(false);
  expect(isUsed({ ...grounds, policies: { ...standardPolicies } })).toBe(false);
});

it('groups people who bring the same, in whatever order they earned it, and leaves out who brings nothing', () => {
  const people = [
    person('p1', ['plain', 'other', 'third']),
    person('p2', ['third', 'plain', 'other']),
    person('p3', ['other']),
    person('p4', ['unknown']),
    person('p5', ['other', 'third', 'plain']),
    person('p6', ['other', 'plain']),
  ];
  const named = ['plain', 'other', 'third'].map((id) => credential(id));
  const { groups } = judgeCredits({ credentials: named, policies: standardPolicies, people, asOf: '2018-06-01' });

  expect(groups.map(({ held, people: ids }) => [[...held].sort().join(' '), ...ids])).toEqual([
    ['other plain third', 'p1', 'p2', 'p5'],
    ['other', 'p3'],
    ['other plain', 'p6'],
  ]);
});

it.each<[string, (one: Credential) => Credential, readonly string[]]>([
  ['another kind', (one) => ({ ...one, kind: 'assessment' }), ['plain']],
  ['another title', (one) => ({ ...one, titles: ['something else'] }), ['plain']],
  ['another id', (one) => ({ ...one, id: 'something else' }), ['something else']],
])('judges everyone again where a credential has %s, because a row may mean another one then', (_, change, held) => {
  const people = [person('p', ['plain'])];
  const grounds = { credentials, policies: standardPolicies, people, asOf: '2018-06-01' };
  const next = judgeCredits(
    { ...grounds, credentials: credentials.with(0, change(credentials[0]!)) },
    judgeCredits(grounds),
  );

  expect(next.groups.flatMap((group) => [...group.held])).toEqual(
    judgeCredits(next.grounds).groups.flatMap((group) => [...group.held]),
  );
  expect(next.groups.flatMap((group) => [...group.held]).length).toBeLessThanOrEqual(held.length);
});

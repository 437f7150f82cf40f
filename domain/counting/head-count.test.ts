/** How many people are on record, how many of them count, and how much of theirs has expired: today, and not for who is gone. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { credential, earned, factsOf, person, programmeOf } from '../fixture.case';
import { claimSource } from '../partner/claim';
import type { Person } from '../partner/people/person';
import { standardPolicies, type Policies } from '../programme/policy';
import { creditOf } from './credits/credit';
import { departureOf } from './credits/departure';
import { headCountOf } from './head-count';
import { indexCredentials } from '../programme/credential';

const today = '2018-06-01';
const programme = programmeOf([], {
  credentials: [
    credential('exam'),
    credential('cert', { kind: 'certification' }),
    credential('retired', { retiredOn: '2016-12-31', countsUntil: '2017-12-31' }),
  ],
});
const until = (title: string, expiresOn: string) => earned(title, { expiresOn });
const countsOf = (people: readonly Person[], policies: Partial<Policies> = {}, asOf = today) => {
  const {
    people: all,
    counting,
    lapsed,
  } = headCountOf(programme, factsOf(people, { policies: { ...standardPolicies, ...policies } }), asOf);
  return [all, counting, lapsed];
};

it.each<[string, readonly Person[], readonly [people: number, counting: number, lapsed: number]]>([
  ['nobody', [], [0, 0, 0]],
  ['somebody who has earned nothing', [person('a', [])], [1, 0, 0]],
  ['somebody who has earned nothing that the programme names', [person('a', ['Knitting'])], [1, 0, 0]],
  ['one person with two credentials', [person('a', ['exam', 'cert'])], [1, 1, 0]],
  [
    'two people who hold the same, and one who holds something else',
    ['a', 'b', 'c'].map((id) => person(id, [id === 'c' ? 'cert' : 'exam'])),
    [3, 3, 0],
  ],
  ['what is valid today for the last time', [person('a', [until('cert', today)])], [1, 1, 0]],
  ['what was valid until yesterday', [person('a', [until('cert', '2018-05-31')])], [1, 0, 1]],
  ['two that have expired', [person('a', [until('cert', '2018-05-31'), until('exam', '2018-01-01')])], [1, 0, 2]],
  ['one that has expired and one that counts', [person('a', [until('cert', '2018-05-31'), 'exam'])], [1, 1, 1]],
  [
    'one that has expired and was renewed',
    [person('a', [until('cert', '2018-05-31'), until('cert', '2019-05-31')])],
    [1, 1, 0],
  ],
  ['what has expired twice', [person('a', [until('cert', '2017-12-31'), until('cert', '2018-05-31')])], [1, 0, 1]],
  ['what is retired and counts no more, which is not expired', [person('a', ['retired'])], [1, 0, 0]],
  ['what is only claimed', [person('a', [earned('exam', { source: claimSource('1') })])], [1, 0, 0]],
  ['what is earned tomorrow', [person('a', [earned('exam', { completedOn: '2018-06-02' })])], [1, 0, 0]],
  [
    'an account that is not linked',
    [person('a', ['exam', until('cert', '2018-05-31')], { accountOn: '2018-01-01' })],
    [1, 0, 0],
  ],
  ['who leaves tomorrow', [person('a', ['exam', until('cert', '2018-05-31')], { leftOn: '2018-06-02' })], [1, 1, 1]],
  ['who leaves today', [person('a', ['exam', until('cert', '2018-05-31')], { leftOn: today })], [0, 0, 0]],
  [
    'who has linked elsewhere',
    [person('a', ['exam'], { linkedElsewhereOn: '2018-03-01' }), person('b', ['exam'])],
    [1, 1, 0],
  ],
])('of %s: people, counting, lapsed', (_, people, counts) => {
  expect(countsOf(people)).toEqual(counts);
});

it('who leaves stays where the partner counts as Microsoft does, until the account is gone and the list is refreshed', () => {
  const left = person('a', ['exam'], { leftOn: '2018-03-01' });
  const deleted = { ...left, accountDeletedOn: '2018-04-10' };
  const official = { leaverDropRule: 'official', officialRefreshDay: 5 } as const;

  expect(countsOf([left], official)).toEqual([1, 1, 0]);
  expect(countsOf([deleted], official, '2018-05-04')).toEqual([1, 1, 0]);
  expect(countsOf([deleted], official, '2018-05-05')).toEqual([0, 0, 0]);
});

it('nothing has lapsed where the partner counts what has expired', () => {
  expect(countsOf([person('a', [until('cert', '2018-05-31')])], { expiredCertificationCounts: 'on' })).toEqual([
    1, 1, 0,
  ]);
});

it('is on any day what one finds by asking of each person', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2017-06-01', days));
  const maybe = fc.option(day, { nil: undefined });
  const achievement = fc.record({
    title: fc.constantFrom('exam', 'cert', 'retired', 'Knitting'),
    completedOn: day,
    expiresOn: maybe,
    source: fc.constant('test'),
  });
  const anyone = fc.record({
    achievements: fc.array(achievement, { maxLength: 4 }),
    linkedOn: maybe,
    leftOn: maybe,
    linkedElsewhereOn: maybe,
  });
  const index = indexCredentials(programme.credentials);

  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 5 }), day, (all, asOf) => {
      const people = all.map((parts, at) => ({ ...person(`p${at}`, []), ...parts }));
      const present = people.filter((one) => !((departureOf(one, standardPolicies)?.on ?? '9999') <= asOf));
      const credits = present.map((one) => creditOf(one, index, { asOf, policies: standardPolicies }));
      const expired = credits.flatMap(({ hindered }) =>
        [...hindered.values()].filter(({ code }) => code === 'expired'),
      );

      expect(countsOf(people, {}, asOf)).toEqual([
        present.length,
        credits.filter(({ counted }) => counted.size > 0).length,
        expired.length,
      ]);
    }),
  );
});

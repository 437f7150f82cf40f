/** What is noticed: which notices are open on a day, that their keys last, and that nothing changes between notice days. */
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/date';
import { nextNoticeDay } from './notice-day';
import { deriveNotices, type NoticeFacts } from './derive-notices';
import { earned, knownOf, partner, person } from './derive-notices.case';
import type { Person } from '../partner/person';

const keysOf = (known: NoticeFacts, day: CalendarDate) => deriveNotices(known, day).map(({ key }) => key);
const ana = person('ana', [earned('p')]);
const fresh = { importedOn: '2019-02-01' };

it.each<[string, NoticeFacts, CalendarDate, readonly string[]]>([
  ['nothing while all is well', knownOf([ana], { importedOn: '2018-06-01' }), '2018-06-01', []],
  [
    'the renewal at risk where nobody will carry it',
    knownOf([person('ana', [earned('p', { expiresOn: '2018-12-31' })])], { importedOn: '2018-06-01' }),
    '2018-06-15',
    ['renewal-at-risk/silver/2019-02-14'],
  ],
  [
    'that the level itself is lost, as it comes true',
    knownOf([person('ana', [earned('p', { expiresOn: '2018-05-31' })])], { importedOn: '2018-06-01' }),
    '2018-06-15',
    ['renewal-at-risk/silver/2019-02-14', 'level-lost/first/silver/2019-02-14'],
  ],
  [
    'a level that will lapse where another carries the renewal',
    knownOf([ana, person('bo', [earned('q', { expiresOn: '2019-01-31' })])], { importedOn: '2018-06-01' }),
    '2018-06-15',
    ['level-lapses/first/gold/2019-02-14', 'level-lapses/second/silver/2019-02-14'],
  ],
  [
    'a level that is displayed and lost',
    knownOf([ana], {
      importedOn: '2018-06-01',
      partner: { ...partner, shown: [{ competency: 'first', level: 'gold', status: 'active', endsOn: '2019-02-14' }] },
    }),
    '2018-06-15',
    ['level-lost/first/gold/2019-02-14'],
  ],
  [
    'the first step of the runway',
    knownOf([ana], { importedOn: '2018-08-15' }),
    '2018-08-18',
    ['runway/2019-02-14/-180'],
  ],
  [
    'the same step a month later',
    knownOf([ana], { importedOn: '2018-09-10' }),
    '2018-09-20',
    ['runway/2019-02-14/-180'],
  ],
  ['the next step alone', knownOf([ana], { importedOn: '2018-11-10' }), '2018-11-16', ['runway/2019-02-14/-90']],
  ['the day itself', knownOf([ana], fresh), '2019-02-14', ['runway/2019-02-14/0']],
  ['the last day', knownOf([ana], { importedOn: '2019-03-01' }), '2019-03-16', ['runway/2019-02-14/30']],
  ['nothing of a renewal long missed', knownOf([ana], { importedOn: '2019-04-10' }), '2019-04-16', []],
  ['data that are too old', knownOf([ana]), '2018-03-17', ['stale-data/2018-02-10']],
  [
    'somebody whose account went elsewhere',
    knownOf([ana, person('bo', [], { linkedElsewhereOn: '2018-05-20' })], { importedOn: '2018-05-25' }),
    '2018-06-01',
    ['linked-elsewhere/bo/2018-05-20'],
  ],
  [
    'nothing of one who had left before',
    knownOf([ana, person('bo', [], { linkedElsewhereOn: '2018-05-20', leftOn: '2018-05-01' })], {
      importedOn: '2018-05-25',
    }),
    '2018-06-01',
    [],
  ],
  [
    'an association that counts',
    knownOf([person('ana', [earned('p')], { accountOn: '2018-05-01', linkedOn: '2018-05-30' })], {
      importedOn: '2018-05-30',
    }),
    '2018-06-01',
    ['counts-now/ana/2018-05-30'],
  ],
  [
    'a rule that changes for a level that is held',
    knownOf([ana, person('bo', [earned('q')])], {
      importedOn: '2019-02-20',
      partner: { ...partner, membership: { ...partner.membership!, renewedOn: ['2019-02-15'] } },
    }),
    '2019-03-01',
    ['level-lapses/second/silver/2020-02-14', 'requirement-change/second/2019-07-01'],
  ],
  [
    'a certification in its last week',
    knownOf([ana, person('bo', [earned('p', { expiresOn: '2018-06-20' })])], { importedOn: '2018-06-01' }),
    '2018-06-15',
    ['level-lapses/first/gold/2019-02-14', 'certification/bo/p/2018-06-20/7d'],
  ],
])('notices %s', (_, known, day, expected) => {
  expect(keysOf(known, day)).toEqual(expected);
});

it('names the cheapest way to mend what is at risk', () => {
  const [notice] = deriveNotices(
    knownOf([ana, person('bo', [earned('q', { expiresOn: '2019-01-31' })])], { importedOn: '2018-06-01' }),
    '2018-06-15',
  );

  expect(notice?.repair).toEqual({
    competency: 'first',
    tasks: [{ person: expect.any(String), credentials: [expect.any(String)] }],
    short: [],
  });
});

const start = '2017-06-01';
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(start, days));
const maybe = fc.option(day, { nil: undefined });
const somebody = (id: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    identifiers: fc.constant({ corpEmail: [], mcpId: [], email: [], aadUserId: [`aad-${id}`] }),
    accountOn: maybe,
    linkedOn: maybe,
    leftOn: maybe,
    linkedElsewhereOn: maybe,
    achievements: fc.array(
      fc.record({
        title: fc.constantFrom('p', 'q'),
        completedOn: day,
        expiresOn: maybe,
        source: fc.constant('test'),
      }),
      { maxLength: 2 },
    ),
  });
const anything = fc
  .record({
    people: fc.tuple(somebody('a'), somebody('b'), somebody('c')),
    membership: fc.option(
      fc.record({
        level: fc.constantFrom('silver', 'gold'),
        boughtOn: day,
        renewedOn: fc.constant([] as string[]),
      }),
      { nil: undefined },
    ),
    shown: fc.array(
      fc.record({
        competency: fc.constantFrom('first', 'second'),
        level: fc.constantFrom('silver', 'gold'),
        status: fc.constant('active' as const),
        endsOn: maybe,
      }),
      { maxLength: 1 },
    ),
    importedOn: maybe,
  })
  .map(({ people, membership, shown, importedOn }): NoticeFacts => {
    const { membership: _, ...others } = partner;
    const known = knownOf(people, { partner: { ...others, shown, ...(membership && { membership }) } });
    const { importedOn: __, ...never } = known;
    return importedOn === undefined ? never : { ...known, importedOn };
  });

it('notices the same on every day until the next notice day', () => {
  fc.assert(
    fc.property(anything, day, fc.integer({ min: 0, max: 400 }), (known, today, ahead) => {
      const next = nextNoticeDay(known, today);
      const then = addDays(today, ahead);
      fc.pre(next === undefined || then < next);

      expect(keysOf(known, then)).toEqual(keysOf(known, today));
    }),
    { numRuns: 300 },
  );
});

it('never opens two steps of one ladder, nor two notices with one key', () => {
  fc.assert(
    fc.property(anything, day, (known, today) => {
      const keys = keysOf(known, today);
      const ladders = keys
        .filter((key) => /^(?:runway|certification)/.test(key))
        .map((key) => key.slice(0, key.lastIndexOf('/')));

      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(ladders).size).toBe(ladders.length);
    }),
  );
});

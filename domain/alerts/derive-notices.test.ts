/** What is noticed: which notices are open on a day, that their keys last, and that nothing changes between notice days. */
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/date';
import { nextNoticeDay } from './next-notice-day';
import { deriveNotices } from './derive-notices';
import { type NoticeFacts } from './notice-facts';
import { earned, knownOf, partner, person, programme } from './derive-notices.case';
import type { Person } from '../partner/people/person';

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

describe('what each notice says', () => {
  const soon = { importedOn: '2018-06-01' };
  const only = (known: NoticeFacts, on: CalendarDate, rule: string) =>
    deriveNotices(known, on).filter(({ reason }) => reason.rule === rule);
  const admins = { audience: 'admins' } as const;

  it('of the renewal: the level, the day, what is at risk, and the cheapest way to mend it', () => {
    const gone = person('ana', [earned('p', { expiresOn: '2018-12-31' })]);
    const risk = {
      code: 'lapses',
      competency: 'first',
      level: 'silver',
      on: '2019-01-01',
      causes: [
        {
          code: 'credential',
          person: 'ana',
          credential: 'p',
          because: { code: 'expired', on: '2018-12-31' },
          on: '2018-12-31',
        },
      ],
    };

    expect(deriveNotices(knownOf([gone], soon), '2018-06-15')).toEqual([
      {
        key: 'renewal-at-risk/silver/2019-02-14',
        severity: 'urgent',
        ...admins,
        reason: {
          rule: 'renewal-at-risk',
          level: 'silver',
          until: '2019-02-14',
          because: 'anniversary',
          risks: [risk],
        },
        repair: { competency: 'first', tasks: [{ person: 'ana', credentials: [expect.any(String)] }], short: [] },
      },
    ]);
  });

  it('of the renewal where nobody is there to mend it: no repair', () => {
    const [notice] = only(knownOf([], soon), '2018-06-15', 'renewal-at-risk');

    expect(notice).toMatchObject({ reason: { level: 'silver', risks: [] } });
    expect(notice).not.toHaveProperty('repair');
  });

  it('of the renewal: what would mend the level of the membership, not another one', () => {
    const goldShown = { ...partner, shown: [{ competency: 'second', level: 'silver', status: 'active' as const }] };
    const people = [person('ana', [earned('p', { expiresOn: '2018-12-31' })]), person('bo', [])];
    const [notice] = only(knownOf(people, { ...soon, partner: goldShown }), '2018-06-15', 'renewal-at-risk');

    expect(notice?.repair?.competency).toBe('first');
  });

  it('of a level: how grave it is by whether it is lost or will lapse', () => {
    const people = [
      ana,
      person('bo', [earned('q', { expiresOn: '2018-05-31' })]),
      person('cy', [earned('p', { expiresOn: '2018-12-31' })]),
    ];
    const shown = [{ competency: 'second', level: 'silver', status: 'active' as const, endsOn: '2019-02-14' }];
    const told = deriveNotices(knownOf(people, { ...soon, partner: { ...partner, shown } }), '2018-06-15');

    expect(
      told.map(({ severity, audience, reason }) => [
        severity,
        audience,
        reason.rule,
        'risk' in reason && reason.risk.code,
      ]),
    ).toEqual([
      ['warning', 'admins', 'level-lapses', 'lapses'],
      ['urgent', 'admins', 'level-lost', 'lost'],
    ]);
    expect(told.map(({ repair }) => repair?.competency)).toEqual(['first', 'second']);
  });

  it('of a level at most twelve causes, because no card tells more', () => {
    const leaving = Array.from({ length: 14 }, (_, index) =>
      person(`p${index}`, [earned('p')], { leftOn: '2018-12-01' }),
    );
    const [notice] = only(knownOf(leaving, soon), '2018-06-15', 'renewal-at-risk');

    expect(
      notice?.reason.rule === 'renewal-at-risk' &&
        notice.reason.risks.map((risk) => 'causes' in risk && risk.causes.length),
    ).toEqual([12]);
  });

  it('of levels nothing before the first import', () => {
    const { importedOn: _, ...never } = knownOf([]);

    expect(deriveNotices(never, '2018-06-15')).toEqual([]);
  });

  it.each([
    ['2018-08-17', undefined],
    ['2018-08-18', ['note', -180]],
    ['2018-12-16', ['note', -60]],
    ['2019-01-15', ['warning', -30]],
    ['2019-01-30', ['warning', -15]],
    ['2019-02-14', ['urgent', 0]],
    ['2019-03-16', ['urgent', 30]],
    ['2019-04-15', ['urgent', 30]],
    ['2019-04-16', undefined],
  ])('of the way to the renewal on %s', (on, expected) => {
    const [notice] = only(knownOf([ana]), on, 'runway');

    expect(notice?.reason.rule === 'runway' ? [notice.severity, notice.reason.step] : undefined).toEqual(expected);
    if (notice)
      expect(notice).toMatchObject({ ...admins, reason: { anniversary: '2019-02-14', closes: '2019-03-16' } });
  });

  const specialized = (parts: object = {}) => ({
    ...partner,
    enrolments: [{ competency: 'first', level: 'silver', from: '2018-03-10', ...parts }],
  });
  const specializations = { ...programme, goals: 'specialization' } as const;

  it.each<[string, [string, number] | undefined]>([
    ['2018-11-09', undefined],
    ['2018-11-10', ['note', -120]],
    ['2019-01-09', ['note', -60]],
    ['2019-03-10', ['urgent', 0]],
    ['2019-04-09', ['urgent', 30]],
    ['2019-05-10', undefined],
  ])('of the way of a specialization to its own anniversary on %s', (on, expected) => {
    const told = only(knownOf([ana], { programme: specializations, partner: specialized() }), on, 'runway');
    const [notice] = told.filter(({ reason }) => reason.rule === 'runway' && reason.goal === 'first');

    expect(notice?.reason.rule === 'runway' ? [notice.severity, notice.reason.step] : undefined).toEqual(expected);
    if (notice)
      expect(notice).toMatchObject({ ...admins, reason: { anniversary: '2019-03-10', closes: '2019-04-09' } });
  });

  it.each([
    ['a designation, which is renewed with the membership', specialized(), programme],
    ['a goal that the programme does not have', specialized({ competency: 'gone' }), specializations],
  ])('of the way to an own anniversary nothing for %s', (_, own, rules) => {
    const told = only(knownOf([ana], { programme: rules, partner: own }), '2019-01-09', 'runway');

    expect(told.filter(({ reason }) => 'goal' in reason)).toEqual([]);
  });

  it('of the way to the renewal nothing before the membership is bought', () => {
    const later = { ...partner, membership: { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] } };

    expect(only(knownOf([ana], { partner: later }), '2018-02-13', 'runway')).toEqual([]);
    const { membership: _, ...without } = partner;
    expect(only(knownOf([ana], { partner: without }), '2019-02-14', 'runway')).toEqual([]);
  });

  it.each([
    ['2018-06-29', undefined],
    ['2018-06-30', ['note', 'certification/bo/p/2018-12-31/6m']],
    ['2018-10-02', ['warning', 'certification/bo/p/2018-12-31/90d']],
    ['2018-12-31', ['warning', 'certification/bo/p/2018-12-31/7d']],
    ['2019-01-01', undefined],
  ])('of a certification to its holder on %s', (on, expected) => {
    const [notice] = only(knownOf([person('bo', [earned('p', { expiresOn: '2018-12-31' })])]), on, 'certification');

    expect(notice && [notice.severity, notice.key]).toEqual(expected);
    if (notice)
      expect(notice).toMatchObject({
        audience: { person: 'bo', account: 'aad-bo' },
        reason: { rule: 'certification', person: 'bo', credential: 'p', until: '2018-12-31' },
      });
  });

  it('of a certification whether its day is computed', () => {
    const lasting = knownOf([person('bo', [earned('p', { completedOn: '2022-01-01' })])]);
    const credentials = lasting.programme.credentials.map((one) => ({ ...one, validity: 'role-based' as const }));
    const [notice] = only(
      { ...lasting, programme: { ...lasting.programme, credentials } },
      '2022-12-20',
      'certification',
    );

    expect(notice?.reason).toEqual({
      rule: 'certification',
      person: 'bo',
      credential: 'p',
      until: '2023-01-01',
      isComputed: true,
    });
  });

  it('of a retired exam nothing to its holder, who cannot renew it', () => {
    const known = knownOf([person('bo', [earned('p')])]);
    const credentials = known.programme.credentials.map((one) => ({ ...one, retiredOn: '2017-12-31' }));

    expect(only({ ...known, programme: { ...known.programme, credentials } }, '2018-12-20', 'certification')).toEqual(
      [],
    );
  });

  it.each([
    ['2018-05-30', false],
    ['2018-05-31', true],
    ['2018-06-13', true],
    ['2018-06-14', false],
  ])('of a link that counts, on %s', (on, isTold) => {
    const bo = person('bo', [earned('p'), earned('q')], { linkedOn: '2018-05-30' });
    const notice = {
      key: 'counts-now/bo/2018-05-30',
      severity: 'note',
      audience: { person: 'bo', account: 'aad-bo' },
      reason: { rule: 'counts-now', person: 'bo', since: '2018-05-31', credentials: 2, countsFor: ['first', 'second'] },
    };

    expect(only(knownOf([bo]), on, 'counts-now')).toEqual(isTold ? [notice] : []);
  });

  it.each<[string, Partial<Person>, readonly string[]]>([
    ['nothing is earned', { linkedOn: '2018-05-30' }, []],
    ['has left since', { linkedOn: '2018-05-30', leftOn: '2018-06-01' }, ['p']],
    ['was always there', {}, ['p']],
  ])('of a link nothing where the person %s', (_, parts, titles) => {
    const bo = person(
      'bo',
      titles.map((title) => earned(title)),
      parts,
    );

    expect(only(knownOf([bo]), '2018-06-02', 'counts-now')).toEqual([]);
  });

  it.each<[CalendarDate, Partial<Person>, boolean]>([
    ['2018-05-19', {}, false],
    ['2018-05-20', {}, true],
    ['2018-06-18', {}, true],
    ['2018-06-19', {}, false],
    ['2018-05-25', { leftOn: '2018-05-20' }, false],
    ['2018-05-25', { leftOn: '2018-05-21' }, true],
  ])('of a link elsewhere, on %s', (on, parts, isTold) => {
    const bo = person('bo', [], { linkedElsewhereOn: '2018-05-20', ...parts });
    const notice = {
      key: 'linked-elsewhere/bo/2018-05-20',
      severity: 'warning',
      ...admins,
      reason: { rule: 'linked-elsewhere', person: 'bo', on: '2018-05-20' },
    };

    expect(only(knownOf([bo]), on, 'linked-elsewhere')).toEqual(isTold ? [notice] : []);
  });

  it.each([
    ['2018-05-19', false],
    ['2018-05-20', true],
    ['2018-06-18', true],
    ['2018-06-19', false],
  ])('of a link elsewhere that changes nothing here, on %s', (on, isTold) => {
    const notice = {
      key: 'linked-elsewhere/bo/2018-05-20/told',
      severity: 'warning',
      ...admins,
      reason: { rule: 'linked-elsewhere', person: 'bo', on: '2018-05-20', told: true },
    };

    expect(only(knownOf([], { elsewhere: new Map([['bo', '2018-05-20']]) }), on, 'linked-elsewhere')).toEqual(
      isTold ? [notice] : [],
    );
  });

  it.each([
    ['2018-03-16', 35, false],
    ['2018-03-17', 35, true],
    ['2020-01-01', 0, false],
  ])('of old data, on %s, after %d days', (on, staleDataAfter, isTold) => {
    const known = knownOf([]);
    const facts = { ...known.facts, policies: { ...known.facts.policies, staleDataAfter } };
    const notice = {
      key: 'stale-data/2018-02-10',
      severity: 'note',
      ...admins,
      reason: { rule: 'stale-data', importedOn: '2018-02-10', days: staleDataAfter },
    };

    expect(only({ ...known, facts }, on, 'stale-data')).toEqual(isTold ? [notice] : []);
  });

  describe('of a rule that changes on 1 July 2019', () => {
    const bo = person('bo', [earned('q')]);
    const cy = person('cy', [earned('q')]);
    const told = (people: Person[], on: CalendarDate, parts: Partial<NoticeFacts> = {}) =>
      only(knownOf(people, parts), on, 'requirement-change');
    const notice = (met: boolean) => ({
      key: 'requirement-change/second/2019-07-01',
      severity: met ? 'note' : 'warning',
      ...admins,
      reason: {
        rule: 'requirement-change',
        competency: 'second',
        on: '2019-07-01',
        levels: [{ level: 'silver', met }],
      },
    });

    it('whether it will be met', () => {
      expect(told([bo], '2019-06-30')).toEqual([notice(false)]);
      expect(told([bo, cy], '2019-06-30')).toEqual([notice(true)]);
    });

    it.each([
      ['2019-01-01', 0],
      ['2019-01-02', 1],
      ['2019-06-30', 1],
      ['2019-07-01', 0],
    ])('from 180 days before to the day before: on %s', (on, count) => {
      expect(told([bo, cy], on)).toHaveLength(count);
    });

    it('only where a level is met or shown', () => {
      const shown = [{ competency: 'second', level: 'silver', status: 'active' as const }];

      expect(told([], '2019-06-01')).toEqual([]);
      expect(told([], '2019-06-01', { partner: { ...partner, shown } })).toEqual([notice(false)]);
      expect(
        told([], '2019-06-01', { partner: { ...partner, shown: [{ ...shown[0]!, competency: 'first' }] } }),
      ).toEqual([]);
    });
  });
});

/** The standing of a partner over figures, people, markets and open points of the rules. */
import fc from 'fast-check';
import {
  clause,
  competency,
  credential,
  factsOf as factsWith,
  one,
  person,
  programmeOf as programmeWith,
  requirement,
} from '../fixture.case';
import { standardPolicies, type Policies } from '../programme/policy';
import type { Competency } from '../programme/programme';
import type { Requirement } from '../programme/requirement';
import type { Override } from '../partner/override';
import { isHeld, isMetBy, standingOf } from './standing';
import type { LevelStanding } from './level-standing';
import type { Facts } from './facts';

const programmeOf = (...competencies: Competency[]) =>
  programmeWith(competencies, {
    effectiveTo: '2022-09-30',
    credentials: ['p', 'q', 'r', 's'].map((id) => credential(id)),
  });
const holder = (id: string, ...held: string[]) => person(id, held);

const factsOf = (parts: Partial<Omit<Facts, 'policies'>> & { policies?: Partial<Policies> }) =>
  factsWith([], { ...parts, policies: { ...standardPolicies, ...parts.policies } });

function levelOf(rules: Requirement[], facts: Facts, level = 'silver'): LevelStanding {
  const standing = standingOf(programmeOf(competency('c', ...rules)), facts, '2018-06-01');
  return standing.competencies[0]!.options[0]!.levels.find((one) => one.level === level)!;
}

const revenue = requirement('silver', {
  figures: [{ metric: 'revenue', atLeast: { developed: 100, developing: 50 } }],
});

it.each([
  ['developed', 99, false, 0.99],
  ['developed', 100, true, 1],
  ['developed', 500, true, 1],
  ['developing', 50, true, 1],
  ['developing', 25, false, 0.5],
  ['developed', -5, false, 0],
] as const)('in a %s market %d of revenue is met: %s', (market, value, met, progress) => {
  const figures = [{ metric: 'revenue', value, asOf: '2018-05-31', source: 'test' }];

  expect(levelOf([revenue], factsOf({ market, figures }))).toMatchObject({ met, progress });
});

it('takes the newest figure and 0 where there is none', () => {
  const figure = (value: number, asOf: string) => ({ metric: 'revenue', value, asOf, source: 'test' });
  const figures = [figure(80, '2018-05-31'), figure(120, '2018-01-31')];

  expect(levelOf([revenue], factsOf({ figures })).figures[0]).toMatchObject({ value: 80, asOf: '2018-05-31' });
  expect(levelOf([revenue], factsOf({})).figures[0]).toEqual({
    metric: 'revenue',
    value: 0,
    threshold: 100,
    met: false,
    share: 0,
  });
});

it('asks a yes of a yes-or-no metric', () => {
  const rule = requirement('silver', {
    figures: [{ metric: 'authorised', atLeast: { developed: true, developing: true } }],
  });
  const figures = [{ metric: 'authorised', value: true, asOf: '2018-05-31', source: 'test' }];

  expect(levelOf([rule], factsOf({ figures })).met).toBe(true);
  expect(levelOf([rule], factsOf({})).figures[0]).toMatchObject({ value: false, met: false });
});

it('weighs figures and people as the two steps they are', () => {
  const rule = requirement('silver', { ...revenue, alternatives: [[clause('a', 1, one('p'))]] });

  const level = levelOf([rule], factsOf({ people: [holder('p1', 'p')] }));

  expect(level).toMatchObject({ met: false, progress: 0.5 });
  expect(level.alternatives[0]).toEqual({
    met: true,
    share: 1,
    clauses: [{ id: 'a', needed: 1, counted: 1, people: ['p1'] }],
  });
});

it('gives the highest level met, and Gold does not need Silver', () => {
  const rules = [
    requirement('silver', { alternatives: [[clause('a', 1, one('q'))]] }),
    requirement('gold', { alternatives: [[clause('a', 1, one('p'))]] }),
  ];
  const facts = (policies: Partial<Policies>) => factsOf({ people: [holder('p1', 'p')], policies });
  const programme = programmeOf(competency('c', ...rules));

  expect(standingOf(programme, facts({}), '2018-06-01').competencies[0]!.level).toBe('gold');
  expect(levelOf(rules, facts({}), 'silver').met).toBe(false);
  expect(levelOf(rules, facts({ goldImpliesSilver: 'always' }), 'silver').met).toBe(true);
  expect(standingOf(programme, factsOf({}), '2018-06-01').competencies[0]!.level).toBeUndefined();
});

describe('open points of the rules', () => {
  const branches = requirement('gold', { alternatives: [[clause('a', 2, one('p'))], [clause('a', 2, one('q'))]] });
  const focus = requirement('gold', {
    alternatives: [
      [
        clause('a', 2, {
          any: [
            { focus: 'BI', all: [one('p')] },
            { focus: 'Big Data', all: [one('q')] },
          ],
        }),
      ],
    ],
  });
  const mixed = { people: [holder('p1', 'p'), holder('p2', 'q')] };

  it.each<[string, Requirement, Partial<Policies>, boolean, string[]]>([
    ['branches are not mixed', branches, {}, false, ['orBranchMixing']],
    ['branches are mixed on demand', branches, { orBranchMixing: 'on' }, true, ['orBranchMixing']],
    ['focus areas are per person', focus, {}, true, ['focusAreaScope']],
    ['focus areas are per team on demand', focus, { focusAreaScope: 'team' }, false, ['focusAreaScope']],
  ])('%s, and that this decides is said', (_, rule, policies, met, uncertain) => {
    expect(levelOf([rule], factsOf({ ...mixed, policies }), 'gold')).toMatchObject({ met, uncertain });
  });

  it('says nothing of doubts that do not decide', () => {
    const facts = factsOf({ people: [holder('p1', 'p'), holder('p2', 'p')] });

    expect(levelOf([branches], facts, 'gold')).toMatchObject({ met: true, uncertain: [] });
    expect(levelOf([focus], facts, 'gold')).toMatchObject({ met: true, uncertain: [] });
  });
});

it('says when the programme has ended', () => {
  const programme = programmeOf(competency('c', revenue));

  expect(standingOf(programme, factsOf({}), '2022-09-30').ended).toBe(false);
  expect(standingOf(programme, factsOf({}), '2022-10-01').ended).toBe(true);
});

it('is at 1 exactly when met, and the level is the highest one met', () => {
  const anyRule = fc.record({
    level: fc.constantFrom('silver', 'gold'),
    revenue: fc.integer({ min: 0, max: 3 }),
    clauses: fc.array(fc.record({ n: fc.integer({ min: 1, max: 3 }), credential: fc.constantFrom('p', 'q') }), {
      maxLength: 2,
    }),
  });
  const anyFacts = fc.record({
    people: fc.array(fc.subarray(['p', 'q']), { maxLength: 4 }),
    revenue: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyRule, { selector: ({ level }) => level }), anyFacts, (rules, known) => {
      const requirements = rules.map(({ level, revenue: amount, clauses }) =>
        requirement(level, {
          figures: [{ metric: 'revenue', atLeast: { developed: amount } }],
          alternatives:
            clauses.length === 0 ? [] : [clauses.map((each, at) => clause(`c${at}`, each.n, one(each.credential)))],
        }),
      );
      const facts = factsOf({
        people: known.people.map((held, at) => holder(`p${at}`, ...held)),
        figures: [{ metric: 'revenue', value: known.revenue, asOf: '2018-05-31', source: 'test' }],
      });
      const holders = (wanted: string) => known.people.filter((held) => held.includes(wanted)).length;
      const isMet = (rule: (typeof rules)[number]) =>
        known.revenue >= rule.revenue && rule.clauses.every(({ n, credential: wanted }) => holders(wanted) >= n);

      const [standing] = standingOf(programmeOf(competency('c', ...requirements)), facts, '2018-06-01').competencies;

      for (const rule of rules) {
        const level = standing!.options[0]!.levels.find((candidate) => candidate.level === rule.level)!;
        expect(level.met).toBe(isMet(rule));
        expect(level.progress === 1).toBe(level.met);
      }
      const met = rules.filter(isMet).map(({ level }) => level);
      expect(standing!.level).toBe(met.includes('gold') ? 'gold' : met[0]);
    }),
    { numRuns: 1000 },
  );
});

describe('an override', () => {
  const one = { any: [{ credential: 'p' }] };
  const programme = programmeOf(
    competency(
      'c',
      requirement('silver', { alternatives: [[clause('a', 1, one)]] }),
      requirement('gold', { alternatives: [[clause('a', 2, one)]] }),
    ),
  );
  const override = (level: string, until: string) => ({
    competency: 'c',
    level,
    from: '2018-06-01',
    until,
    source: 't',
  });
  const on = (day: string, ...overrides: ReturnType<typeof override>[]) => {
    const facts = { market: 'developed' as const, figures: [], people: [holder('x', 'p')], policies: standardPolicies };
    return standingOf(programme, { ...facts, overrides }, day).competencies[0]!;
  };

  it.each([
    ['before it begins', '2018-05-31', 'silver', undefined],
    ['on its first day', '2018-06-01', 'gold', 'gold'],
    ['on its last day', '2018-08-31', 'gold', 'gold'],
    ['after it', '2018-09-01', 'silver', undefined],
  ])('%s', (_, day, level, by) => {
    const standing = on(day, override('gold', '2018-08-31'));

    expect([standing.level, standing.override?.level]).toEqual([level, by]);
  });

  it('leaves people, places and progress as they are', () => {
    const { options } = on('2018-07-01');

    expect(on('2018-07-01', override('gold', '2018-08-31')).options).toEqual(options);
  });

  it('holds nothing that people hold already, and the highest of several counts', () => {
    expect(on('2018-07-01', override('silver', '2018-08-31')).override).toBeUndefined();
    expect(on('2018-07-01', override('silver', '2018-12-31'), override('gold', '2018-08-31')).level).toBe('gold');
  });
});

describe('what is met and what is held', () => {
  const silver = requirement('silver', { alternatives: [[clause('a', 1, one('p'))]] });
  const gold = requirement('gold', { alternatives: [[clause('a', 2, one('p'))]] });
  const override = { competency: 'c', level: 'gold', until: '2018-12-31', source: 't' };
  const [standing] = standingOf(
    programmeOf(competency('c', silver, gold)),
    factsOf({ people: [holder('x', 'p')], overrides: [override] }),
    '2018-06-01',
  ).competencies;

  it('an override holds its level without anybody meeting it', () => {
    expect([isMetBy(standing!, 'silver'), isMetBy(standing!, 'gold')]).toEqual([true, false]);
    expect([isHeld(standing!, 'silver'), isHeld(standing!, 'gold')]).toEqual([true, true]);
  });

  it('one option that meets the level is enough', () => {
    const empty = { ...standing!.options[0]!, levels: [] };

    expect(isMetBy({ options: [empty, standing!.options[0]!] }, 'silver')).toBe(true);
    expect(isMetBy({ options: [empty] }, 'silver')).toBe(false);
  });

  it('an override of another competency holds nothing here, and the highest counts wherever it stands', () => {
    const on = (...overrides: Override[]) =>
      standingOf(programmeOf(competency('c', silver, gold)), factsOf({ overrides }), '2018-06-01').competencies[0]!
        .level;

    expect(on({ ...override, competency: 'd' })).toBeUndefined();
    expect(on(override, { ...override, level: 'silver' })).toBe('gold');
    expect(on({ ...override, level: 'silver' }, override)).toBe('gold');
  });
});

describe('the progress of a level', () => {
  it('of nothing that is asked is all of it', () => {
    expect(levelOf([requirement('silver')], factsOf({}))).toMatchObject({ met: true, progress: 1 });
  });

  it('in people is that of the nearest branch', () => {
    const rule = requirement('silver', { alternatives: [[clause('a', 4, one('p'))], [clause('a', 2, one('p'))]] });

    expect(levelOf([rule], factsOf({ people: [holder('x', 'p')] })).progress).toBe(0.5);
  });
});

describe('a level above that is met', () => {
  const rules = [
    requirement('silver', { alternatives: [[clause('a', 1, one('q'))]] }),
    requirement('gold', { alternatives: [[clause('a', 1, one('p'))]] }),
  ];
  const met = (policies: Partial<Policies>, ...people: ReturnType<typeof holder>[]) =>
    ['silver', 'gold'].map((level) => {
      const { met: isMet, progress } = levelOf(rules, factsOf({ people, policies }), level);
      return [isMet, progress];
    });

  it.each<[Policies['goldImpliesSilver'], unknown]>([
    [
      'always',
      [
        [true, 1],
        [true, 1],
      ],
    ],
    [
      'membership-only',
      [
        [false, 0],
        [true, 1],
      ],
    ],
    [
      'never',
      [
        [false, 0],
        [true, 1],
      ],
    ],
  ])('%s implies the one below', (goldImpliesSilver, expected) => {
    expect(met({ goldImpliesSilver }, holder('x', 'p'))).toEqual(expected);
  });

  it('is never implied by the one below', () => {
    expect(met({ goldImpliesSilver: 'always' }, holder('x', 'q'))).toEqual([
      [true, 1],
      [false, 0],
    ]);
    expect(met({ goldImpliesSilver: 'always' })).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });
});

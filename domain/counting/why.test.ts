/** One reason for every person who does not count, and the nearest candidates for every gap. */
import { assign } from './assignment';
import type { Credit } from './credits/credit';
import type { Expression } from '../programme/expression';
import { gapsIn } from './gap';
import { noIdentifiers, type Person } from '../partner/people/person';
import type { Alternative, Clause } from '../programme/requirement';
import type { AlternativeStanding } from './level-standing';
import { whyOf } from './why';

const one = (credential: string): Expression => ({ credential });
const person = (id: string, achievements = 1): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: Array.from({ length: achievements }, () => ({ title: 'x', completedOn: '2018-01-01', source: 'test' })),
});
const credit = (id: string, counted: string[], parts: Partial<Credit> = {}): Credit => ({
  person: person(id),
  counted: new Set(counted),
  hindered: new Map(),
  ...parts,
});
const clause = (id: string, n: number, each: Expression, ties: Partial<Clause> = {}): Clause => ({
  id,
  n,
  each,
  apart: [],
  ...ties,
});

function standingFor(branch: Alternative, credits: readonly Credit[]): AlternativeStanding {
  const chosen = assign(
    branch,
    credits.map(({ person: { id }, counted }) => ({ held: counted, people: [id] })),
  );
  const clauses = branch.map(({ id, n }, at) => ({ id, needed: n, counted: chosen[at]!.length, people: chosen[at]! }));
  return { met: clauses.every(({ needed, counted }) => needed === counted), share: 0, clauses };
}

/** DevOps in small: two people with both exams, one of them with a third. */
const devops: Alternative = [
  clause('a', 2, { all: [one('496'), one('498')] }),
  clause('b', 1, { any: [one('497'), one('PSM')] }, { within: 'a' }),
];

const expired = { code: 'expired', on: '2018-01-31' } as const;

it.each<[string, Credit, unknown]>([
  ['serves where enough others do', credit('x', ['496', '498']), { code: 'spare', clauses: ['a'] }],
  [
    'serves only where it must be one of others',
    credit('x', ['PSM', '496']),
    { code: 'outside', clause: 'b', within: 'a', missing: ['498'] },
  ],
  ['holds a part', credit('x', ['496']), { code: 'incomplete', missing: ['498'] }],
  ['holds nothing named', credit('x', ['999']), { code: 'nothing-named' }],
  ['has earned nothing', { ...credit('x', []), person: person('x', 0) }, { code: 'no-achievements' }],
  [
    'has left',
    credit('x', [], { hindrance: { code: 'left', on: '2018-05-01' }, hindered: new Map([['496', expired]]) }),
    { code: 'left', on: '2018-05-01' },
  ],
  [
    'would serve but for an expiry',
    credit('x', ['496'], { hindered: new Map([['498', expired]]) }),
    { code: 'credential-hindered', credential: '498', because: expired },
  ],
  [
    'would be one of the others but for an expiry',
    credit('x', [], { hindered: new Map([['497', expired]]) }),
    { code: 'credential-hindered', credential: '497', because: expired },
  ],
])('somebody who %s', (_, newcomer, reason) => {
  const credits = [credit('p1', ['496', '498']), credit('p2', ['496', '498', '497']), newcomer];

  const why = whyOf(devops, standingFor(devops, credits), credits);

  expect(why.counting.map(({ person: { id }, clauses }) => [id, ...clauses])).toEqual([
    ['p1', 'a'],
    ['p2', 'a', 'b'],
  ]);
  expect(why.notCounting).toEqual([{ person: newcomer.person, reason }]);
});

it('lists those nearest to counting first', () => {
  const credits = [
    credit('nothing', ['999']),
    credit('spare', ['496', '498']),
    credit('part', ['496']),
    credit('p1', ['496', '498']),
    credit('p2', ['496', '498', '497']),
  ];

  const why = whyOf(devops, standingFor(devops, credits), credits);

  expect(why.notCounting.map(({ reason }) => reason.code)).toEqual(['incomplete', 'spare', 'nothing-named']);
});

describe('gaps', () => {
  it('name the people with the least to do, with all that the place asks', () => {
    const credits = [
      credit('p1', ['496', '498']),
      credit('p2', ['496']),
      credit('p3', ['497']),
      credit('p4', ['999']),
      credit('p5', ['496'], { hindrance: { code: 'left', on: '2018-01-01' } }),
    ];

    const gaps = gapsIn(devops, standingFor(devops, credits), credits);

    expect(gaps.map(({ clause: { id }, places }) => [id, places])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(gaps[0]!.candidates.map(({ person: { id }, missing }) => [id, ...missing])).toEqual([['p2', '498']]);
    expect(gaps[1]!.candidates.map(({ person: { id }, missing }) => [id, ...missing])).toEqual([
      ['p1', '497'],
      ['p2', '497', '498'],
      ['p3', '496', '498'],
    ]);
  });

  it('do not propose somebody who is needed where nobody else may stand', () => {
    const crm: Alternative = [
      clause('a', 1, one('714')),
      clause('c', 1, { all: [one('712'), one('713')] }, { apart: ['a'] }),
    ];
    const credits = [credit('p1', ['714', '712'])];

    const [gap] = gapsIn(crm, standingFor(crm, credits), credits);

    expect(gap).toMatchObject({ clause: { id: 'c' }, candidates: [] });
  });

  it('are none where the branch is met', () => {
    const credits = [credit('p1', ['496', '498']), credit('p2', ['496', '498', '497'])];

    expect(gapsIn(devops, standingFor(devops, credits), credits)).toEqual([]);
  });
});

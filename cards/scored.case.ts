/** A fictitious programme whose goals are scores, for tests and goldens: a track that counts and one that is set aside. */
import type { Credential } from '../domain/programme/credential';
import { readFraction } from '../domain/basics/fraction';
import { joined } from '../domain/programme/joined-programme';
import { noIdentifiers, type Person } from '../domain/partner/people/person';
import { standardPolicies } from '../domain/programme/policy';
import type { Option, Programme } from '../domain/programme/programme';
import type { ScoreMetric } from '../domain/programme/score';
import { programme as example, setting, type Situation } from './fixture.case';

const source = 'Harbour guide 2024, page 3';
const asOf = '2024-03-01';
const points = (text: string) => readFraction(text)!;
const one = (credential: string) => ({ credential });

const credential = (id: string, title: string): Credential => ({
  id,
  kind: 'certification',
  titles: [title],
  activityIds: [],
  validity: 'role-based',
  source,
});

const figures: readonly ScoreMetric[] = [
  {
    id: 'customers',
    of: points('30'),
    figures: [{ metric: 'net-customers', points: points('10') }],
    steps: [],
    mayBeZero: false,
  },
  {
    id: 'growth',
    of: points('30'),
    figures: [
      { metric: 'growth-percent', points: points('1'), baseline: { metric: 'consumption', atLeast: 1000 } },
      { metric: 'more-users', points: points('30/4000') },
    ],
    steps: [],
    mayBeZero: false,
  },
];

const skilling = (gate: number): readonly ScoreMetric[] => [
  {
    id: 'skilling',
    of: points('40'),
    figures: [],
    steps: [
      { id: '1', n: gate, each: one('keeper'), points: points('0'), after: [] },
      { id: '2', n: gate, each: one('pilot'), points: points('0'), after: ['1'] },
      {
        id: '3',
        each: { any: [one('lamp'), one('radio'), one('radar')] },
        points: points('40/6'),
        after: ['1', '2'],
      },
    ],
    mayBeZero: false,
  },
];

const option = (id: string, en: string, gate: number): Option => ({
  id,
  names: { en },
  associations: [],
  requirements: [
    {
      level: 'partner',
      effectiveFrom: '2024-01-01',
      figures: [],
      alternatives: [],
      score: { atLeast: points('70'), of: points('100'), metrics: [...figures, ...skilling(gate)] },
      source,
    },
  ],
});

export const scoredProgramme: Programme = {
  id: 'harbour',
  names: {
    en: 'Harbour programme',
    'zh-CN': '港口计划',
    'zh-TW': '港口計劃',
    'ru-RU': 'Программа гавани',
    'pt-BR': 'Programa do porto',
  },
  edition: '2024-1',
  effectiveFrom: '2024-01-01',
  levels: [
    {
      id: 'partner',
      names: {
        en: 'Harbour Partner',
        'zh-CN': '港口合作伙伴',
        'zh-TW': '港口合作夥伴',
        'ru-RU': 'Партнер гавани',
        'pt-BR': 'Parceiro do porto',
      },
    },
  ],
  policies: standardPolicies,
  associations: {},
  metrics: [
    { id: 'net-customers', names: { en: 'Net new customers' }, unit: 'customers', source },
    { id: 'growth-percent', names: { en: 'Growth of consumption' }, unit: 'percent', source },
    { id: 'more-users', names: { en: 'More active users' }, unit: 'users', source },
    { id: 'consumption', names: { en: 'Consumption, 12 months' }, unit: 'USD', source },
    { id: 'ships', names: { en: 'Ships' }, unit: 'services', source },
  ],
  scoreMetrics: [
    {
      id: 'customers',
      names: {
        en: 'Net customer adds',
        'zh-CN': '净新增客户数',
        'zh-TW': '淨新增客戶數',
        'ru-RU': 'Чистый прирост клиентов',
        'pt-BR': 'Adições líquidas de clientes',
      },
    },
    {
      id: 'growth',
      names: {
        en: 'Usage growth',
        'zh-CN': '使用量增长',
        'zh-TW': '使用量成長',
        'ru-RU': 'Рост использования',
        'pt-BR': 'Crescimento do uso',
      },
    },
    {
      id: 'skilling',
      names: { en: 'Skilling', 'zh-CN': '技能', 'zh-TW': '技能', 'ru-RU': 'Навыки', 'pt-BR': 'Qualificação' },
    },
  ],
  credentials: [
    credential('keeper', 'Light Keeper'),
    credential('pilot', 'Harbour Pilot'),
    credential('lamp', 'Lamp Specialist'),
    credential('radio', 'Radio Specialist'),
    credential('radar', 'Radar Specialist'),
  ],
  competencies: [
    {
      id: 'harbour-light',
      names: {
        en: 'Harbour Light',
        'zh-CN': '港口灯塔',
        'zh-TW': '港口燈塔',
        'ru-RU': 'Портовый маяк',
        'pt-BR': 'Farol do porto',
      },
      otherNames: [],
      source,
      choice: [
        { option: 'large', when: [{ metric: 'ships', atLeast: 5 }] },
        { option: 'small', when: [] },
      ],
      options: [option('large', 'Large harbours', 4), option('small', 'Small harbours', 2)],
    },
    {
      id: 'coast',
      names: { en: 'Coast', 'zh-CN': '海岸', 'zh-TW': '海岸', 'ru-RU': 'Побережье', 'pt-BR': 'Costa' },
      otherNames: [],
      source,
      options: [option('coast', 'Coast', 1)],
    },
  ],
};

const person = (id: string, name: string, ...held: string[]): Person => ({
  id,
  name,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2023-11-20', source: 'import-1' })),
});

/** Two stand at each gate of the small harbours, three give points; one more holds nothing that is asked for. */
const crew: readonly Person[] = [
  person('ana', 'Ana Lima', 'keeper', 'pilot'),
  person('boris', 'Boris Orlov', 'keeper', 'lamp'),
  person('chen', 'Chen Wei', 'pilot', 'radio', 'radar'),
  person('dana', 'Dana Fox', 'radar'),
  person('eli', 'Eli Stone', 'Knitting'),
];

export const scored: Situation = {
  setting: { ...setting, programme: scoredProgramme, partner: { ...setting.partner, programme: 'harbour' } },
  asOf,
  facts: {
    market: 'developed',
    policies: standardPolicies,
    figures: [
      { metric: 'net-customers', value: 2, asOf: '2024-02-15', source: 'import-2' },
      { metric: 'growth-percent', value: 12, asOf: '2024-02-15', source: 'import-2' },
      { metric: 'consumption', value: 900, asOf: '2024-02-15', source: 'import-2' },
    ],
    people: crew,
  },
};

/** The other example and this one, as a partner follows both. */
export const bothProgrammes = joined([example, scoredProgramme]);

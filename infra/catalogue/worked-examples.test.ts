/** The worked examples of the sources (designations.md 2.5), from people and figures to points, through the whole standing. */
import { fractionText, zero } from '../../domain/basics/fraction';
import type { Figure } from '../../domain/partner/figure';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { competencyOf } from '../../domain/programme/programme';
import { standingOf } from '../../domain/counting/standing';
import { builtInProgramme } from './load';

const programme = builtInProgramme('designations');
const architect = 'Microsoft Certified: Azure Solutions Architect Expert';
const administrator = 'Azure Administrator Associate';
const engineer = 'Microsoft Certified: Azure Data Engineer Associate';
const security = 'Azure Security Engineer Associate';
const operations = 'Microsoft Certified: Security Operations Analyst Associate';
const cyber = 'Cybersecurity Architect Expert';

/** What people hold, by what they are called: `{ AB: ['X'] }` says that A and B hold X. */
type Cast = Readonly<Record<string, readonly string[]>>;

function peopleOf(cast: Cast): readonly Person[] {
  const held = new Map<string, string[]>();
  for (const [names, titles] of Object.entries(cast))
    for (const name of names) held.set(name, [...(held.get(name) ?? []), ...titles]);
  return [...held].map(([id, titles]) => ({
    id,
    name: id,
    identifiers: noIdentifiers,
    achievements: titles.map((title) => ({ title, completedOn: '2023-06-15', source: 'test' })),
  }));
}

interface Example {
  readonly area: string;
  readonly asOf: string;
  readonly cast?: Cast;
  readonly figures?: Readonly<Record<string, number>>;
}

function pointsIn({ area, asOf, cast = {}, figures = {} }: Example, metric: string): string {
  const only = { ...programme, competencies: [competencyOf(programme, area)!] };
  const known = Object.entries(figures).map(([id, value]): Figure => ({ metric: id, value, asOf, source: 'test' }));
  const facts = { market: 'developed' as const, policies: programme.policies, people: peopleOf(cast), figures: known };
  const [level] = standingOf(only, facts, asOf).competencies[0]!.options.find(({ id }) => id === 'enterprise')!.levels;
  return fractionText(level!.score!.metrics.find(({ id }) => id === metric)?.points ?? zero);
}

const intermediate = 'skilling-intermediate';
const summer = '2023-10-01';
const winter = '2023-12-01';

it.each<[string, Example, string, string]>([
  [
    'A, B step 1; C, D step 2; E, F, G step 3',
    { area: 'data-and-ai', asOf: summer, cast: { AB: [architect], CD: [administrator], EFG: [engineer] } },
    intermediate,
    '12',
  ],
  [
    'A, B hold all three steps',
    { area: 'data-and-ai', asOf: summer, cast: { AB: [architect, administrator, engineer] } },
    intermediate,
    '8',
  ],
  [
    'A, B steps 1 and 3, nobody step 2',
    { area: 'data-and-ai', asOf: summer, cast: { AB: [architect, engineer] } },
    intermediate,
    '0',
  ],
  [
    '… as soon as two people hold step 2',
    { area: 'data-and-ai', asOf: summer, cast: { AB: [architect, engineer], CD: [administrator] } },
    intermediate,
    '8',
  ],
  [
    'A step 1; B, C steps 2 and 3',
    { area: 'data-and-ai', asOf: summer, cast: { A: [architect], BC: [administrator, engineer] } },
    intermediate,
    '0',
  ],
  [
    '… as soon as a second person holds step 1',
    { area: 'data-and-ai', asOf: summer, cast: { AD: [architect], BC: [administrator, engineer] } },
    intermediate,
    '8',
  ],
  [
    'A, B step 1; C, D step 2',
    {
      area: 'digital-and-app-innovation',
      asOf: summer,
      cast: { AB: [administrator], CD: ['Azure Developer Associate'] },
    },
    intermediate,
    '8',
  ],
  [
    'A, B step 1; C, D step 2',
    {
      area: 'infrastructure',
      asOf: summer,
      cast: { AB: [administrator], CD: ['Microsoft Certified: Azure Network Engineer Associate'] },
    },
    intermediate,
    '8',
  ],
  [
    'before December, A step 1, B step 2, C step 3',
    {
      area: 'security',
      asOf: '2023-11-30',
      cast: { A: [security], B: ['Microsoft 365 Security Administrator Associate'], C: [cyber] },
    },
    intermediate,
    '20/3',
  ],
  [
    'from December, A, B step 1; C, D step 2; E, F, G step 3',
    { area: 'security', asOf: winter, cast: { AB: [security], CD: [operations], EFG: [cyber] } },
    intermediate,
    '20',
  ],
  [
    'from December, A, B hold all three steps',
    { area: 'security', asOf: winter, cast: { AB: [security, operations, cyber] } },
    intermediate,
    '40/3',
  ],
  [
    'usage: +2,000 (DPOR), +1,500 (CPOR)',
    {
      area: 'modern-work',
      asOf: summer,
      figures: { 'modern-work-usage-growth-dpor': 2000, 'modern-work-usage-growth-cpor': 1500 },
    },
    'usage-growth',
    '30',
  ],
  [
    'usage: +2,000 (DPOR) alone',
    { area: 'modern-work', asOf: summer, figures: { 'modern-work-usage-growth-dpor': 2000 } },
    'usage-growth',
    '15',
  ],
  [
    'deployments: 4 (DPOR), 3 (CPOR)',
    {
      area: 'modern-work',
      asOf: summer,
      figures: { 'modern-work-deployments-dpor': 4, 'modern-work-deployments-cpor': 3 },
    },
    'deployments',
    '15',
  ],
])('%s', (_, example, metric, points) => {
  expect(pointsIn(example, metric)).toBe(points);
});

it('before December operations counts in step 3, too, and from then on it does not', () => {
  const cast = { A: [security, operations], B: [security, operations] };

  expect(pointsIn({ area: 'security', asOf: '2023-11-30', cast }, intermediate)).toBe('40/3');
  expect(pointsIn({ area: 'security', asOf: winter, cast }, intermediate)).toBe('0');
});

it('meets a goal that is reached exactly, from figures that are worked out from others', () => {
  const expert = 'Cybersecurity Architect Expert';
  const people = peopleOf({ a: ['cloud-and-ai-security-engineer-associate', operations], abcd: [expert] });
  const figure = (metric: string, value: number): Figure => ({ metric, value, asOf: '2026-11-01', source: 'test' });
  const figures = [
    figure('security-azure-net-customer-adds', 5),
    figure('security-azure-deployments-smb', 2),
    figure('security-azure-usage-growth-smb', 2500),
  ];
  const only = { ...programme, competencies: [competencyOf(programme, 'security')!] };
  const recent = people.map((one) => ({
    ...one,
    achievements: one.achievements.map((row) => ({ ...row, completedOn: '2026-08-01' })),
  }));
  const facts = { market: 'developed' as const, policies: programme.policies, people: recent, figures };
  const { level, options } = standingOf(only, facts, '2026-11-10').competencies[0]!;
  const [smb] = options.find(({ id }) => id === 'smb')!.levels;

  expect(fractionText(smb!.score!.points)).toBe('70');
  expect(level).toBe('solutions-partner');
});

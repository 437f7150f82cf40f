/** Cases worked out by hand over the real competency rules, above all those where taking the first suitable person fails. */
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { standardPolicies, type Policies } from '../../domain/programme/policy';
import type { MarketClass } from '../../domain/programme/requirement';
import { standingOf } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { builtInProgramme } from './load';

const programme = builtInProgramme('competencies');

type Cast = Record<string, string[]>;

interface Question {
  readonly competency: string;
  readonly option?: string;
  readonly level: string;
  readonly on?: string;
  readonly market?: MarketClass;
  readonly figures?: Record<string, number | boolean>;
  readonly policies?: Partial<Policies>;
}

const people = (held: Cast): Person[] =>
  Object.entries(held).map(([id, credentials]) => ({
    id,
    name: id,
    identifiers: noIdentifiers,
    achievements: credentials.map((title) => ({ title, completedOn: '2017-03-01', source: 'test' })),
  }));

function levelOf(held: Cast, { competency, option, level, on = '2018-06-01', ...known }: Question): LevelStanding {
  const figures = Object.entries(known.figures ?? {}).map(([metric, value]) => ({
    metric,
    value,
    asOf: on,
    source: 'test',
  }));
  const facts = {
    market: known.market ?? 'developed',
    figures,
    people: people(held),
    policies: { ...standardPolicies, ...known.policies },
  };
  const standing = standingOf(programme, facts, on).competencies.find(({ id }) => id === competency)!;
  const chosen = standing.options.find(({ id }) => option === undefined || id === option)!;
  return chosen.levels.find((candidate) => candidate.level === level)!;
}

const peopleMet = (held: Cast, question: Question) => levelOf(held, question).alternatives.some(({ met }) => met);

const many = (count: number, credentials: string[], prefix = 'p'): Cast =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index + 1}`, credentials]));

const crm: Question = { competency: 'cloud-customer-relationship-management', level: 'silver' };
const devops: Question = { competency: 'devops', level: 'gold' };
const communications: Question = { competency: 'communications', level: 'silver' };
const messaging: Question = { competency: 'messaging', level: 'silver' };
const erp2017: Question = { competency: 'enterprise-resource-planning', level: 'silver', on: '2017-08-01' };
const cba: Question = {
  competency: 'cloud-business-applications',
  option: 'enterprise-customer-engagement',
  level: 'silver',
};
const emm: Question = { competency: 'enterprise-mobility-management', option: 'enterprise-partner', level: 'silver' };
const cloudPlatform: Question = { competency: 'cloud-platform', level: 'gold' };
const dataAnalytics: Question = { competency: 'data-analytics', option: 'data-analytics-specialist', level: 'gold' };

const erpExams = ['MB6-890', 'MB6-892', 'MB6-893', 'MB6-705', '70-462'];
const fourForDevops = { ...many(3, ['70-496', '70-498']), p4: ['70-496', '70-498', '70-497'] };
const tenForApplications = { ...many(5, ['MB2-715', 'MB2-716']), ...many(5, ['MB2-717'], 'q') };

it.each<[string, Cast, Question, boolean]>([
  [
    'Cloud CRM where the first suitable person must be left for the last clause',
    { p1: ['MB2-714', 'MB2-710', 'MB2-712'], p2: ['MB2-714', 'MB2-710'] },
    crm,
    true,
  ],
  ['Cloud CRM by one person alone', { p1: ['MB2-714', 'MB2-710', 'MB2-712'] }, crm, false],
  ['Cloud CRM with the two exams of one place split', { p1: ['MB2-714'], p2: ['MB2-710', 'MB2-712'] }, crm, false],
  ['DevOps Gold with one of the two testers outside the four', { ...fourForDevops, p5: ['X-PSM-I'] }, devops, false],
  [
    'DevOps Gold with both testers among the four',
    { ...fourForDevops, p3: ['70-496', '70-498', 'X-PSM-I'] },
    devops,
    true,
  ],
  [
    'DevOps Gold where the fifth replaces one of the four',
    { ...fourForDevops, p5: ['70-496', '70-498', 'X-PMI-ACP'] },
    devops,
    true,
  ],
  [
    'Communications by exams and by certification',
    { p1: ['70-334', '70-333'], p2: ['C-MCSE-Productivity', 'A-PracticalGuidanceVoiceFramework'] },
    communications,
    true,
  ],
  [
    'Communications with the assessment outside the two',
    { p1: ['70-334', '70-333'], p2: ['C-MCSE-Productivity'], p3: ['A-PracticalGuidanceVoiceFramework'] },
    communications,
    false,
  ],
  ['Messaging over two branches', { p1: ['70-347', '70-345'], p2: ['C-MCSE-Productivity'] }, messaging, false],
  [
    'Messaging over two branches, mixed',
    { p1: ['70-347', '70-345'], p2: ['C-MCSE-Productivity'] },
    { ...messaging, policies: { orBranchMixing: 'on' } },
    true,
  ],
  [
    'ERP of 2017 with four exams at one person',
    { p1: erpExams, ...Object.fromEntries([2, 3, 4, 5].map((n) => [`p${n}`, ['MB6-890']])) },
    erp2017,
    false,
  ],
  ['ERP of 2017 with one exam each', Object.fromEntries(erpExams.map((exam, at) => [`p${at}`, [exam]])), erp2017, true],
  [
    'ERP of 2017 by an exchange along all five',
    Object.fromEntries(erpExams.map((exam, at) => [`p${at}`, at === 0 ? [exam] : [erpExams[at - 1]!, exam]])),
    erp2017,
    true,
  ],
  ['Business Applications by other people', tenForApplications, cba, true],
  [
    'Business Applications by other people under the rule of 2017',
    tenForApplications,
    { ...cba, on: '2017-08-01' },
    false,
  ],
  [
    'Business Applications by the same people under the rule of 2017',
    many(5, ['MB2-715', 'MB2-716', 'MB2-717']),
    { ...cba, on: '2017-08-01' },
    true,
  ],
  ['Enterprise Mobility by the same two', many(2, ['A-EMSOverview', 'A-CloudAppSecurity']), emm, true],
  [
    'Enterprise Mobility by two pairs',
    { ...many(2, ['A-EMSOverview']), ...many(2, ['A-CloudAppSecurity'], 'q') },
    emm,
    false,
  ],
  ['Cloud Platform with an exam and an assessment', { p1: ['70-533'], p2: ['A-CloudPlatform'] }, cloudPlatform, false],
  ['Cloud Platform with two different exams', { p1: ['70-533'], p2: ['C-MCSA-LinuxOnAzure'] }, cloudPlatform, true],
  ['Cloud Platform with two exams of one person', { p1: ['70-533', '70-532'] }, cloudPlatform, false],
  ['Cloud Platform with a retired exam in its grace', { p1: ['70-533'], p2: ['70-534'] }, cloudPlatform, true],
  [
    'Cloud Platform with a retired exam after its grace',
    { p1: ['70-533'], p2: ['70-534'] },
    { ...cloudPlatform, on: '2019-01-01' },
    false,
  ],
  [
    'Data Analytics with two focus areas',
    {
      p1: ['70-767', '70-768', 'A-DataAnalyticsFoundational'],
      p2: ['70-475', '70-775', 'A-DataAnalyticsFoundational'],
    },
    dataAnalytics,
    true,
  ],
  [
    'Data Analytics with two focus areas where the team needs one',
    {
      p1: ['70-767', '70-768', 'A-DataAnalyticsFoundational'],
      p2: ['70-475', '70-775', 'A-DataAnalyticsFoundational'],
    },
    { ...dataAnalytics, policies: { focusAreaScope: 'team' } },
    false,
  ],
  [
    'Data Analytics with half of two focus areas',
    { p1: ['70-767', '70-774', 'A-DataAnalyticsFoundational'] },
    { ...dataAnalytics, level: 'silver' },
    false,
  ],
])('%s', (_, held, question, expected) => {
  expect(peopleMet(held, question)).toBe(expected);
});

it.each<[string, Question, boolean]>([
  [
    'Cloud Platform Silver in a developed market',
    { ...cloudPlatform, level: 'silver', figures: { azure_consumption_usd_12m: 12_000 } },
    false,
  ],
  [
    'Cloud Platform Silver in a developing market',
    { ...cloudPlatform, level: 'silver', market: 'developing', figures: { azure_consumption_usd_12m: 12_000 } },
    true,
  ],
  [
    'Cloud Platform Gold is the same in every market',
    { ...cloudPlatform, market: 'developing', figures: { azure_consumption_usd_12m: 99_999 } },
    false,
  ],
  [
    'Enterprise Mobility with both figures',
    { ...emm, figures: { new_ems_customers_12m: 3, ems_active_entitlements: 500 } },
    true,
  ],
  [
    'Enterprise Mobility with one figure short',
    { ...emm, figures: { new_ems_customers_12m: 3, ems_active_entitlements: 499 } },
    false,
  ],
])('%s', (_, question, expected) => {
  const everything = { ...many(4, ['A-EMSOverview', 'A-CloudAppSecurity', '70-533']) };

  expect(levelOf(everything, question).met).toBe(expected);
});

it('knows no Silver of ERP since 2018, and Gold by figures alone', () => {
  const gold: Question = {
    ...erp2017,
    level: 'gold',
    on: '2018-06-01',
    figures: { gross_licence_revenue_usd_year: 175_000 },
  };

  expect(levelOf({}, { ...gold, level: 'silver' })).toBeUndefined();
  expect(levelOf({}, gold)).toMatchObject({ met: true, progress: 1, alternatives: [] });
});

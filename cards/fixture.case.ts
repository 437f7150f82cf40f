/** A fictitious company in a fictitious programme: every view of it, made by the domain as the bot makes it, for one day. */
import { achievementLinesOf } from '../domain/counting/achievement-line';
import { plannedWork } from '../domain/planning/credential-work';
import type { FactChange } from '../domain/partner/correction';
import { creditOf } from '../domain/counting/credits/credit';
import { type Credential, indexCredentials } from '../domain/programme/credential';
import type { CalendarDate } from '../domain/basics/date';
import { expiringWithin } from '../domain/planning/expiring';
import type { Expression } from '../domain/programme/expression';
import { bestAlternative, gapsIn } from '../domain/counting/gap';
import type { ImportRecord } from '../domain/partner/import-record';
import { depthOf, keyPeopleOf } from '../domain/counting/key-people';
import type { LocalizedName } from '../domain/basics/locale';
import type { OnboardingStanding } from '../domain/onboarding/onboarding-state';
import type { Partner } from '../domain/partner/partner';
import { type Person, noIdentifiers } from '../domain/partner/people/person';
import { standardPolicies } from '../domain/programme/policy';
import type { Competency, Option, Programme } from '../domain/programme/programme';
import { findAlternativePlans } from '../domain/planning/alternative-plan';
import type { Alternative, Clause, Requirement, Threshold } from '../domain/programme/requirement';
import { jointPlan, findLevelPaths } from '../domain/planning/level-path';
import { standingOf } from '../domain/counting/standing';
import { creditPeople } from '../domain/counting/kept-credits';
import type { Facts } from '../domain/counting/facts';
import { type Event, evaluateWhatIf, supposedLapses } from '../domain/planning/what-if';
import { whyOfScore } from '../domain/counting/score-why';
import { whyOf } from '../domain/counting/why';
import type { CardSetting } from './contract/view';
import type { OnboardView } from './contract/onboarding-view';
import type { ChangeState } from './contract/view';
import type { CompetencyView } from './standing/competency-card';
import type { CorrectionView } from './records/correction-card';
import type { ExpiringView } from './outlook/expiring-card';
import type { ImportPlanView } from './records/import-plan-card';
import type { KeyPeopleView } from './standing/key-people-card';
import type { OverviewView } from './standing/overview-card';
import type { PeopleView } from './standing/people-card';
import type { PersonView } from './standing/person-card';
import type { PlanView } from './outlook/plan-card';
import type { ReachView } from './outlook/reach-card';
import type { RequirementsView } from './standing/requirements-card';
import type { WhatIfView } from './outlook/what-if-card';
import type { WhyView } from './standing/why-card';
import type { FunnelView } from './onboarding/funnel-card';
import type { HoldersView } from './standing/holders-card';

const source = 'programme-guide.md@2018-03';
const since = '2018-03-19';

const names = (en: string, cn: string, tw: string, ru: string, pt: string): LocalizedName => ({
  en,
  'zh-CN': cn,
  'zh-TW': tw,
  'ru-RU': ru,
  'pt-BR': pt,
});

const credential = (id: string, title: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [title],
  activityIds: [],
  validity: 'unlimited',
  source,
  ...parts,
});

const credentials: readonly Credential[] = [
  credential('90-101', 'Implementing a Data Warehouse'),
  credential('90-102', 'Developing Data Models'),
  credential('90-103', 'Analyzing Big Data'),
  credential('90-104', 'Cloud Data Science with Machine Learning'),
  credential('A-Data', 'Technical Assessment Data Foundational', { kind: 'assessment' }),
  credential('A-Reports', 'Technical Assessment Reporting & Dashboards', { kind: 'assessment' }),
  credential('90-201', 'Implementing Cloud Infrastructure Solutions'),
  credential('90-202', 'Architecting Cloud Solutions', { retiredOn: '2017-12-31', countsUntil: '2018-12-31' }),
  credential('90-203', 'Developing Cloud Solutions'),
  credential('90-204', 'Cloud Administration', { retiredOn: '2016-12-31' }),
  credential('C-Cloud', 'Certified Cloud Administrator', { kind: 'certification', validity: 'role-based' }),
  credential('90-301', 'Team Server Administration'),
  credential('90-302', 'Delivering Continuous Value'),
  credential('90-303', 'Software Testing'),
  credential('X-Scrum', 'Certified Scrum Master', { kind: 'third-party' }),
];

const one = (id: string): Expression => ({ credential: id });
const any = (...ids: string[]): Expression => ({ any: ids.map(one) });
const all = (...ids: string[]): Expression => ({ all: ids.map(one) });
const focus = (name: string, ...ids: string[]): Expression => ({ all: ids.map(one), focus: name });

const clause = (id: string, n: number, each: Expression, ties: Partial<Clause> = {}): Clause => ({
  id,
  n,
  each,
  apart: [],
  ...ties,
});

const requirement = (level: string, alternatives: readonly Alternative[], figures: Threshold[] = []): Requirement => ({
  level,
  effectiveFrom: since,
  figures,
  alternatives,
  source,
});

const option = (id: string, title: LocalizedName, requirements: readonly Requirement[]): Option => ({
  id,
  names: title,
  associations: requirements.some(({ figures }) => figures.length > 0) ? ['DPOR', 'Transacting'] : [],
  requirements,
});

const competency = (id: string, title: LocalizedName, options: readonly Option[]): Competency => ({
  id,
  names: title,
  otherNames: [],
  options,
  source,
});

const specialty: Expression = {
  any: [focus('Business Intelligence', '90-101', '90-102'), focus('Advanced Analytics', '90-103', '90-104')],
};

const dataAnalytics = competency(
  'data-analytics',
  names('Data Analytics', '数据分析', '資料分析', 'Аналитика данных', 'Análise de Dados'),
  [
    option(
      'specialist',
      names('Specialist option', '专家选项', '專家選項', 'Вариант «Специалист»', 'Opção Especialista'),
      [
        requirement('silver', [[clause('a', 1, specialty), clause('b', 1, one('A-Data'), { within: 'a' })]]),
        requirement('gold', [[clause('a', 2, specialty), clause('b', 2, one('A-Data'), { within: 'a' })]]),
      ],
    ),
    option('reports', names('Reports option', '报表选项', '報表選項', 'Вариант «Отчеты»', 'Opção Relatórios'), [
      requirement(
        'silver',
        [[clause('a', 1, one('A-Reports'))]],
        [{ metric: 'seats', atLeast: { developed: 250, developing: 250 } }],
      ),
      requirement(
        'gold',
        [[clause('a', 2, one('A-Reports'))]],
        [{ metric: 'seats', atLeast: { developed: 1000, developing: 1000 } }],
      ),
    ]),
  ],
);

const cloud = competency(
  'cloud-platform',
  names('Cloud Platform', '云平台', '雲端平台', 'Облачная платформа', 'Plataforma de Nuvem'),
  [
    option(
      'consumption',
      names('Consumption option', '消耗量选项', '使用量選項', 'Вариант «Потребление»', 'Opção Consumo'),
      [
        requirement(
          'silver',
          [[clause('a', 1, one('C-Cloud'))], [clause('a', 1, any('90-201', '90-202', '90-203', '90-204'))]],
          [{ metric: 'consumption', atLeast: { developed: 15000, developing: 10000 } }],
        ),
        requirement(
          'gold',
          [[clause('a', 3, one('C-Cloud'))], [clause('a', 3, any('90-201', '90-202', '90-203', '90-204'))]],
          [
            { metric: 'consumption', atLeast: { developed: 100000, developing: 100000 } },
            { metric: 'authorised', atLeast: { developed: true, developing: true } },
          ],
        ),
      ],
    ),
  ],
);

const devops = competency('devops', names('DevOps', 'DevOps', 'DevOps', 'Разработка и эксплуатация', 'DevOps'), [
  option('team', names('Team option', '团队选项', '團隊選項', 'Вариант «Команда»', 'Opção Equipe'), [
    requirement('silver', [
      [clause('a', 2, all('90-301', '90-302')), clause('b', 1, any('90-303', 'X-Scrum'), { within: 'a' })],
    ]),
    requirement('gold', [
      [clause('a', 4, all('90-301', '90-302')), clause('b', 2, any('90-303', 'X-Scrum'), { within: 'a' })],
    ]),
  ]),
]);

const crm = competency(
  'crm',
  names(
    'Customer Relationships',
    '客户关系管理',
    '客戶關係管理',
    'Отношения с клиентами',
    'Relacionamento com o Cliente',
  ),
  [
    option('reseller', names('Reseller option', '经销商选项', '經銷商選項', 'Вариант «Реселлер»', 'Opção Revenda'), [
      requirement('silver', [
        [
          clause('a', 1, any('90-101', '90-103')),
          clause('b', 1, one('90-302'), { apart: ['a'] }),
          clause('c', 2, one('A-Data')),
        ],
      ]),
      requirement('gold', [
        [
          clause('a', 2, any('90-101', '90-103')),
          clause('b', 2, one('90-302'), { apart: ['a'] }),
          clause('c', 6, one('A-Data')),
        ],
      ]),
    ]),
  ],
);

const licences = competency(
  'licences',
  names('Licence Sales', '许可证销售', '授權銷售', 'Продажа лицензий', 'Venda de Licenças'),
  [
    option('sales', names('Sales option', '销售选项', '銷售選項', 'Вариант «Продажи»', 'Opção Vendas'), [
      requirement('gold', [], [{ metric: 'customers', atLeast: { developed: 25, developing: 25 } }]),
    ]),
  ],
);

export const programme: Programme = {
  id: 'sample',
  names: names(
    'Sample partner programme',
    '示例合作伙伴计划',
    '範例合作夥伴計劃',
    'Пример партнерской программы',
    'Programa de parceiros de exemplo',
  ),
  edition: '2018-03',
  effectiveFrom: '2017-07-18',
  effectiveTo: '2022-09-30',
  checkedOn: '2018-04-30',
  benefits: [
    { code: 'offers', source: 'Sample guide' },
    { code: 'referrals', source: 'Sample guide' },
    { code: 'silver-profile', level: 'silver', source: 'Sample guide' },
    { code: 'gold-profile', level: 'gold', source: 'Sample guide' },
    { code: 'silver-rights', level: 'silver', source: 'Sample guide' },
    { code: 'silver-fee', level: 'silver', source: 'Sample guide' },
    { code: 'gold-fee', level: 'gold', usd: 4730, source: 'Sample guide' },
    { code: 'gold-includes', level: 'gold', source: 'Sample guide' },
    { code: 'gold-upgrade', level: 'gold', source: 'Sample guide' },
    { code: 'payment', source: 'Sample guide' },
    { code: 'one-each', source: 'Sample guide' },
    { code: 'ends', source: 'Sample guide' },
  ],
  levels: [
    { id: 'silver', names: names('Silver', '银牌', '銀級', 'Silver', 'Silver') },
    { id: 'gold', names: names('Gold', '金牌', '金級', 'Gold', 'Gold') },
  ],
  policies: standardPolicies,
  associations: { DPOR: 'Digital Partner of Record', Transacting: 'Transacting Partner' },
  metrics: [
    {
      id: 'seats',
      names: names(
        'Seats deployed',
        '部署的席位数',
        '已部署基座計數',
        'Развернутые рабочие места',
        'Assentos implantados',
      ),
      unit: 'seats',
      source,
    },
    {
      id: 'consumption',
      names: names('Azure consumption', 'Azure 消耗量', 'Azure 使用量', 'Потребление Azure', 'Consumo do Azure'),
      unit: 'USD',
      source,
    },
    {
      id: 'authorised',
      names: names(
        'Authorised reseller',
        '授权经销商',
        '授權經銷商',
        'Авторизованный реселлер',
        'Revendedor autorizado',
      ),
      unit: 'yes-no',
      source,
    },
    {
      id: 'customers',
      names: names(
        'New customer additions',
        '新增客户数',
        '新客戶增長',
        'Добавление новых клиентов',
        'Novas adições de cliente',
      ),
      unit: 'customers',
      source,
    },
  ],
  credentials,
  competencies: [dataAnalytics, cloud, devops, crm, licences],
};

interface Parts {
  readonly earned: Readonly<Record<string, CalendarDate>>;
  readonly known?: Partial<Person>;
}

function person(id: string, name: string, { earned, known }: Parts): Person {
  const achievements = Object.entries(earned).map(([title, completedOn]) => ({
    title,
    completedOn,
    source: 'import-1',
  }));
  return { id, name, identifiers: noIdentifiers, achievements, ...known };
}

export const people: readonly Person[] = [
  person('ana', 'Ana Souza', {
    earned: {
      '90-101': '2017-02-14',
      '90-102': '2017-05-02',
      'A-Data': '2018-01-15',
      'Azure Administrator Associate': '2018-05-04',
    },
  }),
  person('boris', 'Борис Петров', {
    earned: { '90-301': '2016-04-01', '90-302': '2016-06-20', 'X-Scrum': '2017-11-03', 'A-Data': '2018-02-01' },
  }),
  person('chen', '陈伟', { earned: { '90-301': '2017-03-09', '90-302': '2017-03-30', 'A-Reports': '2018-01-10' } }),
  person('dana', 'Dana Okafor', { earned: { '90-301': '2018-02-20', '90-103': '2017-08-08' } }),
  person('emil', 'Emil Nowak', { earned: { '90-202': '2017-06-01', '90-201': '2017-07-01' } }),
  person('fay', 'Fay Lindqvist', { earned: { '90-204': '2016-05-05', '90-303': '2017-01-20' } }),
  person('gus', 'Gus Marino', { earned: { 'C-Cloud': '2015-10-01', '90-203': '2018-05-31' } }),
  person('hana', '佐藤 花', {
    earned: { '90-301': '2017-10-10', '90-302': '2017-10-11', '90-303': '2017-10-12' },
    known: { leftOn: '2018-04-30' },
  }),
  person('ivo', 'Ivo Barros', { earned: { '90-303': '2017-09-09' }, known: { accountOn: '2018-01-10' } }),
  person('jo', 'Jo Weber', { earned: { 'A-Reports': '2018-03-03' }, known: { linkedElsewhereOn: '2018-05-15' } }),
  person('kim', 'Kim Adler', { earned: { 'Azure Data Engineer Associate': '2018-04-01' } }),
  person('lea', 'Lea Moreau', { earned: {} }),
];

const asOf: CalendarDate = '2018-06-01';

export const facts: Facts = {
  market: 'developed',
  figures: [
    { metric: 'consumption', value: 62_500, asOf: '2018-05-31', source: 'import-2' },
    { metric: 'seats', value: 180, asOf: '2018-05-31', source: 'import-2' },
    { metric: 'authorised', value: false, asOf: '2018-05-31', source: 'import-2' },
  ],
  people,
  policies: standardPolicies,
};

const partner: Partner = {
  tenant: 't1',
  name: 'Alderbrook Systems',
  programme: 'sample',
  market: 'developed',
  policies: {},
  admins: [],
  shown: [],
};

const newestImport: ImportRecord = {
  id: '1',
  kind: 'training-completions',
  file: 'Export_trainings_Lifetime.csv',
  contentHash: '',
  importedAt: '2018-05-31T09:30:00.000Z',
  importedBy: 'admin',
  rows: 28,
  people: { new: 12, changed: 0, unchanged: 0 },
  achievements: { new: 28, unchanged: 0, removed: 0 },
  rejected: 0,
};

export const setting: CardSetting = { programme, partner, newestImport, seesNames: true };

/** What a view is made of; everything may be replaced. */
export interface Situation {
  readonly setting: CardSetting;
  readonly facts: Facts;
  readonly asOf: CalendarDate;
}

export const situation: Situation = { setting, facts, asOf };

/** The overview of a situation. */
export function overviewOf({ setting, facts, asOf }: Situation = situation, page = 1): OverviewView {
  const index = indexCredentials(setting.programme.credentials);
  const achievements = facts.people.flatMap((one) => one.achievements);
  return {
    ...setting,
    standing: standingOf(setting.programme, facts, asOf),
    page,
    achievements: achievements.length,
    unnamedAchievements: achievements.filter((achievement) => !index(achievement)).length,
  };
}

/** One competency of a situation, by its place in the programme. */
export function competencyOf({ setting, facts, asOf }: Situation = situation, at = 0): CompetencyView {
  const { programme } = setting;
  const standing = standingOf(programme, facts, asOf);
  const { credits } = creditPeople(programme, facts, asOf);
  const competency = programme.competencies[at]!;
  return {
    ...setting,
    asOf,
    ended: standing.ended,
    competency,
    standing: standing.competencies[at]!,
    options: competency.options.map((option, index) => ({
      option,
      levels: standing.competencies[at]!.options[index]!.levels.map((level) => {
        const best = bestAlternative(level);
        const gaps = best === undefined ? [] : gapsIn(level.branches[best]!, level.alternatives[best]!, credits);
        return { standing: level, gaps };
      }),
    })),
    people: new Map(facts.people.map((one) => [one.id, one])),
  };
}

/** What the rules ask for one competency. */
export function requirementsOf({ setting, asOf }: Situation = situation, at = 0): RequirementsView {
  return { ...setting, asOf, ended: false, competency: setting.programme.competencies[at]! };
}

interface Place {
  readonly competency: number;
  readonly option: number;
  readonly level: string;
  readonly page?: number;
}

/** Why a level of an option stands where it does; nothing where the option has no such level. */
export function whyIn(
  { setting, facts, asOf }: Situation,
  { competency: at, option: way, level, page = 1 }: Place,
): WhyView | undefined {
  const { programme } = setting;
  const standing = standingOf(programme, facts, asOf);
  const competency = programme.competencies[at]!;
  const found = standing.competencies[at]!.options[way]!.levels.find((one) => one.level === level);
  if (!found) return undefined;
  const branch = bestAlternative(found);
  const { credits } = creditPeople(programme, facts, asOf);
  const { score } = found.requirement;
  const why = score
    ? whyOfScore(score, found.score!, credits)
    : branch === undefined
      ? { counting: [], notCounting: [] }
      : whyOf(found.branches[branch]!, found.alternatives[branch]!, credits);
  return {
    ...setting,
    asOf,
    ended: standing.ended,
    competency,
    option: competency.options[way]!,
    standing: found,
    ...(branch !== undefined && { branch }),
    why,
    ...(setting.newestImport && { fed: setting.newestImport }),
    page,
  };
}

/** Everyone, with what they count for. */
export function peopleOf({ setting, facts, asOf }: Situation = situation, page = 1): PeopleView {
  const standing = standingOf(setting.programme, facts, asOf);
  const countsFor = (id: string) =>
    standing.competencies
      .filter(({ options }) =>
        JSON.stringify(options.map(({ levels }) => levels.map((level) => level.alternatives))).includes(`"${id}"`),
      )
      .map((one) => one.id);
  const { credits } = creditPeople(setting.programme, facts, asOf);
  return {
    ...setting,
    asOf,
    page,
    people: credits.map((credit) => ({ person: credit.person, credit, countsFor: countsFor(credit.person.id) })),
  };
}

/** One person and what they have earned. */
export function personOf(at: Situation = situation, index = 0): PersonView {
  const { setting, facts, asOf } = at;
  const line = peopleOf(at).people[index]!;
  const credentialOf = indexCredentials(setting.programme.credentials);
  const credit = creditOf(line.person, credentialOf, { asOf, policies: facts.policies });
  return {
    ...setting,
    asOf,
    line,
    achievements: achievementLinesOf({ ...line, credit }, { credentials: setting.programme.credentials, asOf }),
  };
}

/** What would be after these events. */
export function whatIfOf({ setting, facts, asOf }: Situation, events: readonly Event[]): WhatIfView {
  const outcome = evaluateWhatIf(setting.programme, facts, { today: asOf, events });
  return {
    ...setting,
    events,
    outcome,
    repairs: outcome.changes.flatMap(({ competency, before: level }) => {
      const target = level === undefined ? undefined : { competency, level };
      return target
        ? [{ ...target, roads: findAlternativePlans(target, { ...outcome.then, asOf: outcome.asOf }, 3) }]
        : [];
    }),
    lapses: supposedLapses(setting.programme, facts, { today: asOf, events }),
    people: new Map(facts.people.map((one) => [one.id, one])),
  };
}

/** The ways to a level of one competency, by its place in the programme. */
export function planOf({ setting, facts, asOf }: Situation, at: number, level: string): PlanView {
  const competency = setting.programme.competencies[at]!;
  const target = { competency: competency.id, level };
  const roads = findLevelPaths(target, { programme: setting.programme, facts, asOf });
  const planned = roads[0] && plannedWork(roads[0], { programme: setting.programme, facts, asOf });
  return {
    ...setting,
    asOf,
    competency,
    target,
    roads,
    ...(planned && { planned }),
    tasks: [],
    mayAsk: false,
    people: new Map(facts.people.map((one) => [one.id, one])),
  };
}

/** The best way to one level of every competency. */
export function reachOf({ setting, facts, asOf }: Situation, level: string): ReachView {
  const start = { programme: setting.programme, facts, asOf };
  const roads = setting.programme.competencies.flatMap(({ id }) =>
    findLevelPaths({ competency: id, level }, start).slice(0, 1),
  );
  const joint = jointPlan(roads, start);
  return {
    ...setting,
    asOf,
    remedies: [],
    roads,
    ...(joint && { joint }),
    people: new Map(facts.people.map((one) => [one.id, one])),
  };
}

/** Who may not leave, for all levels that are met: of one competency with how many people each place could lose, or of all. */
export function keyPeopleIn({ setting, facts, asOf }: Situation, at?: number): KeyPeopleView {
  const { programme } = setting;
  const { groups } = creditPeople(programme, facts, asOf);
  const competency = at === undefined ? undefined : programme.competencies[at]!;
  const met = standingOf(programme, facts, asOf).competencies.flatMap(({ id, options }) =>
    options.flatMap(({ id: option, levels }) => levels.map((level) => ({ id, option, level }))),
  );
  return {
    ...setting,
    asOf,
    ...(competency && { competency }),
    levels: met
      .filter(({ id, level }) => level.met && (!competency || competency.id === id))
      .map(({ id, option, level }) => {
        const branch = competency && level.branches[bestAlternative(level) ?? 0];
        const told = branch ? { option, branch, depth: depthOf(branch, groups) } : { depth: [] };
        return { competency: id, level: level.level, keys: keyPeopleOf(level, groups), ...told };
      }),
    people: new Map(facts.people.map((one) => [one.id, one])),
  };
}

/** What stops counting within so many days. */
export function expiringOf({ setting, facts, asOf }: Situation, days: number): ExpiringView {
  const entries = expiringWithin(setting.programme, facts, { today: asOf, days });
  return { ...setting, asOf, days, entries, page: 1 };
}
/** Who holds these credentials. */
export function holdersOf({ setting, facts, asOf }: Situation, credentials: readonly string[]): HoldersView {
  const known = setting.programme.credentials;
  const holders = creditPeople(setting.programme, facts, asOf)
    .credits.map((credit) => ({
      credit,
      lines: achievementLinesOf({ person: credit.person, credit }, { credentials: known, asOf }).filter(
        ({ credential }) => credential && credentials.includes(credential.id),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  return { ...setting, asOf, credentials, least: 1, holders, page: 1 };
}

/** A correction about one person, or about a figure, with what it does to the levels. */
export function correctionOf(change: FactChange, state: ChangeState, index = 0): CorrectionView {
  const person = people[index]!;
  return {
    ...setting,
    asOf,
    state,
    change,
    ...('person' in change && { person }),
    ...(change.kind === 'left' && { creditLostOn: change.after, official: { ifDeletedOn: '2018-08-10' } }),
    ...(change.kind === 'completed' && { countsFrom: '2018-06-02' }),
    effect: {
      asOf: '2018-07-01',
      changes: [{ competency: 'data-analytics', before: 'gold', after: 'silver' }],
      points: [],
      singlePoints: 1,
    },
    ...(state === 'wanted' && { confirm: { ask: 'undo' } }),
    ...(state === 'recorded' && { undo: { ask: 'undo', correction: '1' } }),
  };
}

/** Where Kim stands on the way, after these steps. */
export function onboardOf(standing: OnboardingStanding, parts: Partial<OnboardView> = {}): OnboardView {
  const person = people.find(({ id }) => id === 'kim')!;
  return {
    ...setting,
    self: 'kim',
    seesNames: false,
    asOf,
    person,
    standing,
    steps: [],
    countsFor: [],
    linksLeft: 2,
    contradictions: [],
    isSelf: true,
    isAdmin: false,
    policies: standardPolicies,
    ...parts,
  };
}

/** Everybody of whom somebody should know, from the most to the least pressing. */
export const funnel: FunnelView = {
  ...setting,
  asOf,
  counts: [
    { state: 'invited', count: 4 },
    { state: 'waiting', count: 1 },
    { state: 'stuck', count: 1 },
    { state: 'counts', count: 9 },
  ],
  unreachable: 1,
  accountless: [people[11]!, people[10]!, people[5]!, people[4]!].map((one, index) => ({
    person: one,
    standing: { state: 'invited', since: `2018-05-${String(20 + index)}`, checks: 0 },
    contradictions: [],
    isReminded: false,
  })),
  needing: [
    {
      person: people[0]!,
      standing: { state: 'stuck', since: '2018-05-20', checks: 3, trouble: { cause: 'second-profile' } },
      contradictions: [],
      isReminded: false,
    },
    {
      person: people[9]!,
      standing: { state: 'linked-elsewhere', since: '2018-05-15', checks: 0 },
      contradictions: [{ code: 'shown-after-link-elsewhere', on: '2018-05-20' }],
      isReminded: false,
    },
    {
      person: people[11]!,
      standing: { state: 'invited', since: '2018-05-02', checks: 0 },
      contradictions: [],
      isReminded: true,
    },
  ],
  remindable: [people[0]!.id],
  page: 1,
};
/** A training export that changes something, with rows that cannot be read, and something that is gone. */
export function importPlanOf(): ImportPlanView {
  const finding = { line: 12, column: 'TrainingCompletionDate', value: '31/31/2018', args: {} };
  const lost = { title: '90-101', completedOn: '2017-05-02', source: 'import-1' };
  return {
    ...setting,
    asOf,
    pending: '1',
    file: 'Export_trainings_Lifetime_123456.csv',
    kind: 'training-completions',
    rows: 173,
    items: { new: 2, changed: 3, unchanged: 40 },
    achievements: { new: 12, unchanged: 160 },
    rejected: [{ ...finding, code: 'not-a-date' }],
    warnings: [{ ...finding, line: 40, column: '', value: '', code: 'mcpid-only', args: { mcpId: '2784412' } }],
    gone: [{ person: people[0]!, achievements: [lost] }],
    effect: {
      asOf,
      changes: [{ competency: 'data-analytics', before: 'silver', after: 'gold' }],
      stays: [{ competency: 'cloud', before: 'silver', after: 'silver' }],
      newSinglePoints: [{ competency: 'data-analytics', level: 'gold', person: 'ana' }],
    },
    effectOfGone: {
      asOf,
      changes: [{ competency: 'data-analytics', before: 'silver', after: undefined }],
      stays: [],
      newSinglePoints: [],
    },
    facts: 'a1',
    isEmpty: false,
    isChangedSince: false,
  };
}

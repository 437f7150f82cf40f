/** The designations say what their sources say: tracks and dated rules, points that sum to 100, titles, and worked examples. */
import { chosenAmong } from '../../domain/counting/chosen-option';
import { countedUntilOf } from '../../domain/counting/credits/retirement';
import { indexCredentials } from '../../domain/programme/credential';
import { credentialsIn, satisfies } from '../../domain/programme/expression';
import { figureFor, type Figure } from '../../domain/partner/figure';
import { sumOf, valueOf } from '../../domain/basics/fraction';
import { locales } from '../../domain/basics/locale';
import { isReached, scoreStanding } from '../../domain/counting/points';
import { standardPolicies, type Policies } from '../../domain/programme/policy';
import { requirementInForce, type Option } from '../../domain/programme/programme';
import { stepsOf, type Score, type ScoreMetric } from '../../domain/programme/score';
import { builtInProgramme } from './load';

const programme = builtInProgramme('designations');
const { competencies, credentials, metrics } = programme;
const options = competencies.flatMap((competency) => competency.options);
const rules = options.flatMap((option) => option.requirements);
const level = 'solutions-partner';
const areas = competencies.map(({ id }) => id);

const areaOf = (id: string) => competencies.find((competency) => competency.id === id)!;
const trackOf = (area: string, track: string) => areaOf(area).options.find(({ id }) => id === track)!;
const credentialOf = (id: string) => credentials.find((credential) => credential.id === id)!;

function scoreOf(area: string, track: string, date: string): Score {
  return requirementInForce(trackOf(area, track), level, date)!.score!;
}

function metricOf(score: Score, id: string): ScoreMetric {
  return score.metrics.find((metric) => metric.id === id)!;
}

describe('the whole', () => {
  it('has the six areas, one level and two tracks each', () => {
    expect(areas.sort()).toEqual(
      // prettier-ignore
      ['business-applications', 'data-and-ai', 'digital-and-app-innovation', 'infrastructure', 'modern-work', 'security'],
    );
    expect(programme.levels.map(({ id }) => id)).toEqual([level]);
    for (const competency of competencies)
      expect(competency.options.map(({ id }) => id)).toEqual(['enterprise', 'smb']);
  });

  it('holds from 2022-10-03 on, with the renewal window from the anniversary on', () => {
    expect(programme).toMatchObject({ edition: '2026-08', effectiveFrom: '2022-10-03' });
    expect(programme).not.toHaveProperty('effectiveTo');
    expect(programme.policies).toEqual({ ...standardPolicies, renewalWindow: 'anniversary' });
  });

  it('names no certification, no association and no metric that nothing uses', () => {
    const asked = rules.flatMap(({ score }) => stepsOf(score!).flatMap(({ step }) => credentialsIn(step.each)));

    expect(new Set(asked)).toEqual(new Set(credentials.map(({ id }) => id)));
    expect(new Set(options.flatMap(({ associations }) => associations))).toEqual(
      new Set(Object.keys(programme.associations)),
    );
    expect(new Set(metricsInUse())).toEqual(new Set(metrics.map(({ id }) => id)));
  });

  /** The monthly consumption value is there to be looked at: the growth and the deployments are measured in it. */
  function metricsInUse(): readonly string[] {
    const scored = rules.flatMap(({ score }) => score!.metrics.flatMap(({ figures }) => figures));
    const direct = [
      ...scored.flatMap(({ metric, baseline }) => [metric, ...(baseline ? [baseline.metric] : [])]),
      ...competencies.flatMap(({ choice = [] }) => choice.flatMap(({ when }) => when.map(({ metric }) => metric))),
      'business-apps-mcv',
    ];
    return [...direct, ...direct.flatMap((id) => Object.keys(metrics.find((one) => one.id === id)?.weights ?? {}))];
  }

  it('says of everything who says so', () => {
    const page = /^(snapshots\/)?[a-z0-9-]+\.md@[0-9a-f]{8}/;

    for (const { source } of [...credentials, ...metrics, ...competencies, ...rules]) expect(source).toMatch(page);
  });

  it.each(
    [programme, ...programme.levels, ...programme.scoreMetrics!, ...metrics, ...competencies, ...options].map(
      ({ id, names }) => [id, names] as const,
    ),
  )('%s has a name in every language', (_, names) => {
    expect(Object.keys(names).sort()).toEqual([...locales].sort());
  });

  it('gives no name to two areas', () => {
    const keys = competencies.flatMap(({ id, names, otherNames }) => [
      ...new Set([id, ...Object.values(names), ...otherNames].map((name) => name.normalize('NFKC').toLowerCase())),
    ]);

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('prerequisites', () => {
  it.each([
    ['azure-solutions-architect-expert', ['azure-administrator-associate']],
    ['devops-engineer-expert', ['azure-administrator-associate', 'azure-developer-associate']],
    [
      'power-platform-solution-architect-expert',
      ['power-platform-functional-consultant-associate', 'power-platform-developer-associate'],
    ],
    [
      'cybersecurity-architect-expert',
      [
        'azure-security-engineer-associate',
        'identity-and-access-administrator-associate',
        'microsoft-365-security-administrator-associate',
        'security-operations-analyst-associate',
      ],
    ],
    [
      'enterprise-administrator-expert',
      [
        'endpoint-administrator-associate',
        'teams-administrator-associate',
        'identity-and-access-administrator-associate',
        'information-protection-administrator-associate',
      ],
    ],
    [
      'supply-chain-management-functional-consultant-expert',
      ['supply-chain-management-functional-consultant-associate'],
    ],
    [
      'finance-and-operations-apps-solution-architect-expert',
      [
        'finance-functional-consultant-associate',
        'supply-chain-management-functional-consultant-associate',
        'finance-and-operations-apps-developer-associate',
      ],
    ],
  ])('%s asks for one of %j', (id, expected) => {
    const { requires } = credentialOf(id);

    expect(credentialsIn(requires!)).toEqual(expected);
    for (const one of expected) expect(satisfies(new Set([one]), requires!)).toBe(true);
  });

  it('are those of experts only', () => {
    const asking = credentials.filter(({ requires }) => requires).map(({ id }) => id);

    expect(asking).toHaveLength(7);
    expect(asking.every((id) => id.endsWith('-expert'))).toBe(true);
  });
});

describe('dated rules', () => {
  const azure = ['2023-06-13', '2026-05-08'];
  const business = ['2023-06-13', '2023-07-01', '2023-12-01', '2026-05-08'];

  it.each([
    ['data-and-ai', 'enterprise', azure, undefined],
    ['data-and-ai', 'smb', ['2026-05-08'], '2026-05-08'],
    ['infrastructure', 'enterprise', azure, undefined],
    ['infrastructure', 'smb', ['2026-05-08'], '2026-05-08'],
    ['digital-and-app-innovation', 'enterprise', azure, undefined],
    ['digital-and-app-innovation', 'smb', ['2026-05-08'], '2026-05-08'],
    ['business-applications', 'enterprise', business, undefined],
    ['business-applications', 'smb', business, undefined],
    ['modern-work', 'enterprise', ['2023-06-12', '2026-05-08'], undefined],
    ['modern-work', 'smb', ['2023-06-12', '2026-05-08'], undefined],
    ['security', 'enterprise', ['2023-06-13', '2023-12-01', '2026-05-08'], undefined],
    ['security', 'smb', ['2026-05-08'], '2026-05-08'],
  ])('of %s, %s begin on %j', (area, track, starts, effectiveFrom) => {
    const option = trackOf(area, track);

    expect(option.requirements.map((rule) => rule.effectiveFrom)).toEqual(starts);
    expect(option.effectiveFrom).toBe(effectiveFrom);
    expect(option.requirements.map((rule) => rule.effectiveTo !== undefined)).toEqual(
      starts.map((_, index) => index < starts.length - 1),
    );
  });

  it.each([
    ['security', 'security-operations-analyst-associate', '2023-11-30', 2],
    ['security', 'security-operations-analyst-associate', '2023-12-01', 1],
    ['security', 'microsoft-365-security-administrator-associate', '2026-05-07', 1],
    ['security', 'microsoft-365-security-administrator-associate', '2026-05-08', 0],
    ['business-applications', 'power-platform-app-maker-associate', '2023-11-30', 1],
    ['business-applications', 'power-platform-app-maker-associate', '2023-12-01', 0],
    ['business-applications', 'dynamics-365-power-platform-solution-architect-expert', '2023-06-30', 1],
    ['business-applications', 'dynamics-365-power-platform-solution-architect-expert', '2023-07-01', 0],
    ['data-and-ai', 'fabric-data-engineer-associate', '2026-05-07', 0],
    ['data-and-ai', 'fabric-data-engineer-associate', '2026-05-08', 1],
  ])('%s asks for %s on %s in %d steps', (area, id, date, count) => {
    const steps = stepsOf(scoreOf(area, 'enterprise', date));

    expect(steps.filter(({ step }) => credentialsIn(step.each).includes(id))).toHaveLength(count);
  });

  it.each([
    ['data-and-ai', 'enterprise', '2023-10-01', 'skilling-intermediate', 7],
    ['data-and-ai', 'enterprise', '2026-06-01', 'skilling-intermediate', 11],
    ['business-applications', 'smb', '2023-06-20', 'skilling-intermediate', 17],
    ['business-applications', 'smb', '2023-10-01', 'skilling-advanced', 3],
    ['business-applications', 'enterprise', '2026-06-01', 'skilling-intermediate', 14],
    ['business-applications', 'enterprise', '2026-06-01', 'skilling-advanced', 5],
    ['modern-work', 'enterprise', '2023-10-01', 'skilling-intermediate', 7],
    ['modern-work', 'smb', '2026-06-01', 'skilling-intermediate', 6],
    ['digital-and-app-innovation', 'smb', '2026-06-01', 'skilling-advanced', 6],
  ])('the last step of %s, %s on %s, %s has a list of %d', (area, track, date, metric, length) => {
    const { each } = metricOf(scoreOf(area, track, date), metric).steps.at(-1)!;

    expect(credentialsIn(each)).toHaveLength(length);
  });
});

/** The maxima of the areas, in the order: adds, intermediate, advanced, growth, deployments. */
const maxima: Readonly<Record<string, readonly number[]>> = {
  'business-applications': [15, 20, 15, 30, 20],
  'data-and-ai': [30, 40, 20, 10],
  'digital-and-app-innovation': [30, 20, 20, 20, 10],
  infrastructure: [30, 20, 20, 20, 10],
  'modern-work': [20, 10, 15, 30, 25],
  security: [20, 40, 20, 20],
};

describe('points', () => {
  it.each(areas.map((area) => [area, maxima[area]!] as const))('of %s are at most %j', (area, most) => {
    for (const { score } of areaOf(area).options.flatMap(({ requirements }) => requirements)) {
      expect(score!.metrics.map(({ of }) => valueOf(of))).toEqual(most);
      expect(valueOf(sumOf(score!.metrics.map(({ of }) => of)))).toBe(100);
      expect([valueOf(score!.atLeast), valueOf(score!.of)]).toEqual([70, 100]);
      expect(score!.metrics.some(({ mayBeZero }) => mayBeZero)).toBe(false);
    }
  });

  it.each([
    ['data-and-ai', 'enterprise', '2023-10-01', { 'azure-net-customer-adds': 2 }, 'net-customer-adds', 20],
    ['data-and-ai', 'enterprise', '2026-06-01', { 'azure-net-customer-adds': 4 }, 'net-customer-adds', 30],
    ['infrastructure', 'smb', '2026-06-01', { 'azure-net-customer-adds': 3 }, 'net-customer-adds', 0],
    ['infrastructure', 'smb', '2026-06-01', { 'azure-net-customer-adds-smb': 3 }, 'net-customer-adds', 30],
    ['infrastructure', 'enterprise', '2026-06-01', { 'azure-net-customer-adds': -2 }, 'net-customer-adds', 0],
    ['infrastructure', 'enterprise', '2023-10-01', { 'azure-usage-growth': 12.5 }, 'usage-growth', 0],
    [
      'infrastructure',
      'enterprise',
      '2023-10-01',
      { 'azure-usage-growth': 12.5, 'azure-consumption-12m': 1000 },
      'usage-growth',
      12.5,
    ],
    ['digital-and-app-innovation', 'smb', '2026-06-01', { 'azure-deployments': 3 }, 'deployments', 6],
    [
      'business-applications',
      'enterprise',
      '2023-10-01',
      { 'business-apps-net-customer-adds': 5 },
      'net-customer-adds',
      15,
    ],
    [
      'business-applications',
      'enterprise',
      '2026-06-01',
      { 'business-apps-usage-growth': 20, 'business-apps-mcv-year-before': 49_999 },
      'usage-growth',
      0,
    ],
    [
      'business-applications',
      'smb',
      '2026-06-01',
      { 'business-apps-usage-growth': 20, 'business-apps-mcv-year-before': 25_000 },
      'usage-growth',
      20,
    ],
    ['business-applications', 'smb', '2026-06-01', { 'business-apps-deployments-smb': 2 }, 'deployments', 8],
    ['modern-work', 'enterprise', '2026-06-01', { 'modern-work-net-customer-adds': 3 }, 'net-customer-adds', 12],
    ['modern-work', 'smb', '2023-10-01', { 'modern-work-net-customer-adds-smb': 3 }, 'net-customer-adds', 6],
    [
      'modern-work',
      'smb',
      '2026-06-01',
      { 'modern-work-usage-growth-smb-csp': 1000, 'modern-work-usage-growth-smb-cpor': 100 },
      'usage-growth',
      15,
    ],
    [
      'modern-work',
      'smb',
      '2026-06-01',
      { 'modern-work-deployments-smb-csp': 4, 'modern-work-deployments-smb-cpor': 4 },
      'deployments',
      20,
    ],
    [
      'security',
      'enterprise',
      '2023-10-01',
      { 'security-azure-net-customer-adds': 4, 'security-microsoft-365-net-customer-adds': 5 },
      'net-customer-adds',
      18,
    ],
    ['security', 'enterprise', '2026-06-01', { 'security-deployments': 3 }, 'deployments', 10],
    [
      'security',
      'enterprise',
      '2026-06-01',
      { 'security-azure-usage-growth': 12_500, 'security-microsoft-365-usage-growth': 250 },
      'usage-growth',
      12,
    ],
    [
      'security',
      'smb',
      '2026-06-01',
      { 'security-azure-usage-growth-smb': 7_500, 'security-microsoft-365-usage-growth-smb': 250 },
      'usage-growth',
      15,
    ],
    ['security', 'smb', '2026-06-01', { 'security-azure-net-customer-adds': 4 }, 'net-customer-adds', 16],
  ])('of figures: %s, %s on %s with %j: %s gives %d', (area, track, date, values, metric, points) => {
    expect(pointsOf(scoreOf(area, track, date), metric, { values })).toBe(points);
  });

  it('weigh the consumption of workloads', () => {
    const value = figureFor('business-apps-mcv', {
      figures: figuresOf({ 'business-central-users': 10, 'customer-insights-profiles': 50_000 }),
      metrics,
    });

    expect(value?.value).toBe(20_000);
  });
});

/** What people hold, by their names. */
type Team = Readonly<Record<string, readonly string[]>>;

interface Company {
  readonly values?: Readonly<Record<string, number>>;
  readonly team?: Team;
}

function figuresOf(values: Readonly<Record<string, number>>): readonly Figure[] {
  return Object.entries(values).map(([metric, value]) => ({ metric, value, asOf: '2023-06-01', source: 'test' }));
}

function standingOf(score: Score, { values = {}, team = {} }: Company) {
  const groups = Object.entries(team).map(([person, held]) => ({ held: new Set(held), people: [person] }));
  return scoreStanding(score, { figures: figuresOf(values), metrics, groups });
}

/** The points of one metric, to two places as the pages print them. */
function pointsOf(score: Score, metric: string, company: Company): number {
  const { points } = standingOf(score, company).metrics.find(({ id }) => id === metric)!;
  return Math.round(valueOf(points) * 100) / 100;
}

/** Six people who hold what the steps that they are listed for ask for first. */
function teamFor({ steps }: ScoreMetric, names: readonly string[]): Team {
  const team: Record<string, string[]> = {};
  names.forEach((people, index) => {
    for (const person of people) (team[person] ??= []).push(credentialsIn(steps[index]!.each)[0]!);
  });
  return team;
}

describe('the examples that the pages of 2026 work out', () => {
  it.each([
    // Data & AI. Example 1 of the enterprise track mixes up the steps and is left out.
    ['data-and-ai', 'enterprise', 'skilling-intermediate', ['AB', 'AB', 'AB'], 8],
    ['data-and-ai', 'enterprise', 'skilling-intermediate', ['AB', '', 'CD'], 0],
    ['data-and-ai', 'enterprise', 'skilling-intermediate', ['A', 'BC', 'DE'], 0],
    ['data-and-ai', 'smb', 'skilling-intermediate', ['AB', 'CD', 'EFG'], 20],
    ['data-and-ai', 'smb', 'skilling-intermediate', ['AB', 'AB', 'AB'], 16],
    ['data-and-ai', 'smb', 'skilling-intermediate', ['AB', '', 'CD'], 4],
    ['data-and-ai', 'smb', 'skilling-intermediate', ['', '', 'AB'], 0],
    ['digital-and-app-innovation', 'enterprise', 'skilling-intermediate', ['AB', 'AB'], 8],
    ['digital-and-app-innovation', 'enterprise', 'skilling-intermediate', ['A', 'BC'], 0],
    ['digital-and-app-innovation', 'smb', 'skilling-intermediate', ['AB', 'CD'], 12],
    ['digital-and-app-innovation', 'smb', 'skilling-intermediate', ['', 'AB'], 0],
    ['digital-and-app-innovation', 'enterprise', 'skilling-advanced', ['AB', 'CD'], 8],
    ['digital-and-app-innovation', 'smb', 'skilling-advanced', ['A', 'BC'], 12],
    ['infrastructure', 'enterprise', 'skilling-intermediate', ['AB', 'CD'], 8],
    ['infrastructure', 'smb', 'skilling-intermediate', ['A', 'BC'], 12],
    ['infrastructure', 'enterprise', 'skilling-advanced', ['A', 'BC'], 0],
    ['infrastructure', 'smb', 'skilling-advanced', ['AB', 'AB'], 12],
    ['security', 'enterprise', 'skilling-intermediate', ['AB', 'CD', 'EFG'], 20],
    ['security', 'enterprise', 'skilling-intermediate', ['AB', 'AB', 'AB'], 13.33],
    ['security', 'enterprise', 'skilling-intermediate', ['AB', '', 'AB'], 0],
    ['security', 'smb', 'skilling-intermediate', ['AB', 'CD', 'EFG'], 32],
    // Printed as eight points for the third step, but as 24 in all.
    ['security', 'smb', 'skilling-intermediate', ['AB', 'AB', 'AB'], 24],
    ['security', 'smb', 'skilling-intermediate', ['AB', '', 'CD'], 4],
    ['security', 'smb', 'skilling-intermediate', ['', '', 'AB'], 0],
    // From here on: what the tables of people for the maximum print.
    ['security', 'smb', 'skilling-intermediate', ['A', 'B', 'CDEF'], 40],
    ['security', 'enterprise', 'skilling-intermediate', ['AB', 'AB', 'ABCDEF'], 40],
    ['modern-work', 'enterprise', 'skilling-intermediate', ['ABCD'], 10],
    ['modern-work', 'enterprise', 'skilling-advanced', ['A'], 7.5],
    ['modern-work', 'smb', 'skilling-intermediate', ['A'], 5],
    ['modern-work', 'smb', 'skilling-advanced', ['A'], 15],
    ['business-applications', 'enterprise', 'skilling-intermediate', ['ABCDE'], 5],
    ['business-applications', 'enterprise', 'skilling-advanced', ['A'], 2.14],
    ['business-applications', 'enterprise', 'skilling-advanced', ['ABCDEFG'], 15],
    ['business-applications', 'smb', 'skilling-intermediate', ['ABCDE'], 20],
    ['business-applications', 'smb', 'skilling-advanced', ['A'], 7.5],
  ])('%s, %s: %s with %j in its steps gives %d', (area, track, metric, names, points) => {
    const score = scoreOf(area, track, '2026-06-01');

    expect(pointsOf(score, metric, { team: teamFor(metricOf(score, metric), names) })).toBe(points);
  });

  it('is reached with 70 points, unless a metric is at zero', () => {
    const score = scoreOf('infrastructure', 'smb', '2026-06-01');
    const people = { ...teamFor(metricOf(score, 'skilling-intermediate'), ['A', 'BCDE']) };
    const both = { ...people, F: ['azure-solutions-architect-expert'] };
    const values = {
      'azure-net-customer-adds-smb': 3,
      'azure-usage-growth': 20,
      'azure-consumption-12m': 1000,
      'azure-deployments': 1,
    };

    expect(isReached(standingOf(score, { values, team: people }))).toBe(false);
    expect(isReached(standingOf(score, { values, team: both }))).toBe(true);
  });
});

describe('the track that counts', () => {
  const chosen = (
    area: string,
    values: Readonly<Record<string, number>>,
    { asOf = '2026-06-30', ...policies }: Partial<Policies> & { asOf?: string } = {},
  ) => {
    const { options: tracks, choice } = areaOf(area);
    const known = { figures: figuresOf(values), metrics, policies: { ...standardPolicies, ...policies }, asOf };
    return chosenAmong(tracks, choice, known).map(({ id }: Option) => id);
  };
  const share = 'azure-smb-customer-share';
  const consumption = 'azure-consumption-12m';
  const both = { azureSmbClassification: 'share-and-consumption' } as const;

  it.each([
    [{ [share]: 80, [consumption]: 2_000_000 }, {}, 'smb'],
    [{ [share]: 79.9 }, {}, 'enterprise'],
    [{ [share]: 80, [consumption]: 10_000 }, both, 'enterprise'],
    [{ [share]: 81, [consumption]: 10_000 }, both, 'smb'],
    [{ [share]: 81, [consumption]: 1_000_000 }, both, 'enterprise'],
    [{ [share]: 80, [consumption]: 2_000_000 }, { ...both, asOf: '2026-07-01' }, 'smb'],
    [{ [share]: 79.9, [consumption]: 10_000 }, { ...both, asOf: '2026-07-01' }, 'enterprise'],
    [{ [share]: 80, [consumption]: 2_000_000 }, { asOf: '2026-07-01' }, 'smb'],
  ])('of Azure with %j and %j is %s', (values, policies, track) => {
    for (const area of ['data-and-ai', 'infrastructure', 'digital-and-app-innovation'])
      expect(chosen(area, values, policies)).toEqual([track]);
  });

  it.each([
    [5, 5, 'enterprise'],
    [9, 4, 'smb'],
    [4, 9, 'smb'],
  ])('of Business Applications with %d large workloads and %d a year before is %s', (now, before, track) => {
    const values = { 'business-apps-large-workloads': now, 'business-apps-large-workloads-year-before': before };

    expect(chosen('business-applications', values)).toEqual([track]);
  });

  it.each(['modern-work', 'security'])('of %s is the better one', (area) => {
    expect(chosen(area, {})).toEqual(['enterprise', 'smb']);
  });
});

describe('certifications', () => {
  const index = indexCredentials(credentials);

  // Title and TrainingActivityId of the rows of a real export of 2021-01; it knows one more, which no area asks for.
  it.each([
    ['Azure Administrator Associate', '3051', 'azure-administrator-associate'],
    ['Azure Solutions Architect Expert', '3077', 'azure-solutions-architect-expert'],
    ['Azure Developer Associate', '3078', 'azure-developer-associate'],
    ['Security Administrator Associate', '3079', 'microsoft-365-security-administrator-associate'],
    ['Enterprise Administrator Expert', '3081', 'enterprise-administrator-expert'],
    ['Azure DevOps Engineer Expert', '3082', 'devops-engineer-expert'],
    ['Messaging Administrator Associate', '3085', 'messaging-administrator-associate'],
    ['Azure AI Engineer Associate', '3086', 'azure-ai-engineer-associate'],
    ['Azure Data Scientist Associate', '3087', 'azure-data-scientist-associate'],
    ['Azure Data Engineer Associate', '3088', 'azure-data-engineer-associate'],
    ['Azure Security Engineer Associate', '3091', 'azure-security-engineer-associate'],
    ['Teams Administrator Associate', '3130', 'teams-administrator-associate'],
    ['Data Analyst Associate', '3142', 'data-analyst-associate'],
    ['Azure Database Administrator Associate', '3143', 'azure-database-administrator-associate'],
    ['Power Platform App Maker Associate', '3151', 'power-platform-app-maker-associate'],
  ])('are recognised in an export: %s, %s', (title, activityId, id) => {
    expect(index({ title })?.id).toBe(id);
    expect(index({ title: `Microsoft Certified: ${title}` })?.id).toBe(id);
    expect(index({ title: 'A title of another language', activityId })?.id).toBe(id);
  });

  it.each([
    ['Teamwork Administrator Associate', '3080', undefined],
    ['Microsoft 365 Certified: Teams Administrator Associate', undefined, 'teams-administrator-associate'],
    ['Microsoft 365 Certified: Modern Desktop Administrator Associate', undefined, 'endpoint-administrator-associate'],
    ['Microsoft Certified: Power BI Data Analyst Associate', undefined, 'data-analyst-associate'],
    [
      'Information Protection and Compliance Administrator Associate',
      undefined,
      'information-protection-administrator-associate',
    ],
    ['Microsoft Information Protection Administrator', undefined, 'information-protection-administrator-associate'],
    ['Microsoft Security Operations Analyst', undefined, 'security-operations-analyst-associate'],
    ['GitHub Certified: Agentic AI Developer', undefined, 'agentic-ai-developer'],
  ])('%s (%s) means %s', (title, activityId, id) => {
    expect(index({ title, ...(activityId !== undefined && { activityId }) })?.id).toBe(id);
  });

  it('share no title', () => {
    for (const { id, titles } of credentials)
      for (const title of titles) expect([title, index({ title })?.id]).toEqual([title, id]);
  });

  it('of GitHub are valid for two years', () => {
    expect(credentials.filter(({ validity }) => validity === 'two-years').map(({ id }) => id)).toEqual([
      'agentic-ai-developer',
      'github-actions',
      'github-administration',
      'github-advanced-security',
      'github-copilot',
    ]);
  });

  it('lapse, but for fundamentals and an assessment', () => {
    expect(credentials.filter(({ validity }) => validity === 'unlimited').map(({ id }) => id)).toEqual([
      'microsoft-365-fundamentals',
      'copilot-and-agent-administration-fundamentals',
      'teams-meetings-and-meeting-rooms-technical-assessment',
    ]);
  });

  it.each([
    ['azure-iot-developer-specialty', '2023-07-31', '2024-07-31'],
    ['azure-stack-hub-operator-associate', '2023-07-31', '2024-07-31'],
    ['microsoft-365-security-administrator-associate', '2023-06-30', '2024-06-30'],
    ['dynamics-365-power-platform-solution-architect-expert', '2021-06-30', '2023-06-30'],
    ['information-protection-administrator-associate', '2025-05-31', '2026-05-31'],
    ['microsoft-365-fundamentals', '2026-03-31', '2027-03-31'],
    ['azure-data-scientist-associate', '2026-06-01', '2027-06-01'],
    ['teams-meetings-and-meeting-rooms-technical-assessment', '2026-06-15', '2027-06-15'],
    ['azure-ai-engineer-associate', '2026-06-30', '2027-06-30'],
    ['power-platform-solution-architect-expert', '2026-06-30', '2027-06-30'],
    ['supply-chain-management-functional-consultant-expert', '2026-06-30', '2027-06-30'],
    ['finance-and-operations-apps-solution-architect-expert', '2026-06-30', '2027-06-30'],
    ['field-service-functional-consultant-associate', '2026-06-30', '2027-06-30'],
    ['power-automate-rpa-developer-associate', '2026-06-30', '2027-06-30'],
    ['azure-developer-associate', '2026-07-31', '2027-07-31'],
    ['customer-experience-analyst-associate', '2026-07-31', '2027-07-31'],
    ['azure-security-engineer-associate', '2026-08-31', '2027-08-31'],
    ['power-platform-functional-consultant-associate', '2026-08-31', '2027-08-31'],
    ['enterprise-administrator-expert', '2026-11-30', '2027-11-30'],
  ])('%s retires on %s and counts until %s', (id, retiredOn, until) => {
    expect(credentialOf(id).retiredOn).toBe(retiredOn);
    expect(countedUntilOf(credentialOf(id), programme.policies)).toBe(until);
  });

  it('are not known to retire otherwise', () => {
    expect(credentials.filter(({ retiredOn }) => retiredOn !== undefined)).toHaveLength(19);
  });
});

/** The specializations say what their sources say, and stand on a designation, figures, people and proof. */
import { indexCredentials } from '../../domain/programme/credential';
import { joined } from '../../domain/programme/joined-programme';
import { locales } from '../../domain/basics/locale';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { standardPolicies } from '../../domain/programme/policy';
import { nextChangeDay } from '../../domain/counting/next-change-day';
import { standingOf } from '../../domain/counting/standing';
import type { Facts } from '../../domain/counting/facts';
import { builtInProgramme } from './load';

const programme = builtInProgramme('specializations');
const designations = builtInProgramme('designations');
const today = '2026-11-28';

/** People by what they hold, earned half a year ago. */
function people(held: Readonly<Record<string, readonly string[]>>): readonly Person[] {
  return Object.entries(held).map(([id, titles]) => ({
    id,
    name: id,
    identifiers: noIdentifiers,
    achievements: titles.map((title) => ({ title, completedOn: '2026-06-01', source: 'test' })),
  }));
}

type Values = Readonly<Record<string, number | boolean>>;

function factsWith(values: Values, team: Readonly<Record<string, readonly string[]>> = {}, parts: Partial<Facts> = {}) {
  const figures = Object.entries(values).map(([metric, value]) => ({
    metric,
    value,
    asOf: '2026-10-01',
    source: 'test',
  }));
  return { market: 'developed' as const, figures, people: people(team), policies: standardPolicies, ...parts };
}

function levelIn(goal: string, facts: Facts, day = today): string | undefined {
  return standingOf(programme, facts, day).competencies.find(({ id }) => id === goal)!.level;
}

describe('the file', () => {
  it('says of everything who says so, how sure that is and when it was checked', () => {
    const entries = [
      ...programme.competencies.flatMap(({ options }) => options.flatMap(({ requirements }) => requirements)),
      ...programme.competencies,
      ...programme.listed!,
    ];

    for (const { source, grade = programme.grade, checkedOn = programme.checkedOn } of entries) {
      expect(source).not.toBe('');
      expect(['A', 'B']).toContain(grade);
      expect(checkedOn! <= today).toBe(true);
    }
  });

  it('writes what the designations name, too, as they do', () => {
    const shared = programme.credentials.filter(({ id }) => designations.credentials.some((one) => one.id === id));

    expect(shared.length).toBeGreaterThan(10);
    for (const credential of shared)
      expect(credential).toEqual(designations.credentials.find(({ id }) => id === credential.id));
  });

  it('names every figure in every language and uses each', () => {
    const asked = programme.competencies.flatMap(({ options }) =>
      options.flatMap(({ requirements }) => requirements.flatMap(({ figures }) => figures.map(({ metric }) => metric))),
    );
    const parts = programme.metrics.flatMap(({ anyOf = [] }) => anyOf);

    for (const { names } of programme.metrics) expect(Object.keys(names).sort()).toEqual([...locales].sort());
    expect(new Set([...asked, ...parts])).toEqual(new Set(programme.metrics.map(({ id }) => id)));
  });

  it('stands on goals that there are', () => {
    const goals = programme.metrics.flatMap(({ heldGoal }) => heldGoal ?? []);

    expect(goals.every((goal) => designations.competencies.some(({ id }) => id === goal))).toBe(true);
    expect(goals).toHaveLength(6);
  });

  it('asks of every specialization for a designation', () => {
    for (const { id, options } of programme.competencies.filter(({ id }) => id !== 'training-services'))
      for (const { requirements } of options)
        for (const { figures } of requirements)
          expect([id, figures[0]!.metric]).toEqual([id, expect.stringMatching(/^designation-/)]);
  });

  it('knows its credentials by their titles', () => {
    const index = indexCredentials(programme.credentials);

    expect(index({ title: 'Microsoft Certified: Windows Server Administrator Associate' })).toBeUndefined();
    expect(index({ title: 'Microsoft Applied Skills: Create agents in Microsoft Copilot Studio' })?.id).toBe(
      'APL-7008',
    );
  });
});

describe('the people', () => {
  const infra = {
    'designation-infrastructure': true,
    'infra-and-database-migration-performance': true,
    'infra-and-database-migration-audit': true,
  };
  const [devOps, administrator, engineer] = [
    'devops-engineer-expert',
    'azure-administrator-associate',
    'cloud-and-ai-security-engineer-associate',
  ];
  const [database, sql] = ['azure-database-administrator-associate', 'sql-ai-developer-associate'];

  it.each([
    ['four people, five groups', { A: [devOps, administrator], B: [engineer], C: [database], D: [sql] }, 'attained'],
    ['three people', { A: [devOps, administrator], B: [engineer], C: [database, sql] }, undefined],
    ['a group without anybody', { A: [devOps, administrator], B: [engineer], C: [database], D: [database] }, undefined],
  ])('of infrastructure and database migration: %s', (_, team, level) => {
    expect(levelIn('infra-and-database-migration', factsWith(infra, team))).toBe(level);
  });

  const data = { 'designation-security': true, 'data-security-usage-growth': 2500, 'data-security-audit': true };
  const six = Object.fromEntries([...'ABCDEF'].map((id) => [id, ['information-security-administrator-associate']]));
  const skilled = (ids: string, skill: string) =>
    Object.fromEntries(Object.entries(six).map(([id, held]) => [id, ids.includes(id) ? [...held, skill] : held]));

  it.each([
    ['six, four of them with a skill', data, skilled('ABCD', 'purview-retention'), 'attained'],
    ['a skill that has retired counts for a year', data, skilled('ABCD', 'APL-4002'), 'attained'],
    ['three with a skill', data, skilled('ABC', 'purview-retention'), undefined],
    [
      'one user short',
      { ...data, 'data-security-usage-growth': 2499 },
      skilled('ABCD', 'purview-retention'),
      undefined,
    ],
    ['no audit', { ...data, 'data-security-audit': false }, skilled('ABCD', 'purview-retention'), undefined],
    ['no designation', { ...data, 'designation-security': false }, skilled('ABCD', 'purview-retention'), undefined],
  ])('of data security: %s', (_, values, team, level) => {
    expect(levelIn('data-security', factsWith(values, team))).toBe(level);
  });

  it('counts a retired skill until a year after', () => {
    const facts = factsWith(data, skilled('ABCD', 'APL-4002'));

    expect(levelIn('data-security', facts, '2027-05-31')).toBe('attained');
    expect(levelIn('data-security', facts, '2027-07-01')).toBeUndefined();
  });
});

describe('figures', () => {
  const sap = { 'sap-consumption-3m': 7500, 'sap-on-microsoft-azure-audit': true };
  const team = { A: ['azure-for-sap-workloads-specialty'] };
  const held = (goal: string, until?: string) => ({ held: [{ goal, from: '2026-01-01', ...(until && { until }) }] });

  it.each([
    ['the designation entered by hand', { ...sap, 'designation-infrastructure': true }, {}, 'attained'],
    ['the designation held', sap, held('infrastructure'), 'attained'],
    ['held until today', sap, held('infrastructure', today), 'attained'],
    ['held until yesterday', sap, held('infrastructure', '2026-11-27'), undefined],
    ['another one held', sap, held('security'), undefined],
    ['none', sap, {}, undefined],
    ['7,499 USD', { ...sap, 'sap-consumption-3m': 7499 }, held('infrastructure'), undefined],
  ])('of SAP: %s', (_, values, parts, level) => {
    expect(levelIn('sap-on-microsoft-azure', factsWith(values, team, parts))).toBe(level);
  });

  it('of an audit hold for two years, and the day after is one on which something changes', () => {
    const facts = factsWith(sap, { A: ['run-sap-on-the-microsoft-cloud'] }, held('infrastructure'));

    expect(levelIn('sap-on-microsoft-azure', facts, '2028-10-01')).toBe('attained');
    expect(levelIn('sap-on-microsoft-azure', facts, '2028-10-02')).toBeUndefined();
    expect(nextChangeDay(programme, facts, '2027-12-31')).toBe('2028-10-02');
  });

  it.each([
    ['data-and-ai', true],
    ['infrastructure', true],
    ['security', false],
  ])('one of several designations: %s', (goal, met) => {
    const standing = standingOf(programme, factsWith({}, {}, held(goal)), today);
    const infra = standing.competencies.find(({ id }) => id === 'infra-and-database-migration')!;

    expect(infra.options[0]!.levels[0]!.figures[0]).toMatchObject({ threshold: true, met });
  });

  it.each([
    [
      { 'agentic-customers-power-platform': 2, 'agentic-power-automate-flow': true, 'agentic-power-apps-app': true },
      true,
    ],
    [{ 'agentic-customers-power-platform': 2, 'agentic-power-automate-flow': true }, false],
    [{ 'agentic-copilot-studio-deployments': 2 }, true],
    [{ 'agentic-copilot-studio-deployments': 1 }, false],
  ])('of agentic business solutions, one way or the other: %j', (values, isEnough) => {
    const five = Object.fromEntries([...'ABCDE'].map((id) => [id, ['ai-agent-builder-associate']]));
    const facts = factsWith({ ...values, 'agentic-marketplace-offer': true }, five, held('modern-work'));

    expect(levelIn('agentic-business-solutions', facts)).toBe(isEnough ? 'attained' : undefined);
  });

  it.each([
    [4.25, 'attained'],
    [4.24, undefined],
  ])('of Training Services with an average of %d', (average, level) => {
    const values = {
      'training-courseware-points': 1000,
      'training-exam-vouchers': 200,
      'training-survey-average': average,
      'training-area-surveys': 200,
      'training-area-survey-average': 4.3,
    };

    expect(levelIn('training-services', factsWith(values))).toBe(level);
  });

  it('that no source knows are those that Partner Center shows', () => {
    const known = { 'cloud-security-consumption-12m': 200_000, 'designation-security': true };
    const shown = {
      'designation-security': true,
      'cloud-security-performance': true,
      'cloud-security-people': true,
      'cloud-security-audit': true,
    };
    const six = Object.fromEntries(
      [...'ABCDEF'].map((id) => [id, ['azure-security-engineer-associate', 'security-operations-analyst-associate']]),
    );

    expect(levelIn('cloud-security', factsWith(known, six))).toBeUndefined();
    expect(levelIn('cloud-security', factsWith(shown))).toBe('attained');
  });
});

it('are the same when they are followed with the designations', () => {
  const facts = factsWith({ 'sap-consumption-3m': 7500 }, { A: ['azure-for-sap-workloads-specialty'] });
  const together = standingOf(joined([designations, programme]), facts, today).competencies;

  expect(together).toEqual([designations, programme].flatMap((one) => standingOf(one, facts, today).competencies));
});

/** `evaluate`: facts in, the contract's JSON out, and every fault of the facts at once. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from '../../cards/text';
import { locales } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { evaluate, evaluationJson } from './evaluate';
import { evaluateAction } from './evaluate-action';
import { readFacts } from './evaluate-input';
import { evaluationLines } from './evaluation-text';

const programme = builtInProgramme('competencies');

const example = {
  market: 'developed',
  membership: { level: 'silver', boughtOn: '2018-02-14' },
  figures: [{ metric: 'azure_consumption_usd_12m', value: 20000, asOf: '2018-05-31' }],
  people: [
    {
      id: 'p1',
      name: 'Person 1',
      accountOn: '2017-08-01',
      linkedOn: '2017-09-01',
      leftOn: null,
      achievements: [{ credential: '70-533', completedOn: '2017-10-01', expiresOn: null }],
    },
  ],
};

interface Json {
  readonly [key: string]: unknown;
  readonly competencies: readonly {
    readonly id: string;
    readonly level: string;
    readonly options: readonly Readonly<Record<string, { readonly met: boolean }>>[];
  }[];
}

function evaluated(facts: unknown, asOf = '2018-06-01'): Json {
  const reading = readFacts(facts, programme);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return JSON.parse(JSON.stringify(evaluationJson(evaluate(programme, reading.facts, asOf)))) as Json;
}

function levelOf(facts: unknown, competency = 'cloud-platform', asOf?: string): string | undefined {
  return evaluated(facts, asOf).competencies.find(({ id }) => id === competency)?.level;
}

it('gives the answer in the shape that scripts rely on', () => {
  const json = evaluated(example);
  expect(json).toMatchObject({ asOf: '2018-06-01', programme: 'competencies' });
  expect(json.competencies).toHaveLength(18);
  expect(json.competencies[0]).toEqual({
    id: 'cloud-platform',
    level: 'silver',
    options: [
      {
        id: 'azure-consumption',
        silver: {
          met: true,
          progress: 1,
          figures: [{ metric: 'azure_consumption_usd_12m', value: 20000, threshold: 15000, met: true }],
          alternatives: [
            { met: false, clauses: [{ id: 'a', needed: 1, counted: 0, people: [] }] },
            { met: true, clauses: [{ id: 'a', needed: 1, counted: 1, people: ['p1'] }] },
          ],
          uncertain: [],
        },
        gold: expect.objectContaining({ met: false, progress: 0.35 }),
      },
    ],
  });
});

it('leaves out a level that does not exist on the day', () => {
  const erp = evaluated(example).competencies.find(({ id }) => id === 'enterprise-resource-planning')!;
  expect(erp.options.map((option) => Object.keys(option))).toEqual([['id', 'gold']]);
});

function withPerson(person: object): object {
  return { ...example, people: [{ ...example.people[0], ...person }] };
}

it.each<[string, object, string]>([
  ['is linked where neither date is known', { accountOn: undefined, linkedOn: undefined }, 'silver'],
  ['is linked where both dates are null', { accountOn: null, linkedOn: null }, 'silver'],
  ['is not linked with an account alone', { linkedOn: null }, 'none'],
  ['has left by the day', { leftOn: '2018-05-31' }, 'none'],
  ['leaves after the day', { leftOn: '2018-06-02' }, 'silver'],
  ['has no name', { name: undefined }, 'silver'],
  ['has nothing earned', { achievements: [] }, 'none'],
])('a person who %s', (_, person, level) => {
  expect(levelOf(withPerson(person))).toBe(level);
});

it('judges by the day that is asked for', () => {
  expect(levelOf(example, 'cloud-platform', '2017-10-01')).toBe('none');
});

it('lets policies be replaced', () => {
  const expired = withPerson({
    achievements: [{ credential: '70-533', completedOn: '2017-10-01', expiresOn: '2018-03-01' }],
  });
  expect(levelOf(expired)).toBe('none');
  expect(levelOf({ ...expired, policies: { expiredCertificationCounts: true } })).toBe('silver');
});

it('names what the programme does not', () => {
  const facts = { ...withPerson({ achievements: [{ credential: 'AZ-900', completedOn: '2018-01-01' }] }) };
  const figures = [{ metric: 'applause', value: 3, asOf: '2018-01-01' }];
  expect(evaluated({ ...facts, figures }).unnamed).toEqual({ credentials: ['AZ-900'], metrics: ['applause'] });
});

it.each<[unknown, readonly (readonly [string, string])[]]>([
  [null, [['', 'wrong-type']]],
  [[], [['', 'wrong-type']]],
  [{}, [['market', 'missing']]],
  [{ market: 'Mars' }, [['market', 'not-allowed']]],
  [
    {
      market: 'developed',
      people: [{ id: '', achievements: [{ credential: '70-533', completedOn: '2018-13-01' }] }, {}],
    },
    [
      ['people[0].id', 'missing'],
      ['people[0].achievements[0].completedOn', 'not-a-date'],
      ['people[1].id', 'missing'],
    ],
  ],
  [
    { market: 'developed', people: [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }] },
    [
      ['people[2].id', 'duplicate-person'],
      ['people[3].id', 'duplicate-person'],
    ],
  ],
  [
    { market: 'developed', figures: [{ metric: 7, value: 'many', asOf: 'today' }] },
    [
      ['figures[0].metric', 'wrong-type'],
      ['figures[0].value', 'wrong-type'],
      ['figures[0].asOf', 'not-a-date'],
    ],
  ],
  [
    { market: 'developed', policies: { mercy: true, orBranchMixing: 'maybe' } },
    [
      ['policies.mercy', 'unknown-policy'],
      ['policies.orBranchMixing', 'policy-value'],
    ],
  ],
  [{ market: 'developed', policies: [1] }, [['policies', 'wrong-type']]],
  [{ market: 'developed', policies: { constructor: null } }, [['policies.constructor', 'wrong-type']]],
  [{ market: 'developed', policies: { toString: 'x' } }, [['policies.toString', 'unknown-policy']]],
])('of %j it says everything that is wrong', (facts, faults) => {
  const reading = readFacts(facts, programme);
  expect('faults' in reading && reading.faults.map(({ path, code }) => [path, code])).toEqual(faults);
});

describe('from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-evaluate-'));
  const input = join(folder, 'facts.json');

  async function run(content: string, options: object = {}, locale: (typeof locales)[number] = 'en') {
    let [printed, complained] = ['', ''];
    writeFileSync(input, content);
    const context = {
      text: text(locale),
      print: (more: string) => void (printed += more),
      complain: (more: string) => void (complained += more),
    };
    const code = await evaluateAction(
      { input, asOf: '2018-06-01', ...options },
      context,
      Date.parse('2018-06-01T10:30:00Z'),
    );
    return { code, printed, complained };
  }

  it('prints JSON, or a table with every competency', async () => {
    const content = JSON.stringify(example);
    const asJson = await run(`\ufeff${content}`, { json: true });
    expect(JSON.parse(asJson.printed)).toEqual(evaluated(example));
    const { code, printed } = await run(content);
    expect(code).toBe(0);
    expect(printed).toContain('Cloud Platform                          Silver  100%    35%');
    expect(printed.split('\n').filter((line) => line.includes('%'))).toHaveLength(18);
  });

  it.each([
    ['UTC', '2018-06-01'],
    ['Pacific/Kiritimati', '2018-06-02'],
    ['Pacific/Pago_Pago', '2018-05-31'],
  ])('without a day it judges on the day that it is in %s', async (timeZone, asOf) => {
    const content = JSON.stringify({ ...example, policies: { timeZone } });
    const { printed } = await run(content, { asOf: undefined, json: true });

    expect(JSON.parse(printed)).toMatchObject({ asOf });
  });

  it.each(locales)('every fault has words in %s', async (locale) => {
    const facts = { market: 1, figures: [{ value: {} }], people: [{ id: 'a', leftOn: 'x' }] };
    const { code, complained } = await run(JSON.stringify(facts), {}, locale);
    expect(code).toBe(1);
    expect(complained.trimEnd().split('\n')).toHaveLength(5);
    const again = await run(JSON.stringify({ market: 'developed', people: [{ id: 'a' }, { id: 'a' }] }), {}, locale);
    expect(again.complained).toContain('people[1].id');
  });

  it.each([
    ['{', {}, 'not valid JSON'],
    ['{}', { input: '/nowhere/facts.json' }, 'no such file'],
    ['{}', { catalogue: 'astrology' }, 'no programme “astrology”'],
    ['{}', { json: true }, '"faults"'],
  ])('refuses %j with %j', async (content, options, said) => {
    const { code, printed, complained } = await run(content, options);
    expect(code).toBe(1);
    expect(printed + complained).toContain(said);
  });
});

describe('a goal in points', () => {
  const designations = builtInProgramme('designations');
  const held = (id: string, ...credentials: string[]) => ({
    id,
    achievements: credentials.map((credential) => ({ credential, completedOn: '2023-01-10' })),
  });
  const facts = {
    market: 'developed',
    figures: [{ metric: 'azure-net-customer-adds', value: 2, asOf: '2023-05-31' }],
    people: [
      held('a', 'azure-solutions-architect-expert', 'Microsoft Certified: Azure Administrator Associate'),
      held('b', 'azure-solutions-architect-expert', 'azure-administrator-associate', 'azure-data-engineer-associate'),
    ],
  };

  function areaOf(id: string, asOf: string): unknown {
    const reading = readFacts(facts, designations);
    if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
    const json = JSON.parse(JSON.stringify(evaluationJson(evaluate(designations, reading.facts, asOf)))) as Json;
    return json.competencies.find((one) => one.id === id);
  }

  it('is told per metric, figure and step beside the shape that scripts rely on', () => {
    expect(areaOf('data-and-ai', '2023-06-30')).toMatchObject({
      id: 'data-and-ai',
      level: 'none',
      options: [
        {
          id: 'enterprise',
          'solutions-partner': {
            met: false,
            figures: [],
            alternatives: [],
            score: {
              points: 24,
              exact: '24',
              of: 100,
              atLeast: 70,
              metrics: expect.arrayContaining([
                expect.objectContaining({ id: 'net-customer-adds', points: 20, of: 30, blocks: false }),
                expect.objectContaining({
                  points: 4,
                  steps: [
                    expect.objectContaining({ needed: 2, counted: 2, people: ['a', 'b'], points: 0 }),
                    expect.objectContaining({ needed: 2, counted: 2, people: ['a', 'b'], points: 0 }),
                    expect.objectContaining({ counted: 1, people: ['b'], points: 4 }),
                  ],
                }),
                expect.objectContaining({ id: 'usage-growth', points: 0, blocks: true }),
              ]) as unknown,
            },
          },
        },
        { id: 'smb' },
      ],
    });
  });

  it('rounds only for reading', () => {
    const json = JSON.stringify(areaOf('security', '2023-06-30'));

    expect(json).toContain('"of":100');
    expect(json).not.toContain('numerator');
  });

  it('says which track is set aside', () => {
    expect(areaOf('data-and-ai', '2026-06-01')).toMatchObject({ options: [{}, { id: 'smb', setAside: true }] });
  });

  it('is printed as points', () => {
    const reading = readFacts(facts, designations);
    if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
    const lines = evaluationLines(evaluate(designations, reading.facts, '2023-06-30'), text('en')).join('\n');

    expect(lines).toMatch(/Data & AI +– +24 of 100 points/);
  });
});

describe('an override in the facts', () => {
  const overrides = [{ competency: 'devops', level: 'gold', until: '2018-08-31' }];

  it.each([
    ['2018-08-31', 'gold'],
    ['2018-09-01', 'none'],
  ])('on %s makes it %s', (asOf, level) => {
    expect(levelOf({ ...example, overrides }, 'devops', asOf)).toBe(level);
  });

  it('is shown as what it is, beside people who do not count more than before', () => {
    const [with_, without] = [evaluated({ ...example, overrides }), evaluated(example)].map(({ competencies }) =>
      competencies.find(({ id }) => id === 'devops'),
    );
    expect(with_).toEqual({ ...without, level: 'gold', override: { level: 'gold', until: '2018-08-31' } });
  });

  it('of something that does not exist is a fault', () => {
    const strays = [{ competency: 'devop', level: 'golden', until: '2018-08-31' }];
    expect(readFacts({ ...example, overrides: strays }, programme)).toMatchObject({
      faults: [{ path: 'overrides[0].competency' }, { path: 'overrides[0].level' }],
    });
  });
});

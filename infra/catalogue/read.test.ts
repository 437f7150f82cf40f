/** How programme files are read and refused: the example of README.md, and the same with one thing wrong at a time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { programmeFaultCodes } from '../../domain/validation/fault';
import { locales } from '../../domain/basics/locale';
import { standardPolicies } from '../../domain/programme/policy';
import { competencyOf, type Programme } from '../../domain/programme/programme';
import { fileFaultCodes, type CatalogueFault } from './fault';
import { readProgramme, type CatalogueReading } from './read';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const [harbour, ourRules, lighthouse] = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text!) as [
  string,
  string,
  string,
];

function programmeIn(reading: CatalogueReading): Programme {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults, undefined, 1));
  return reading.programme;
}

function faultsIn(reading: CatalogueReading): readonly CatalogueFault[] {
  return 'faults' in reading ? reading.faults : [];
}

function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not once in the example: ${from}`);
  return text.replace(from, () => to);
}

const base = programmeIn(readProgramme(harbour, 'harbour.yaml'));

describe('a whole programme', () => {
  it('says what its file says', () => {
    expect(base).toMatchObject({
      id: 'harbour',
      edition: '2026-1',
      effectiveFrom: '2026-01-01',
      levels: [{ id: 'member' }, { id: 'expert' }],
      policies: { ...standardPolicies, retiredExamGraceMonths: 6 },
      associations: { contract: 'Service contract' },
    });
    expect(base.effectiveTo).toBeUndefined();
    expect(base.credentials.map(({ id }) => id)).toEqual(['H-Basics', 'H-Crane', 'H-Crane-2024', 'H-Safety']);
    expect(base.credentials[1]).toEqual({
      id: 'H-Crane',
      kind: 'exam',
      titles: ['Crane Operation', 'Crane Operation 2026'],
      activityIds: ['7001'],
      validity: 'unlimited',
      source: 'Harbour guide 2026, page 7',
    });
  });

  it('gives requirements the source of their competency, and thresholds their markets', () => {
    const [member, later, expert] = base.competencies[0]!.options[0]!.requirements;

    expect(member).toEqual({
      level: 'member',
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-06-30',
      source: 'Harbour guide 2026, page 12',
      figures: [],
      alternatives: [
        [
          { id: 'a', n: 2, each: { any: [{ credential: 'H-Crane' }, { credential: 'H-Crane-2024' }] }, apart: [] },
          { id: 'b', n: 1, each: { credential: 'H-Safety' }, within: 'a', apart: [] },
        ],
        [{ id: 'a', n: 3, each: { credential: 'H-Basics' }, apart: [] }],
      ],
    });
    expect(later!.effectiveTo).toBeUndefined();
    expect(expert!.figures).toEqual([{ metric: 'cranes_in_service', atLeast: { developed: 10, developing: 5 } }]);
    expect(expert!.alternatives[0]![1]!.apart).toEqual(['a']);
  });

  it('takes one value for all markets, a list after `apart`, and lists shared by name', () => {
    const shared = changed(
      changed(
        harbour,
        '{ any: [H-Crane, H-Crane-2024] } }\n                - {',
        '&crane { any: [H-Crane, H-Crane-2024] } }\n                - {',
      ),
      'developed: 10, developing: 5 }\n            people: # three people with both, and somebody else with the certification\n              - - { id: a, n: 3, each: { all: [H-Crane, H-Basics] } }\n                - { id: b, n: 1, each: H-Safety, apart: a }',
      'all: 7 }\n            people:\n              - - { id: a, n: 3, each: *crane }\n                - { id: b, n: 1, each: H-Safety, apart: [a] }',
    );
    const expert = programmeIn(readProgramme(shared, 'shared.yaml')).competencies[0]!.options[0]!.requirements[2]!;

    expect(expert.figures[0]!.atLeast).toEqual({ developed: 7, developing: 7 });
    expect(expert.alternatives[0]![0]!.each).toEqual({
      any: [{ credential: 'H-Crane' }, { credential: 'H-Crane-2024' }],
    });
    expect(expert.alternatives[0]![1]!.apart).toEqual(['a']);
  });
});

describe('an extension', () => {
  const extended = programmeIn(readProgramme(ourRules, 'our-rules.yaml', [base]));
  const optionsOf = (programme: Programme, id: string) =>
    competencyOf(programme, id)?.options.map((option) => option.id);

  it('adds to what is there and leaves the rest alone', () => {
    expect(extended.id).toBe('harbour');
    expect(extended.edition).toBe('2026-1, with the rules of our group');
    expect(extended.policies).toEqual(base.policies);
    expect(extended.credentials.map(({ id }) => id)).toEqual([...base.credentials.map(({ id }) => id), 'H-Tug']);
    expect(optionsOf(extended, 'crane-operation')).toEqual(['operator', 'tug-operator']);
    expect(optionsOf(extended, 'towing')).toEqual(['tug-operator']);
    expect(competencyOf(extended, 'crane-operation')!.options[1]!.requirements[0]!.source).toBe('Letter of 2026-05-02');
    expect(competencyOf(extended, 'crane-operation')!.names).toEqual({ en: 'Crane Operation' });
    expect(optionsOf(base, 'crane-operation')).toEqual(['operator']);
  });

  it.each([
    [
      'an option by its id',
      changed(
        ourRules,
        '      tug-operator:\n        names: { en: Tug Operator option }\n        requirements:\n          - level: member',
        '      operator:\n        names: { en: Tug Operator option }\n        requirements:\n          - level: member',
      ),
      ['operator'],
      'Tug Operator option',
    ],
    [
      'a competency by its id',
      changed(ourRules, '  towing: #', '  crane-operation2: #')
        .replace('  crane-operation:', '  towing:\n    names: { en: Towing }')
        .replace('crane-operation2', 'crane-operation'),
      ['tug-operator'],
      'Tug Operator option',
    ],
  ])('replaces %s as a whole', (_, text, options, name) => {
    const replaced = programmeIn(readProgramme(text, 'our-rules.yaml', [base]));

    expect(optionsOf(replaced, 'crane-operation')).toEqual(options);
    expect(competencyOf(replaced, 'crane-operation')!.options[0]!.names.en).toBe(name);
  });

  it('names its own file as the source of rules that name none', () => {
    const unsigned = changed(
      ourRules,
      'replaced\n    source: Letter of 2026-05-02\n    options:',
      'replaced\n    options:',
    );
    const rule = competencyOf(programmeIn(readProgramme(unsigned, 'our-rules.yaml', [base])), 'crane-operation')!;

    expect(rule.options[1]!.requirements[0]!.source).toBe('our-rules.yaml');
  });

  it('can stand on another extension', () => {
    const further = 'format: 1\nextends: harbour\npolicies: { orBranchMixing: on }\n';

    expect(programmeIn(readProgramme(further, 'x.yaml', [extended]))).toEqual({
      ...extended,
      policies: { ...extended.policies, orBranchMixing: 'on' },
    });
  });
});

const operator = 'competencies.crane-operation.options.operator';
const member = `${operator}.requirements[0]`;
const expert = `${operator}.requirements[2]`;
const clauseB = '- { id: b, n: 1, each: H-Safety, within: a }';
const clauseA = '{ id: a, n: 2, each: { any: [H-Crane, H-Crane-2024] } }\n                -';
const expertB = '- { id: b, n: 1, each: H-Safety, apart: a }';
const threshold = '- { metric: cranes_in_service, developed: 10, developing: 5 }';
const nines = (ids: string, n: number) =>
  [...ids].map((id) => `- { id: ${id}, n: ${n}, each: H-Safety, within: b }`).join('\n                ');

/** One fault each: its code, its path, and the change to the example that makes it. */
const broken: readonly [code: CatalogueFault['code'], path: string, from: string, to: string][] = [
  ['not-yaml', 'names.pt-BR[0]', 'pt-BR: Programa de', 'pt-BR: [Programa de'],
  ['not-yaml', 'edition', 'edition: 2026-1', 'edition: !crane 2026-1'],
  ['duplicate-key', 'edition', 'effectiveFrom: 2026-01-01\n\n', 'edition: 2026-1\neffectiveFrom: 2026-01-01\n\n'],
  ['duplicate-key', 'credentials.H-Crane', '  H-Safety:\n', '  H-Crane:\n'],
  ['bad-alias', '', 'edition: 2026-1', 'edition: *nowhere'],
  [
    'bad-alias',
    '',
    'each: H-Basics }',
    `each: { any: &all [${'H-Basics, '.repeat(9)}H-Basics], all: [${'*all, '.repeat(101)}] } }`,
  ],
  ['too-deep', '', 'each: H-Basics }', `each: ${'{ any: ['.repeat(30)}H-Basics${'] }'.repeat(30)} }`],
  ['too-deep', '', 'each: H-Basics }', 'each: &each { any: [*each] } }'],
  ['unknown-format', 'format', 'format: 1', 'format: 2'],
  ['missing', 'edition', 'edition: 2026-1\n', ''],
  [
    'missing',
    'competencies.crane-operation.names.en',
    'names: { en: Crane Operation }',
    'names: { pt-BR: Guindastes }',
  ],
  ['missing', `${member}.people[1][0].n`, 'n: 3, each: H-Basics', 'each: H-Basics'],
  ['missing', `${member}.people[1][0].each`, 'n: 3, each: H-Basics', 'n: 3'],
  ['missing', 'edition', 'edition: 2026-1', "edition: '  '"],
  ['wrong-type', '', harbour, '- a list'],
  ['wrong-type', '', harbour, ''],
  ['wrong-type', 'edition', 'edition: 2026-1', 'edition: 2026'],
  ['wrong-type', 'credentials.H-Basics.titles', 'titles: [Harbour Basics]', 'titles: Harbour Basics'],
  ['wrong-type', `${member}.people[1][0].n`, 'n: 3, each: H-Basics', 'n: three, each: H-Basics'],
  ['wrong-type', `${member}.people[1][0].each`, 'each: H-Basics }', 'each: 7001 }'],
  [
    'wrong-type',
    `${member}.people[1][0].each.any[1].all`,
    'each: H-Basics }',
    'each: { any: [H-Basics, { all: H-Crane }] } }',
  ],
  ['wrong-type', `${expert}.figures[0].developed`, 'developed: 10', 'developed: ten'],
  ['unknown-key', 'edtion', 'edition: 2026-1', 'edition: 2026-1\nedtion: 2026-1'],
  ['unknown-key', `${operator}.requirement`, '        requirements:', '        requirement: []\n        requirements:'],
  ['unknown-key', `${member}.people[1][0].withn`, 'each: H-Basics }', 'each: H-Basics, withn: a }'],
  ['unknown-key', `${member}.people[1][0].each.any`, 'each: H-Basics }', 'each: { all: [H-Basics], any: [H-Crane] } }'],
  ['unknown-key', '["odd key"]', 'edition: 2026-1', 'edition: 2026-1\nodd key: 1'],
  ['not-allowed', 'metrics.cranes_in_service.unit', 'unit: devices', 'unit: cranes'],
  ['not-allowed', 'credentials.H-Basics.kind', 'kind: assessment', 'kind: test'],
  ['bad-id', 'id', 'id: harbour', 'id: our harbour'],
  ['bad-id', 'associations["a/b"]', 'contract: Service', 'a/b: Service'],
  ['bad-id', `${member}.people[1][0].each`, 'each: H-Basics }', 'each: Harbour Basics }'],
  ['not-a-date', 'effectiveFrom', 'effectiveFrom: 2026-01-01\n\n', 'effectiveFrom: 2026-02-30\n\n'],
  ['not-a-date', `${member}.effectiveTo`, '2026-06-30', 'June 2026'],
  ['all-and-market', `${expert}.figures[0]`, 'developed: 10', 'all: 10'],
  ['unknown-policy', 'policies.retiredExamGrace', 'retiredExamGraceMonths', 'retiredExamGrace'],
  ['policy-value', 'policies.retiredExamGraceMonths', 'Months: 6', 'Months: half a year'],

  ['duplicate-id', 'levels[1]', '- id: expert', '- id: Member'],
  ['duplicate-id', 'credentials.H-Crane', '  H-Basics:\n    kind: assessment', '  h-crane:\n    kind: assessment'],
  ['duplicate-id', 'credentials.H-Crane.activityIds[1]', '[7001]', '[7001, 7001]'],
  ['duplicate-id', `${member}.people[0][1].id`, clauseB, '- { id: a, n: 1, each: H-Safety }'],
  ['duplicate-id', `${expert}.figures[1].metric`, threshold, `${threshold}\n              ${threshold}`],
  ['unknown-credential', 'credentials.H-Crane-2024.replacedBy', 'replacedBy: H-Crane', 'replacedBy: H-Crane-2026'],
  ['unknown-credential', `${member}.people[1][0].each`, 'each: H-Basics }', 'each: H-Basic }'],
  ['unknown-credential', `${expert}.people[0][0].each.all[1]`, 'all: [H-Crane, H-Basics]', 'all: [H-Crane, H-Basic]'],
  ['unknown-metric', `${expert}.figures[0].metric`, 'metric: cranes_in_service', 'metric: cranes'],
  ['unknown-level', `${expert}.level`, '- level: expert', '- level: master'],
  ['unknown-association', `${operator}.associations[0]`, 'associations: [contract]', 'associations: [contact]'],
  ['unknown-clause', `${member}.people[0][1].within`, 'within: a', 'within: c'],
  ['unknown-clause', `${expert}.people[0][1].apart`, 'apart: a', 'apart: [c]'],
  ['refers-to-itself', `${member}.people[0][1].within`, 'within: a', 'within: b'],
  ['refers-to-itself', `${expert}.people[0][1].apart`, 'apart: a', 'apart: b'],
  ['refers-to-itself', 'credentials.H-Crane-2024.replacedBy', 'replacedBy: H-Crane', 'replacedBy: H-Crane-2024'],
  [
    'within-cycle',
    `${member}.people[0][0].within`,
    clauseA,
    '{ id: a, n: 1, each: H-Crane, within: b }\n                -',
  ],
  ['within-too-many', `${member}.people[0][1].within`, 'n: 1, each: H-Safety, within', 'n: 3, each: H-Safety, within'],
  ['apart-from-own-group', `${member}.people[0][1].apart`, 'within: a', 'within: a, apart: a'],
  [
    'apart-from-own-group',
    `${member}.people[0][0].apart`,
    clauseA,
    '{ id: a, n: 2, each: H-Crane, apart: b }\n                -',
  ],
  [
    'cannot-be-met',
    `${member}.people[0]`,
    clauseB,
    `${clauseB}\n                - { id: c, n: 2, each: H-Basics, within: a, apart: b }`,
  ],
  ['too-many-combinations', `${expert}.people[0][0]`, expertB, `${expertB}\n                ${nines('cdefghij', 1)}`],
  ['too-many-combinations', `${member}.people[1][0]`, 'n: 3, each: H-Basics', 'n: 1000000, each: H-Basics'],
  ['not-a-count', `${member}.people[1][0].n`, 'n: 3, each: H-Basics', 'n: 0, each: H-Basics'],
  ['not-a-count', `${member}.people[1][0].n`, 'n: 3, each: H-Basics', 'n: 2.5, each: H-Basics'],
  ['missing', 'credentials.H-Basics.titles[0]', 'titles: [Harbour Basics]', 'titles: []'],
  ['empty-list', 'levels', harbour.slice(harbour.indexOf('levels:'), harbour.indexOf('policies:')), 'levels: []\n'],
  ['empty-list', `${expert}.people[0][0].each.all`, 'all: [H-Crane, H-Basics]', 'all: []'],
  ['empty-list', `${member}.people[0][0].each.any`, clauseA, '{ id: a, n: 2, each: { any: [] } }\n                -'],
  ['empty-list', `${member}.people[1]`, '- - { id: a, n: 3, each: H-Basics }', '- []'],
  [
    'nothing-required',
    `${operator}.requirements[1]`,
    'people:\n              - - { id: a, n: 3, each: { any: [H-Crane, H-Crane-2024] } }',
    'people: []',
  ],
  ['threshold-missing', `${expert}.figures[0]`, ', developed: 10, developing: 5', ''],
  ['threshold-unit', `${expert}.figures[0]`, 'developed: 10', 'developed: true'],
  ['threshold-unit', `${expert}.figures[0]`, 'unit: devices', 'unit: yes-no'],
  ['threshold-unit', `${expert}.figures[0]`, 'developed: 10', 'developed: 0'],
  [
    'dates-reversed',
    'effectiveTo',
    'effectiveFrom: 2026-01-01\n\n',
    'effectiveFrom: 2026-01-01\neffectiveTo: 2025-01-01\n\n',
  ],
  ['dates-reversed', `${member}.effectiveTo`, '2026-06-30', '2025-12-31'],
  [
    'dates-reversed',
    'credentials.H-Crane-2024.countsUntil',
    'retiredOn: 2025-12-31',
    'retiredOn: 2025-12-31\n    countsUntil: 2025-06-30',
  ],
  ['overlapping-periods', `${operator}.requirements[1].effectiveFrom`, '2026-06-30', '2026-07-01'],
  ['overlapping-periods', `${operator}.requirements[1].effectiveFrom`, '            effectiveTo: 2026-06-30\n', ''],
  ['requires-cycle', 'credentials.H-Basics.requires', '[Harbour Basics]', '[Harbour Basics]\n    requires: H-Safety'],
  ['unknown-credential', 'credentials.H-Safety.requires.any[1]', 'any: [H-Crane, H-Basics]', 'any: [H-Crane, H-Basic]'],
  ['empty-list', 'credentials.H-Safety.requires.any', 'any: [H-Crane, H-Basics]', 'any: []'],
  [
    'counts-without-retirement',
    'credentials.H-Basics.countsUntil',
    '[Harbour Basics]',
    '[Harbour Basics]\n    countsUntil: 2026-06-30',
  ],
];

const coast = 'competencies.harbour-light.options.coast.requirements[0].score';
const island = 'competencies.harbour-light.options.island.requirements[0].score';
const harbourLight = 'competencies.harbour-light';

/** The same for a goal in points. */
const brokenScores: readonly [code: CatalogueFault['code'], path: string, from: string, to: string][] = [
  ['not-a-fraction', `${coast}.atLeast`, 'atLeast: 30', 'atLeast: many'],
  ['not-a-fraction', `${coast}.metrics[0].figures[1].points`, "'20/6'", "'20/0'"],
  ['not-a-fraction', `${coast}.metrics[0].figures[0].points`, 'points: 2 }', 'points: -2 }'],
  ['unknown-score-metric', `${coast}.metrics[0].id`, '- id: ships', '- id: boats'],
  [
    'unknown-metric',
    `${coast}.metrics[0].figures[0].metric`,
    'metric: ships_by_lamp, points: 2',
    'metric: x, points: 2',
  ],
  [
    'unknown-metric',
    `${coast}.metrics[0].figures[1].baseline.metric`,
    'baseline: { metric: tonnage',
    'baseline: { metric: x',
  ],
  ['unknown-metric', 'metrics.tonnage.weights.boats', 'weights: { ships_by_lamp', 'weights: { boats'],
  ['refers-to-itself', 'metrics.tonnage.weights.tonnage', 'weights: { ships_by_lamp', 'weights: { tonnage'],
  ['unknown-gate', `${island}.metrics[1].steps[1].after[0]`, 'after: []', "after: ['3']"],
  ['unknown-credential', `${coast}.metrics[1].steps[0].each`, 'n: 2, each: L-Lamp', 'n: 2, each: L-Horn'],
  ['duplicate-id', `${coast}.metrics[1].steps[1].id`, "'2', points: 6", "'1', points: 6"],
  ['duplicate-id', `${island}.metrics[1].id`, '{ id: ships,', '{ id: crew,'],
  ['not-a-count', `${coast}.metrics[1].steps[0].n`, 'n: 2, each: L-Lamp', 'n: 0, each: L-Lamp'],
  ['figures-or-steps', `${island}.metrics[0]`, ', figures: [{ metric: ships_by_lamp, points: 5 }] }', ' }'],
  [
    'score-alone',
    `${coast}`,
    '            score:\n              atLeast: 30',
    '            figures: [{ metric: tonnage, all: 5 }]\n            score:\n              atLeast: 30',
  ],
  ['score-sum', `${coast}.of`, 'of: 50 #', 'of: 60 #'],
  ['score-unreachable', `${coast}.atLeast`, 'atLeast: 30', 'atLeast: 51'],
  ['score-unreachable', `${coast}.atLeast`, 'atLeast: 30', 'atLeast: 0'],
  ['step-without-effect', `${coast}.metrics[1].steps[1]`, ', points: 6, each', ', each'],
  [
    'too-many-combinations',
    island,
    "id: '1', n: 1, points: 5, each: L-Lamp",
    "id: '1', n: 99999, points: 5, each: L-Lamp",
  ],
  ['unknown-option', `${harbourLight}.choice[1].option`, 'option: island', 'option: isle'],
  [
    'unknown-metric',
    `${harbourLight}.choice[0].when[0].metric`,
    'metric: tonnage, atLeast: 100',
    'metric: x, atLeast: 100',
  ],
  ['condition-missing', `${harbourLight}.choice[0].when[0]`, 'tonnage, atLeast: 100', 'tonnage'],
  [
    'condition-policy',
    `${harbourLight}.choice[0].when[0].under.moon`,
    'atLeast: 100',
    'atLeast: 100, under: { moon: full }',
  ],
  ['choice-open', `${harbourLight}.choice[0].when`, '      - option: island # the last case has no conditions\n', ''],
];

describe('a fault', () => {
  it.each(brokenScores)('of a score: %s at %s', (code, path, from, to) => {
    const faults = faultsIn(readProgramme(changed(lighthouse, from, to), 'lighthouse.yaml'));

    expect(faults.map((fault) => `${fault.code} ${fault.path}`)).toContain(`${code} ${path}`);
  });

  it.each(broken)('%s at %s', (code, path, from, to) => {
    const faults = faultsIn(readProgramme(changed(harbour, from, to), 'harbour.yaml'));

    expect(faults.map((fault) => `${fault.code} ${fault.path}`)).toContain(`${code} ${path}`);
    expect(faults.every(({ file }) => file === 'harbour.yaml')).toBe(true);
  });

  it.each<[CatalogueFault['code'], string, string, string]>([
    ['unknown-programme', 'extends', 'extends: harbour', 'extends: port'],
    ['unknown-competency', 'competencies.cranes', '  crane-operation:', '  cranes:'],
    ['unknown-key', 'id', 'extends: harbour', 'extends: harbour\nid: ours'],
    [
      'missing',
      'competencies.towing.source',
      '    source: Letter of 2026-05-02\n    options:\n      tug-operator:\n        names: { en: Tug Operator option }\n        requirements:\n          - level: expert',
      '    options:\n      tug-operator:\n        names: { en: Tug Operator option }\n        requirements:\n          - level: expert',
    ],
    ['unknown-level', 'competencies.towing.options.tug-operator.requirements[0].level', 'level: expert', 'level: gold'],
    ['duplicate-id', 'credentials.h-crane', '  H-Tug:', '  h-crane:'],
  ])('of an extension: %s at %s', (code, path, from, to) => {
    const faults = faultsIn(readProgramme(changed(ourRules, from, to), 'our-rules.yaml', [base]));

    expect(faults.map((fault) => `${fault.code} ${fault.path}`)).toContain(`${code} ${path}`);
  });

  it('has a case above or in load.test.ts, whatever its code', () => {
    const elsewhere: CatalogueFault['code'][] = [
      'not-utf8',
      'too-large',
      'duplicate-programme',
      'unknown-programme',
      'unknown-competency',
    ];

    expect([...new Set([...broken, ...brokenScores].map(([code]) => code).concat(elsewhere))].sort()).toEqual(
      [...new Set([...programmeFaultCodes, ...fileFaultCodes])].sort(),
    );
  });

  it.each<[string, string, string, number]>([
    ['the key', 'edition: 2026-1', 'edition: 2026', 4],
    ['the unknown key', 'kind: assessment', 'kind: assessment\n    kinds: none', 29],
    ['the clause', 'within: a', 'within: c', 64],
    ['what lacks the key', 'edition: 2026-1\n', '', 1],
    ['the syntax', 'edition: 2026-1', 'edition: "2026" 1', 4],
  ])('knows the line of %s', (_, from, to, line) => {
    expect(faultsIn(readProgramme(changed(harbour, from, to), 'harbour.yaml'))[0]!.line).toBe(line);
  });

  it('comes with all the others, those of form before those of meaning', () => {
    const text = [
      ['replacedBy: H-Crane\n', 'replacedBy: H-Crane\n    replacedOn: 2026-01-01\n'],
      ['kind: assessment', 'kind: test'],
      ['n: 3, each: H-Basics', 'n: three, each: H-Basics, within: z'],
      ['metric: cranes_in_service', 'metric: cranes'],
      ['{ all: [H-Crane, H-Basics] }', '{ all: [H-Crane, H-Docks] }'],
    ].reduce((changing, [from, to]) => changed(changing, from!, to!), harbour);

    expect(faultsIn(readProgramme(text, 'x.yaml')).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'not-allowed credentials.H-Basics.kind',
      'unknown-key credentials.H-Crane-2024.replacedOn',
      `wrong-type ${member}.people[1][0].n`,
      `unknown-metric ${expert}.figures[0].metric`,
      `unknown-credential ${expert}.people[0][0].each.all[1]`,
    ]);
  });

  it('is not reported for what merely names something unreadable', () => {
    const faults = faultsIn(readProgramme(changed(harbour, 'titles: [Harbour Basics]', 'titles: 1'), 'x.yaml'));

    expect(faults.map(({ code }) => code)).toEqual(['wrong-type']);
  });
});

const every = [
  ...broken.flatMap(([, , from, to]) => faultsIn(readProgramme(changed(harbour, from, to), 'x.yaml'))),
  ...brokenScores.flatMap(([, , from, to]) => faultsIn(readProgramme(changed(lighthouse, from, to), 'x.yaml'))),
];

describe.each(locales)('in %s', (locale) => {
  const texts = JSON.parse(readFileSync(join(__dirname, `../../cards/text/${locale}.json`), 'utf8')) as Record<
    string,
    string
  >;
  const said = ({ code, args }: Pick<CatalogueFault, 'code' | 'args'>) =>
    String(new IntlMessageFormat(texts[`catalogue.fault.${code}`]!, locale).format(args));

  it('every fault has a sentence for which it brings the values', () => {
    for (const fault of every) expect(said(fault)).toMatch(/[^\s{}]{2}/);
  });

  it('the faults of files and folders have theirs', () => {
    const rest: Pick<CatalogueFault, 'code' | 'args'>[] = [
      { code: 'not-utf8', args: {} },
      { code: 'too-large', args: { most: 4_000_000 } },
      { code: 'unknown-programme', args: { id: 'x', known: 'y' } },
      { code: 'unknown-competency', args: { id: 'x' } },
      { code: 'duplicate-programme', args: { id: 'x' } },
    ];

    expect(rest.map(said).every((sentence) => sentence.length > 5)).toBe(true);
  });
});

describe('whatever the text', () => {
  // prettier-ignore
  const word = fc.constantFrom(
    'format: 1', 'id: x', 'extends: harbour', 'names:', 'en:', 'competencies:', 'options:', 'requirements:', 'people:',
    '- ', '[', ']', '{', '}', '&a', '*a', '!!map', '? ', ': ', '|', '>', '"', "'", '#', '---', '...', '%YAML 1.1', '<<:',
    '__proto__:', 'constructor:', 'each: { any: [*a] }', 'n: .inf', 'n: .nan', '\t', '\n', '\n  ', '\n    ', '\u0000', '\uFEFF',
  );

  it('reading it never throws', () => {
    const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (parts) => {
        const reading = readProgramme(parts.join(''), 'x.yaml', [base]);
        expect('programme' in reading || reading.faults.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nor does any change of one place of a sound file', () => {
    const place = fc.nat(harbour.length - 1);
    fc.assert(
      fc.property(place, fc.nat(30), word, (from, length, part) => {
        const text = harbour.slice(0, from) + part + harbour.slice(from + length);
        const reading = readProgramme(text, 'x.yaml');
        expect('programme' in reading || reading.faults.length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['nested too deep to be read', '['.repeat(20_000)],
    [
      'full of aliases of aliases',
      [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefghi'].map(
          (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
        ),
      ].join('\n'),
    ],
    ['of two documents', 'format: 1\n---\nformat: 1\n'],
  ])('a text %s is refused', (_, text) => {
    expect(faultsIn(readProgramme(text, 'x.yaml'))).not.toHaveLength(0);
  });
});

/** Which files are loaded, in which order, and what one wrong file among them does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { competencyOf } from '../../domain/programme/programme';
import { builtInAsJson, builtInProgramme, loadProgramme, loadProgrammes, type Loading } from './load';
import { parseProgramme, type CatalogueReading } from './read';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const [harbour, ourRules] = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text!) as [string, string];
const builtIn = readFileSync(join(__dirname, 'competencies.yaml'), 'utf8');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'laurel-catalogue-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

const faultsOf = (outcome: Loading | CatalogueReading) =>
  'faults' in outcome
    ? outcome.faults.map(({ file, code, path }) => `${file.split(/[\\/]/).at(-1)}: ${code} ${path}`)
    : [];

const ids = (loading: Loading) => ('programmes' in loading ? [...loading.programmes.keys()] : faultsOf(loading));

describe('loading all programmes', () => {
  it('finds the built-in ones, also where the folder does not exist', () => {
    expect(ids(loadProgrammes())).toEqual(['competencies', 'designations', 'specializations']);
    expect(ids(loadProgrammes([join(folder, 'none')]))).toEqual(['competencies', 'designations', 'specializations']);
  });

  it('reads from the JSON of a build what it reads from YAML', () => {
    const values = Object.entries(JSON.parse(builtInAsJson()) as Record<string, unknown>);
    const read = values.map(([file, value]) =>
      parseProgramme({ file, value, findings: [], lineOf: () => undefined }, []),
    );

    expect(read.map((one) => ('programme' in one ? one.programme : one.faults))).toEqual(
      ['competencies', 'designations', 'specializations'].map(builtInProgramme),
    );
  });

  it('reads whole programmes before the files that extend them, and only YAML files', () => {
    write('a.yml', ourRules);
    write('harbour.yaml', harbour);
    write('notes.txt', 'not: [yaml');
    mkdirSync(join(folder, 'folder.yaml'));

    const loading = loadProgrammes([folder]);

    expect(ids(loading)).toEqual(['competencies', 'designations', 'specializations', 'harbour']);
    expect('programmes' in loading && competencyOf(loading.programmes.get('harbour')!, 'towing')).toBeTruthy();
  });

  it('lets a company change the built-in programme; of two changes the last one wins', () => {
    write('1.yaml', 'format: 1\nextends: competencies\nedition: first\npolicies: { orBranchMixing: on }\n');
    write('2.yaml', 'format: 1\nextends: competencies\nedition: second\n');

    const loading = loadProgrammes([folder]);

    expect('programmes' in loading && loading.programmes.get('competencies')).toEqual({
      ...builtInProgramme('competencies'),
      edition: 'second',
      policies: { ...builtInProgramme('competencies').policies, orBranchMixing: 'on' },
    });
  });

  it('takes a file with a byte order mark', () => {
    write('harbour.yaml', `\uFEFF${harbour}`);

    expect(ids(loadProgrammes([folder]))).toEqual(['competencies', 'designations', 'specializations', 'harbour']);
  });

  it('is refused for every fault of every file', () => {
    write('1.yaml', harbour.replace('within: a', 'within: b'));
    write('2.yaml', builtIn);
    write('3.yaml', 'format: 1\nextends: port\n');
    write('4.yaml', Buffer.from(harbour, 'utf16le'));
    write('5.yaml', Buffer.from('id: é', 'latin1'));
    write('6.yaml', '#'.repeat(4_000_001));
    write('7.yaml', '');

    expect(faultsOf(loadProgrammes([folder])).sort()).toEqual([
      '1.yaml: refers-to-itself competencies.crane-operation.options.operator.requirements[0].people[0][1].within',
      '2.yaml: duplicate-programme id',
      '3.yaml: unknown-programme extends',
      expect.stringMatching(/^4\.yaml: /),
      '5.yaml: not-utf8 ',
      '6.yaml: too-large ',
      '7.yaml: wrong-type ',
    ]);
  });
});

describe('loading one programme', () => {
  const named = (outcome: CatalogueReading) =>
    'programme' in outcome ? [outcome.programme.id, outcome.programme.edition] : faultsOf(outcome);

  it.each<[string, string, string[]]>([
    ['its id', 'competencies', ['competencies', '2018-03']],
    ['the id of one in the folder', 'harbour', ['harbour', '2026-1']],
    ['an id that nothing has', 'port', ['port: unknown-programme ']],
  ])('by %s', (_, id, expected) => {
    write('harbour.yaml', harbour);

    expect(named(loadProgramme(id, [folder]))).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['a whole programme', harbour, ['harbour', '2026-1']],
    ['an extension', 'format: 1\nextends: competencies\nedition: ours\n', ['competencies', 'ours']],
    [
      'a changed copy of a built-in programme',
      builtIn.replace('edition: 2018-03', 'edition: tried'),
      ['competencies', 'tried'],
    ],
    ['something else', 'a,b\n1,2\n', ['x.txt: wrong-type ']],
  ])('from the file of %s', (_, text, expected) => {
    write('x.txt', text);

    expect(named(loadProgramme(join(folder, 'x.txt')))).toEqual(expected);
  });

  it('names the programmes there are', () => {
    const outcome = loadProgramme('port');

    expect('faults' in outcome && outcome.faults[0]!.args).toEqual({
      id: 'port',
      known: 'competencies, designations, specializations',
    });
  });

  it('is refused if the folder holds a wrong file', () => {
    write('wrong.yaml', 'format: 3');

    expect(named(loadProgramme('competencies', [folder]))).toEqual(['wrong.yaml: unknown-format format']);
  });
});

it('has no built-in programme of another name', () => {
  expect(() => builtInProgramme('harbour')).toThrow('harbour');
});

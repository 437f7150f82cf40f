/** Imports from the file to what is kept: told truly, done once, and nothing lost when two come at the same time. */
import { text } from '../../cards/text';
import { refusalText } from '../../cards/sections/import-text';
import type { Person } from '../../domain/partner/people/person';
import { type Change, type Repository, StoreUnavailable, ValueTooLarge } from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import type { ImportRequest } from './import-opening';
import type { ImportDone, ImportResult } from './import-result';
import { importFile } from './import-file';
import { importJson } from '../cli/import-json';

const tenant = 'contoso';
const programme = builtInProgramme('competencies');
const noon = Date.parse('2021-02-01T12:00:00Z');

const header = 'TrainingTitle,TrainingCompletionDate,CorpEmail,MCPID,Email';
const csv = (...rows: readonly string[]) => [header, ...rows, ''].join('\r\n');

interface Given extends Partial<ImportRequest> {
  readonly store?: Store;
  readonly now?: number;
}

function run(content: string, { store = openMemory(), now = noon, ...request }: Given = {}): Promise<ImportResult> {
  const deps = { store, read: readImport, programmes: new Map([[programme.id, programme]]), now: () => now };
  const file = fileOf('trainings.csv', Buffer.from(content));
  return importFile(deps, { tenant, file, by: 'admin', dry: false, ...request });
}

async function done(content: string, given?: Given): Promise<ImportDone> {
  const result = await run(content, given);
  if ('refused' in result) throw new Error(`refused: ${JSON.stringify(result.refused)}`);
  return result;
}

async function all<T>(repository: Repository<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const { value } of repository.list(tenant)) found.push(value);
  return found;
}

const writes = (store: ReturnType<typeof openMemory>) =>
  store.requests.filter(({ operation }) => operation === 'write');
const summary = (people: readonly Person[]) =>
  people
    .map(({ identifiers, achievements }) => [
      Object.values(identifiers).flat().join(' '),
      achievements.map(({ title, completedOn }) => `${title} ${completedOn}`).join(', '),
    ])
    .map((parts) => parts.join(': '))
    .sort();

const three = csv('Exam,2018-01-01,a@c.com,1,', 'Exam,2019-01-01,a@c.com,1,', 'Exam,2018-01-01,b@c.com,2,');

it('writes people, then says so', async () => {
  const store = openMemory();

  const result = await done(three, { store });

  expect(result).toMatchObject({
    kind: 'training-completions',
    rows: 3,
    items: { new: 2, changed: 0, unchanged: 0 },
    achievements: { new: 3, unchanged: 0, removed: 0 },
    dry: false,
  });
  expect(summary(await all(store.people))).toEqual([
    'a@c.com 1: Exam 2018-01-01, Exam 2019-01-01',
    'b@c.com 2: Exam 2018-01-01',
  ]);
});

it('keeps a record of the import that every achievement names', async () => {
  const store = openMemory();

  const { importId } = await done(three, { store });

  expect(await all(store.imports)).toEqual([
    {
      id: importId,
      kind: 'training-completions',
      file: 'trainings.csv',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      importedAt: '2021-02-01T12:00:00.000Z',
      importedBy: 'admin',
      rows: 3,
      people: { new: 2, changed: 0, unchanged: 0 },
      achievements: { new: 3, unchanged: 0, removed: 0 },
      rejected: 0,
    },
  ]);
  const sources = (await all(store.people)).flatMap(({ achievements }) => achievements.map(({ source }) => source));
  expect(new Set(sources)).toEqual(new Set([importId]));
});

it('writes nothing when the same file comes again, and names the import that took it', async () => {
  const store = openMemory();
  const first = await done(three, { store });
  const before = writes(store).length;

  const again = await done(three, { store, now: noon + 1000 });

  expect(again).toMatchObject({
    rows: 3,
    items: { new: 0, changed: 0, unchanged: 2 },
    achievements: { new: 0, unchanged: 3, removed: 0 },
    importId: first.importId,
  });
  expect(writes(store)).toHaveLength(before);
});

it('changes nobody when another file says the same, but records that it came', async () => {
  const store = openMemory();
  await done(three, { store });
  const before = await all(store.people);

  const result = await done(three.replaceAll(',', '\t'), { store, now: noon + 1000 });

  expect(result).toMatchObject({ items: { new: 0, changed: 0, unchanged: 2 } });
  expect(await all(store.people)).toEqual(before);
  expect(await all(store.imports)).toHaveLength(2);
});

it('shows the plan and writes nothing if dry', async () => {
  const store = openMemory();

  const planned = await done(three, { store, dry: true });

  expect(planned).toMatchObject({ items: { new: 2 }, achievements: { new: 3 }, importId: '', dry: true });
  expect(writes(store)).toEqual([]);
});

it.each([
  ['an empty file', '', 'empty'],
  ['a PDF', '%PDF-1.4', 'other-format'],
  ['a missing column', 'TrainingTitle,MCPID\nExam,1\n', 'missing-column'],
  ['open dates', csv('Exam,2018-01-01,a@c.com,,', 'Exam,05/06/2018,a@c.com,,'), 'ambiguous-dates'],
  ['a broken row at the end', `${three}"Exam,2018-01-01,c@c.com,3,`, 'quote-not-closed'],
])('refuses %s and writes nothing', async (_, content, code) => {
  const store = openMemory();

  expect(await run(content, { store })).toMatchObject({ file: 'trainings.csv', refused: { code } });
  expect(writes(store)).toEqual([]);
});

it('counts accepted and rejected rows together, and warns in the order of lines', async () => {
  const result = await done(
    csv('Exam,soon,a@c.com,1,', 'Exam,2018-01-01,a@c.com,1,', 'Exam,2018-01-01,a@c.com,2,', 'Exam,2018-01-01,,3,'),
  );

  expect(result.rows).toBe(4);
  expect(result.rejected.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 not-a-date']);
  expect(result.warnings.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 two-profiles', '5 mcpid-only']);
});

it('prints the shape that scripts rely on', async () => {
  const result = await done(csv('Exam,31/31/2021,a@c.com,1,', 'Exam,2018-01-01,,12345,'));

  expect(importJson(result, text('en'))).toEqual({
    kind: 'training-completions',
    file: 'trainings.csv',
    rows: 2,
    people: { new: 1, changed: 0, unchanged: 0 },
    achievements: { new: 1, unchanged: 0, removed: 0 },
    rejected: [{ line: 2, column: 'TrainingCompletionDate', value: '31/31/2021', reason: 'not a date' }],
    warnings: [{ line: 3, reason: 'no name and no mail: known by MCPID 12345 only' }],
    importId: expect.stringMatching(/^20210201T120000000Z-[0-9a-f]{8}$/),
    dry: false,
  });
});

describe('what is gone', () => {
  const lifetime = (content: string) => fileOf('Export_trainings_Lifetime_1.csv', Buffer.from(content));
  const later = csv('Exam,2019-01-01,a@c.com,1,');
  const kept = ['a@c.com 1: Exam 2018-01-01, Exam 2019-01-01', 'b@c.com 2: Exam 2018-01-01'];
  const goneIn = ({ gone }: ImportDone) =>
    gone.flatMap(({ achievements }) => achievements.map((one) => one.completedOn));

  it('stays where nobody asks to take it away', async () => {
    const store = openMemory();
    await done(three, { store });

    const result = await done(later, { store, now: noon + 1000, file: lifetime(later) });

    expect(result.achievements).toEqual({ new: 0, unchanged: 1, removed: 0 });
    expect(goneIn(result)).toEqual(['2018-01-01', '2018-01-01']);
    expect(summary(await all(store.people))).toEqual(kept);
  });

  it('goes where somebody does, and what was entered by hand stays', async () => {
    const store = openMemory();
    await done(three, { store });
    const [row] = (await all(store.people)).filter(({ identifiers }) => identifiers.mcpId.includes('2'));
    const { version } = (await store.people.get(tenant, row!.id))!;
    const byHand = { title: 'Viva', completedOn: '2018-01-01', source: 'by-hand 1' };
    const value = { ...row!, achievements: [...row!.achievements, byHand] };
    await store.people.write(tenant, [{ kind: 'replace', value, version }]);

    const result = await done(later, { store, now: noon + 1000, file: lifetime(later), removesGone: true });

    expect(result).toMatchObject({
      items: { new: 0, changed: 2, unchanged: 0 },
      achievements: { new: 0, unchanged: 1, removed: 2 },
    });
    expect(summary(await all(store.people))).toEqual(['a@c.com 1: Exam 2019-01-01', 'b@c.com 2: Viva 2018-01-01']);
    expect((await all(store.imports)).at(-1)?.achievements.removed).toBe(2);
    expect(await done(later, { store, now: noon + 2000, file: lifetime(later), removesGone: true })).toMatchObject({
      achievements: { removed: 0 },
      gone: [],
    });
  });

  it('is nothing where the file does not say that it is whole', async () => {
    const store = openMemory();
    await done(three, { store });

    const result = await done(later, { store, now: noon + 1000, removesGone: true });

    expect(goneIn(result)).toEqual([]);
    expect(summary(await all(store.people))).toEqual(kept);
  });
});

describe('figures and competencies', () => {
  const figures = (value: string, asOf: string) => `Metric,Value,AsOf\nazure_consumption_usd_12m,${value},${asOf}\n`;

  it('keeps the newest figure and is about nobody', async () => {
    const store = openMemory();
    const first = await done(figures('5', '2021-01-01'), { store });
    const second = await done(figures('7', '2021-02-01'), { store });
    const older = await done(figures('6', '2020-12-01'), { store });

    expect([first, second, older].map(({ items }) => items)).toEqual([
      { new: 1, changed: 0, unchanged: 0 },
      { new: 0, changed: 1, unchanged: 0 },
      { new: 0, changed: 0, unchanged: 1 },
    ]);
    expect(importJson(second, text('en')).people).toEqual({ new: 0, changed: 0, unchanged: 0 });
    expect(await all(store.figures)).toMatchObject([{ value: 7, asOf: '2021-02-01', source: second.importId }]);
    expect(older.warnings.map(({ code }) => code)).toEqual(['older-figure']);
  });

  it('keeps what Partner Center shows with the partner, in any of five languages', async () => {
    const store = openMemory();
    const file = 'CompetencyName,CompetencyLevel,CompetencyStatus\n数据分析,Gold,Active\nKnitting,Gold,Active\n';
    const { id } = programme.competencies.find(({ names }) => names['zh-CN'] === '数据分析')!;

    const first = await done(file, { store });
    const again = await done(file, { store });

    expect(first).toMatchObject({ items: { new: 1 }, rejected: [{ line: 3, code: 'unknown-competency' }] });
    expect(again).toMatchObject({ items: { new: 0, unchanged: 1 } });
    expect((await store.partners.get(tenant, tenant))?.value).toMatchObject({
      programme: programme.id,
      shown: [{ competency: id, level: 'gold', status: 'active' }],
    });
  });
});

describe('while others write', () => {
  const rows = Array.from(
    { length: 40 },
    (_, index) => `Exam,2018-01-${String(1 + (index % 28)).padStart(2, '0')},p${index % 7}@c.com,${index % 7},`,
  );

  it('two imports at the same moment lose nothing', async () => {
    const [one, other] = [rows.slice(0, 25), rows.slice(15)];
    const together = openMemory();
    const alone = openMemory();

    await Promise.all([run(csv(...one), { store: together }), run(csv(...other), { store: together, now: noon + 1 })]);
    await run(csv(...rows), { store: alone });

    expect(summary(await all(together.people))).toEqual(summary(await all(alone.people)));
  });

  it('two imports that know somebody by different signs agree in the end', async () => {
    const store = openMemory();

    await Promise.all([
      run(csv('One,2018-01-01,a@c.com,,'), { store }),
      run(csv('Two,2018-01-01,,1,'), { store, now: noon + 1 }),
      run(csv('Three,2018-01-01,a@c.com,1,'), { store, now: noon + 2 }),
    ]);
    await run(csv('Three,2018-01-01,a@c.com,1,', 'Four,2018-01-01,,1,'), { store, now: noon + 3 });

    expect(summary(await all(store.people))).toEqual([
      'a@c.com 1: Four 2018-01-01, One 2018-01-01, Three 2018-01-01, Two 2018-01-01',
    ]);
  });

  /** A store in which somebody else changes a row just before each of the first `times` writes. */
  function contested(store: Store, times: number): Store {
    let left = times;
    const write = async (of: string, changes: readonly Change<Person>[]) => {
      if (left-- > 0)
        for await (const { value, version } of store.people.list(of))
          await store.people.write(of, [{ kind: 'replace', value: { ...value, name: `Other ${left}` }, version }]);
      return store.people.write(of, changes);
    };
    return { ...store, people: { ...store.people, write } };
  }

  it('looks again where somebody else was first, and tells what it did itself', async () => {
    const store = openMemory();
    await run(three, { store });

    const result = await done(csv('New,2020-01-01,a@c.com,1,'), { store: contested(store, 3), now: noon + 1 });

    expect(result).toMatchObject({
      items: { new: 0, changed: 1, unchanged: 0 },
      achievements: { new: 1, unchanged: 0 },
    });
    expect(summary(await all(store.people))[0]).toContain('New 2020-01-01');
  });

  it('gives up after many rounds and says so', async () => {
    const store = openMemory();
    await run(three, { store });

    const result = await run(csv('New,2020-01-01,a@c.com,1,'), { store: contested(store, Infinity), now: noon + 1 });

    expect(result).toMatchObject({ refused: { code: 'too-busy' } });
  });

  it('corrects its record where somebody else wrote a part', async () => {
    const store = openMemory();
    const file = csv('Exam,2018-01-01,a@c.com,1,', 'Exam,2018-01-01,b@c.com,2,');

    const outcomes = await Promise.all([done(file, { store }), done(file, { store, now: noon + 1 })]);

    const records = await all(store.imports);
    expect(records.reduce((sum, { people }) => sum + people.new, 0)).toBe(2);
    // Where one was over before the other began, that one is the same file again and has no record of its own.
    for (const result of outcomes.filter(({ items }) => items.new + items.changed > 0 || records.length === 2))
      expect(records.find(({ id }) => id === result.importId)?.people).toEqual(result.items);
  });

  it('does not remove a joined row where the other could not be written', async () => {
    const store = openMemory();
    await run(csv('One,2018-01-01,a@c.com,,'), { store });
    await run(csv('Two,2018-01-01,,1,'), { store, now: noon + 1 });
    const [survivor] = (await all(store.people)).filter(({ identifiers }) => identifiers.corpEmail.length > 0);
    let isFirst = true;
    const write = async (of: string, changes: readonly Change<Person>[]) => {
      const kept = await store.people.get(of, survivor!.id);
      if (isFirst)
        await store.people.write(of, [
          { kind: 'replace', value: { ...kept!.value, name: 'Ada' }, version: kept!.version },
        ]);
      isFirst = false;
      return store.people.write(of, changes);
    };

    await run(csv('Three,2018-01-01,a@c.com,1,'), {
      store: { ...store, people: { ...store.people, write } },
      now: noon + 2,
    });

    expect(await all(store.people)).toMatchObject([
      { name: 'Ada', achievements: [{ title: 'One' }, { title: 'Three' }, { title: 'Two' }] },
    ]);
  });

  it('removes a joined row only after the other holds everything', async () => {
    const store = openMemory();
    await run(csv('One,2018-01-01,a@c.com,,'), { store });
    await run(csv('Two,2018-01-01,,1,'), { store, now: noon + 1 });
    const seen: string[] = [];
    const write = (of: string, changes: readonly Change<Person>[]) => {
      seen.push(...changes.map(({ kind }) => kind));
      return store.people.write(of, changes);
    };

    await run(csv('Three,2018-01-01,a@c.com,1,'), {
      store: { ...store, people: { ...store.people, write } },
      now: noon + 2,
    });

    expect(seen).toEqual(['replace', 'remove']);
    expect(summary(await all(store.people))).toEqual(['a@c.com 1: One 2018-01-01, Three 2018-01-01, Two 2018-01-01']);
  });
});

it('lets an outage through, and completes the import when it is run again', async () => {
  let failing = true;
  const store = openMemory(({ operation, noun }) =>
    failing && operation === 'write' && noun === 'person' ? 'down' : undefined,
  );

  await expect(run(three, { store })).rejects.toThrow(StoreUnavailable);
  failing = false;
  const result = await done(three, { store, now: noon + 1 });

  expect(result).toMatchObject({ items: { new: 2 } });
});

it('refuses a record that no row can hold', async () => {
  const store = openMemory();
  const write = async () => {
    throw new ValueTooLarge('person', 'p-1', 2_000_000);
  };

  const result = await run(three, { store: { ...store, people: { ...store.people, write } } });

  expect(result).toMatchObject({ refused: { code: 'too-large', args: { id: 'p-1' } } });
  if ('refused' in result) expect(refusalText(result.refused, text('en'))).toContain('p-1');
});

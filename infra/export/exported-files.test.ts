/** What is exported, import reads back unchanged, and no spreadsheet executes any of it. */
import { resultOf } from '../../domain/basics/steps';
import fc from 'fast-check';
import { claimSource } from '../../domain/partner/claim';
import type { ExportedText } from '../../domain/imports/exported-file';
import { inOrder } from '../../domain/partner/people/person';
import type { Person } from '../../domain/partner/people/person';
import { builtInProgramme } from '../catalogue/load';
import { openMemory } from '../memory/store';
import { fileOf } from '../import/file';
import { readImport } from '../import/reader';
import { reconcilePeople } from '../../domain/imports/reconcile-people';
import { exportedFiles } from './exported-files';
import { exportedConversations } from './conversations-file';

const tenant = 't1';
const options = {
  names: { metric: () => undefined, competency: () => undefined, level: () => undefined },
  today: '2018-06-01',
} as unknown as Parameters<typeof readImport>[1];

const rules = {
  programmes: new Map([['competencies', builtInProgramme('competencies')]]),
  now: () => Date.parse('2018-06-10T09:00:00Z'),
};

async function textOf(store: ReturnType<typeof openMemory>, name: string): Promise<string> {
  return textIn(exportedFiles(store, tenant, rules).find((file) => file.name === name)!);
}

async function textIn(file: Pick<ExportedText, 'content'>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of file.content()) pieces.push(piece);
  return pieces.join('');
}

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('=1+1', "'=1", "''@x", '-Ana', '+7', '@home', 'a,"b"', 'O’Neil', "'quoted'", '王小明'),
  )
  .map((text) => text.replace(/[\p{C}\ufffd]/gu, '').trim())
  .filter((text) => text !== '');
const day = fc.constantFrom('2017-01-01', '2017-06-30', '2018-02-28');
const achievement = fc.record(
  { title: words, completedOn: day, activityId: fc.constantFrom('7', '=8'), source: fc.constant('s') },
  { requiredKeys: ['title', 'completedOn', 'source'] },
);
const people: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record(
      {
        name: words,
        linkedOn: day,
        leftOn: day,
        profiles: fc.nat(2),
        achievements: fc.array(achievement, { maxLength: 4 }),
      },
      { requiredKeys: ['name', 'profiles', 'achievements'] },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) =>
    some.map(({ profiles, ...parts }, index) => ({
      id: `p${index}`,
      ...parts,
      identifiers: {
        corpEmail: [`p${index}@fernhollow.example`],
        mcpId: Array.from({ length: profiles }, (_, at) => `${index + 1}${at}`),
        email: [],
        aadUserId: [],
      },
    })),
  );

const bare = ({ id: _, achievements, ...person }: Person) => ({
  ...person,
  achievements: [...new Map([...achievements].sort(inOrder).map((one) => [JSON.stringify(one), one])).values()].map(
    ({ source: __, ...one }) => one,
  ),
});

it('import reads back the people and what they have earned', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (all) => {
      const merged = all.map((one) => ({
        ...one,
        achievements: [...new Map(one.achievements.map((each) => [each.completedOn, each])).values()],
      }));
      const store = openMemory();
      await store.people.write(
        tenant,
        merged.map((value) => ({ kind: 'create', value })),
      );
      let kept: Person[] = [];
      for (const name of ['people.csv', 'achievements.csv']) {
        const read = await readImport(fileOf(name, Buffer.from(await textOf(store, name))), options);
        if (!('facts' in read) || !('people' in read.facts)) throw new Error(JSON.stringify(read));
        expect(read.rejected).toEqual([]);
        const rows = kept.map((value) => ({ value, version: 'v' }));
        const { steps } = resultOf(reconcilePeople({ kept: rows, incoming: read.facts.people, source: 's' }));
        const written = steps.flatMap(({ write }) => (write && 'value' in write ? [write.value] : []));
        kept = [...kept.filter(({ id }) => !written.some((one) => one.id === id)), ...written];
      }

      const byName = (some: readonly Person[]) =>
        some.map(bare).sort((one, other) => (one.identifiers.corpEmail[0]! < other.identifiers.corpEmail[0]! ? -1 : 1));
      expect(byName(kept)).toEqual(byName(merged));
    }),
    { numRuns: 40 },
  );
});

it('writes UTF-8 with a mark, Windows line ends, and nothing that a spreadsheet executes', async () => {
  const store = openMemory();
  const identifiers = { corpEmail: ['a@b.example'], mcpId: ['1', '2'], email: [], aadUserId: [] };
  const places = { office: 'Berlin', team: '+1 Cloud', manager: 'lena@b.example' };
  const value = { id: 'p1', name: '=cmd()', identifiers, leftOn: '2018-06-30', ...places, achievements: [] };
  await store.people.write(tenant, [{ kind: 'create', value }]);
  const figure = { metric: 'revenue', value: true, asOf: '2018-05-31', source: 's' };
  await store.figures.write(tenant, [{ kind: 'create', value: figure }]);

  expect(await textOf(store, 'people.csv')).toBe(
    '\ufeffName,WorkEmail,MCPID,Email,AADUserId,AccountOn,LinkedOn,LeftOn,LinkedElsewhereOn,AccountDeletedOn,' +
      'Office,Team,Manager\r\n' +
      "'=cmd(),a@b.example,1,,,,,2018-06-30,,,Berlin,'+1 Cloud,lena@b.example\r\n" +
      "'=cmd(),a@b.example,2,,,,,2018-06-30,,,Berlin,'+1 Cloud,lena@b.example\r\n",
  );
  expect(await textOf(store, 'figures.csv')).toBe('\ufeffMetric,Value,AsOf\r\nrevenue,yes,2018-05-31\r\n');
  expect(await textOf(store, 'partner.json')).toBe('{}\n');
});

it('tells where people can be reached, as JSON', async () => {
  const store = openMemory();
  expect(JSON.parse(await textIn(exportedConversations(store, tenant)))).toEqual([]);
  const conversation = (id: string) => ({
    id,
    scope: 'personal' as const,
    reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', bot: '28:laurel', user: `29:${id}` },
    name: 'Ana “安娜”',
    locale: 'zh-CN' as const,
    seenAt: '2018-06-01T09:00:00.000Z',
  });
  const values = [conversation('a'), conversation('b')];
  await store.conversations.write(
    tenant,
    values.map((value) => ({ kind: 'create', value })),
  );
  expect(JSON.parse(await textIn(exportedConversations(store, tenant)))).toEqual(values);
});

it('keeps what somebody says of themselves apart from what an import may confirm', async () => {
  const store = openMemory();
  const achievements = [
    { title: '70-496', completedOn: '2018-05-02', source: claimSource('7') },
    { title: '70-497', completedOn: '2018-05-03', source: 's' },
  ];
  const identifiers = { corpEmail: ['a@b.example'], mcpId: [], email: [], aadUserId: [] };
  const value = { id: 'p1', name: '=Ana', identifiers, achievements };
  const by = { kind: 'person' } as const;
  const at = '2018-06-01T09:00:00.000Z';
  const steps = [
    { kind: 'invited', at, by: { kind: 'admin', id: 'boss' } },
    { kind: 'trouble', cause: 'thirty-days', until: '2018-06-20', at, by },
  ] as const;
  await store.people.write(tenant, [{ kind: 'create', value }]);
  await store.onboardings.write(tenant, [{ kind: 'create', value: { person: 'p1', steps } }]);

  const said = await textOf(store, 'onboarding.csv');
  expect(await textOf(store, 'achievements.csv')).not.toContain('70-496');
  expect(said).toBe(
    '\ufeffPerson,Said,OnDay,Until,Cause,Achievement,SaidAt,SaidBy\r\n' +
      `'=Ana,invited,,,,,${at},admin\r\n` +
      `'=Ana,trouble,,2018-06-20,thirty-days,,${at},person\r\n` +
      "'=Ana,claimed,2018-05-02,,,70-496,,person\r\n",
  );
  expect(await readImport(fileOf('any.csv', Buffer.from(said)), options)).toMatchObject({
    refused: { code: 'for-reading', args: { file: 'onboarding.csv' } },
  });
});

it('tells where everybody on the way stands, for reading only', async () => {
  const store = openMemory();
  const admin = { kind: 'admin', id: 'boss' } as const;
  const at = (day: string) => `${day}T09:00:00.000Z`;
  const signs = { corpEmail: ['a@b.example'], mcpId: [], email: [], aadUserId: [] };
  const people: readonly Person[] = [
    { id: 'p1', name: '=Ana', identifiers: signs, accountOn: '2018-06-02', achievements: [] },
    {
      id: 'p2',
      name: 'Bo',
      identifiers: { ...signs, corpEmail: [] },
      linkedOn: '2018-05-01',
      linkedElsewhereOn: '2018-06-04',
      achievements: [],
    },
    { id: 'p3', name: 'Never asked', identifiers: { ...signs, corpEmail: ['c@b.example'] }, achievements: [] },
  ];
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value }) as const),
  );
  const steps = [
    { kind: 'invited', at: at('2018-06-01'), by: admin },
    { kind: 'trouble', cause: 'thirty-days', until: '2018-06-20', at: at('2018-06-03'), by: { kind: 'person' } },
    { kind: 'reminded', at: at('2018-06-05'), by: admin },
    { kind: 'reminded', at: at('2018-06-06'), by: admin },
  ] as const;
  const elsewhere = {
    kind: 'linked-elsewhere',
    on: '2018-06-04',
    at: at('2018-06-05'),
    by: { kind: 'elsewhere' },
  } as const;
  await store.onboardings.write(tenant, [
    { kind: 'create', value: { person: 'p1', steps } },
    { kind: 'create', value: { person: 'p2', steps: [elsewhere] } },
  ]);

  const told = await textOf(store, 'onboarding-states.csv');
  expect(told).toBe(
    '\ufeffPerson,WorkAddress,State,Since,SaidBy,Next,InvitedOn,InvitedBy,Reminders,LastReminder,Trouble,TroubleUntil,' +
      'Contradictions,NotReachable\r\n' +
      'Bo,,linked-elsewhere,2018-06-04,elsewhere,,,,0,,,,,\r\n' +
      "'=Ana,a@b.example,blocked,,,2018-06-20,2018-06-01,boss,2,2018-06-06,thirty-days,2018-06-20,,\r\n",
  );
  expect(await readImport(fileOf('any.csv', Buffer.from(told)), options)).toMatchObject({
    refused: { code: 'for-reading', args: { file: 'onboarding-states.csv' } },
  });
});

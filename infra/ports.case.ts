/** The contract of the store, which every adapter has to pass. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Conversation } from '../domain/partner/conversation';
import type { Correction } from '../domain/partner/correction';
import type { Hindrance } from '../domain/counting/credits/hindrance';
import type { Delivery } from '../domain/alerts/delivery';
import type { Figure } from '../domain/partner/figure';
import type { ImportRecord } from '../domain/partner/import-record';
import type { KeptNotice } from '../domain/alerts/kept-notice';
import type { CachedStanding } from '../domain/membership/cached-standing';
import type { Onboarding } from '../domain/onboarding/onboarding';
import type { AssignedTask } from '../domain/tasks/assigned-task';
import type { NoticeReason } from '../domain/alerts/notice';
import type { Partner } from '../domain/partner/partner';
import { noIdentifiers, type Person } from '../domain/partner/people/person';
import {
  type Change,
  type Versioned,
  type Repository,
  StoreUnavailable,
  ValueTooLarge,
} from '../domain/basics/repository';
import { type Store } from '../domain/ports';
import type { Installation } from '../domain/partner/installation';

/** A store under test. */
export interface Subject {
  readonly store: Store;
  /** How many requests the store has made so far. */
  requests(): number;
  /** From now on nothing is answered; with `false` it is again. */
  breakDown(broken: boolean): void;
  close(): Promise<void>;
}

const visit = (conversation: string, welcomedAt = '2018-06-01T10:00:00Z'): Installation => ({
  conversation,
  welcomedAt,
});
const figure = (metric: string, value: Figure['value'] = 1): Figure => ({
  metric,
  value,
  asOf: '2018-05-31',
  source: 'import-1',
});
const person = (id: string, name = 'Ana'): Person => ({ id, name, identifiers: noIdentifiers, achievements: [] });
const record = (id: string, file = 'people.csv'): ImportRecord => ({
  id,
  kind: 'people',
  file,
  contentHash: 'ab',
  importedAt: '2018-06-01T10:00:00Z',
  importedBy: 'u1',
  rows: 3,
  people: { new: 1, changed: 1, unchanged: 1 },
  achievements: { new: 0, unchanged: 0, removed: 0 },
  rejected: 0,
});
const correction = (id: string, change: Correction['change']): Correction => ({
  id,
  by: 'a1',
  at: '2018-06-01T10:00:00Z',
  change,
});
const fullOnboarding: Onboarding = {
  person: 'p1',
  steps: [
    { kind: 'invited', at: '2018-06-01T10:00:00Z', by: { kind: 'admin', id: 'a1' } },
    { kind: 'account-made', on: '2018-06-01', at: '2018-06-01T11:00:00Z', by: { kind: 'person' } },
    { kind: 'trouble', cause: 'thirty-days', until: '2018-06-20', at: '2018-06-02T10:00:00Z', by: { kind: 'person' } },
    { kind: 'reminded', at: '2018-06-03T10:00:00Z', by: { kind: 'admin', id: 'a1' } },
    { kind: 'linked', on: '2018-06-20', at: '2018-06-20T10:00:00Z', by: { kind: 'person' } },
    { kind: 'linked-elsewhere', on: '2018-09-01', at: '2018-09-02T10:00:00Z', by: { kind: 'admin', id: 'a1' } },
  ],
};
const fullPartner: Partner = {
  tenant: 't1',
  name: 'Contoso “北京”',
  programme: 'competencies',
  market: 'developing',
  apart: [{ one: ['8810021'], other: ['5510021', 'mette.old@mail.example'] }],
  membership: { level: 'gold', boughtOn: '2018-02-14', renewedOn: [] },
  policies: { countingDelay: '48 h', skillAgeLimit: 12, orBranchMixing: true },
  admins: ['a1', 'a2'],
  shown: [{ competency: 'devops', level: 'gold', status: 'in-grace-period', endsOn: '2018-12-31' }],
  enrolments: [{ competency: 'security', level: 'solutions-partner', from: '2018-06-01' }],
  overrides: [{ competency: 'devops', level: 'gold', from: '2018-06-01', until: '2018-08-31', source: 'by-hand c5' }],
  costs: [
    { vouchers: 5, enteredOn: '2018-06-01', source: 'by-hand c6' },
    {
      credential: '70-346',
      fee: { units: 16_550, currency: 'USD' },
      vouchers: 0,
      enteredOn: '2018-06-01',
      source: 'by-hand c6',
    },
  ],
};
const fullPerson: Person = {
  id: 'p1',
  name: '王小明 🎓',
  identifiers: { corpEmail: ['a@b.cn'], mcpId: ['1', '2'], email: [], aadUserId: ['x'] },
  accountOn: '2018-01-01',
  linkedOn: '2018-01-02',
  leftOn: '2018-03-01',
  linkedElsewhereOn: '2018-04-01',
  accountDeletedOn: '2018-05-01',
  office: '上海',
  team: 'Cloud “A”',
  manager: 'lena@b.cn',
  achievements: [
    { title: 'Exam 70-346', activityId: '7', completedOn: '2017-10-01', expiresOn: '2019-10-01', source: 'import-1' },
  ],
};

const fullStanding: CachedStanding = {
  tenant: 't1',
  marks: [{ token: 'a', at: 1_612_180_800_000 }],
  judged: {
    rules: '0.1.0 competencies 2018-03 abc',
    partner: fullPartner,
    newestImport: record('i1'),
    asOf: '2018-06-01',
    validUntil: '2018-06-30',
    risks: {
      until: '2019-02-14',
      because: 'anniversary',
      counts: { lost: 1, lapses: 2, override: 3, reached: 5, thin: 4 },
    },
    competencies: [
      {
        id: 'devops',
        level: 'silver',
        override: { competency: 'devops', level: 'silver', until: '2018-08-31', source: 'x' },
        options: [
          {
            id: 'team',
            levels: [
              {
                level: 'gold',
                met: false,
                progress: 1 / 3,
                figures: [{ metric: 'm', value: 2, asOf: '2018-05-31', threshold: 3, met: false, share: 2 / 3 }],
                counted: [[4, 1], [0]],
                uncertain: ['orBranchMixing'],
              },
            ],
          },
        ],
      },
    ],
    heads: { people: 9, counting: 4, lapsed: 2 },
    trend: { since: '2018-05-02', held: 1, goals: { devops: { level: 'silver', progress: 30, points: 2.5 } } },
    achievements: 12,
    unnamedAchievements: 3,
  },
};

const fullConversation: Conversation = {
  id: 'aad-1',
  scope: 'personal',
  reference: {
    channel: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: 'a:1',
    bot: '28:laurel',
    user: '29:ana',
  },
  name: 'Ana “安娜”',
  locale: 'zh-TW',
  timeZone: 'Asia/Taipei',
  seenAt: '2018-06-01T10:00:00Z',
  hindrance: { kind: 'blocked', code: 'MessageWritesBlocked', since: '2018-06-01', retryAt: '2018-06-02' },
};

const on = '2018-06-01';
const hindrances: readonly Hindrance[] = [
  { code: 'left', on },
  { code: 'linked-elsewhere', on },
  { code: 'account-deleted', on },
  { code: 'not-linked' },
  { code: 'waiting', countsFrom: on },
  { code: 'not-yet-earned', on },
  { code: 'expired', on },
  { code: 'expired', on, isComputed: true },
  { code: 'retired', on, countedUntil: '2019-06-01' },
  { code: 'earned-after-retirement', on },
  { code: 'too-old', on },
  { code: 'third-party' },
  { code: 'claimed' },
];
const causes = hindrances.map(
  (because) => ({ code: 'credential', person: 'p1', credential: '70-346', because, on }) as const,
);
const lapses = { code: 'lapses', competency: 'devops', level: 'gold', on, causes: [{ code: 'rule', on }] } as const;
const keptNotice = (key: string): KeptNotice => ({
  key,
  severity: 'urgent',
  audience: 'admins',
  reason: {
    rule: 'renewal-at-risk',
    level: 'silver',
    until: '2019-02-14',
    because: 'anniversary',
    risks: [{ code: 'lost', competency: 'devops', level: 'gold', shownUntil: on, causes }, lapses],
  },
  repair: { competency: 'devops', tasks: [{ person: 'p1', credentials: ['70-346'] }], short: ['revenue'] },
  openedAt: 1_527_843_600_000,
  opening: 1,
  round: 2,
  state: { is: 'open' },
});
const reasons: readonly NoticeReason[] = [
  { rule: 'level-lapses', risk: lapses },
  { rule: 'runway', step: -180, anniversary: on, closes: on },
  { rule: 'certification', person: 'p1', credential: '70-346', until: on },
  { rule: 'counts-now', person: 'p1', since: on, credentials: 2 },
  { rule: 'linked-elsewhere', person: 'p1', on },
  { rule: 'onboarding', person: 'p1', occasion: 'silent', state: 'account-made', since: '2018-06-01' },
  { rule: 'onboarding-help', person: 'p1', why: 'stuck', since: '2018-06-01' },
  { rule: 'counts-now', person: 'p1', since: '2018-06-01', credentials: 1, countsFor: ['devops'] },
  { rule: 'task', person: 'p1', task: 'p1/az', credential: 'az', occasion: 'asked', due: on, version: '1.asked.1' },
  {
    rule: 'task-help',
    person: 'p1',
    credential: 'az',
    why: 'declined',
    since: on,
    due: on,
    competency: 'devops',
    level: 'gold',
    said: 'no time',
  },
  {
    rule: 'team',
    week: on,
    people: 3,
    counts: { tasks: 2, overdue: 1, booked: 1, declined: 0, onboarding: 1, ending: 0 },
    matters: [
      { is: 'overdue', person: 'p1', credential: 'az', on },
      { is: 'stuck', person: 'p2', on },
    ],
    more: 1,
  },
  { rule: 'stale-data', importedOn: on, days: 35 },
  { rule: 'figures-outdated', outdated: 2, missing: 1, oldest: on, competency: 'devops', enteredBy: 'boss' },
  { rule: 'requirement-change', competency: 'devops', on, levels: [{ level: 'gold', met: false }] },
];
const states: readonly KeptNotice['state'][] = [
  { is: 'acknowledged', by: 'boss', at: 1 },
  { is: 'assigned', by: 'boss', at: 1, to: 'ana' },
  { is: 'assigned', by: 'boss', at: 1, to: 'p1', person: 'p1' },
  { is: 'snoozed', by: 'boss', at: 1, until: on },
  { is: 'resolved', at: 1, because: 'facts' },
];
const fullTask: Omit<AssignedTask, 'id' | 'state'> = {
  person: 'p1',
  credential: 'az',
  goal: { competency: 'devops', level: 'gold', by: on },
  askedBy: 'boss',
  askedAt: 1,
  due: on,
  opening: 1,
};
const taskStates: readonly AssignedTask['state'][] = [
  { is: 'asked', at: 1 },
  { is: 'accepted', at: 1 },
  { is: 'declined', at: 1, why: 'no time' },
  { is: 'booked', at: 1, on },
  { is: 'reported', at: 1 },
  { is: 'done', at: 1 },
  { is: 'fallen', at: 1, because: 'replanned' },
];
const delivery = {
  recipient: 'boss',
  notice: 'n1',
  post: 'boss 2018-06-01',
  day: on,
  tries: 1,
  unclear: 0,
  shown: '1',
};
const deliveryStates: readonly Delivery['state'][] = [
  { is: 'sending', at: 1 },
  { is: 'sent', at: 1, activity: 'a1' },
  { is: 'failed', at: 1, code: '429', retryAt: 2 },
  { is: 'skipped', at: 1, reason: 'no-conversation' },
];

const create = <T>(value: T): Change<T> => ({ kind: 'create', value });
const replace = <T>(value: T, version: string): Change<T> => ({ kind: 'replace', value, version });
const remove = (id: string, version: string): Change<never> => ({ kind: 'remove', id, version });

async function listed<T>(repository: Repository<T>, tenant: string): Promise<Versioned<T>[]> {
  const rows: Versioned<T>[] = [];
  for await (const row of repository.list(tenant)) rows.push(row);
  return rows;
}

async function versionOf<T>(repository: Repository<T>, tenant: string, id: string): Promise<string> {
  return (await repository.get(tenant, id))!.version;
}

/** Any text at all, halves of characters included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const oddText = fc.oneof(
  anyText,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(..."/\\#?%'~_:;=@|. %2F\u0000\u0085\t") }),
  fc.string({ unit: 'grapheme-ascii', minLength: 500, maxLength: 1500 }),
);

/** Proves that a store does what `domain/ports.ts` promises. */
export function storeContract(name: string, open: () => Promise<Subject>): void {
  describe(`a store in ${name}`, () => {
    let subject: Subject;
    let store: Store;
    let tenant: string;

    beforeAll(async () => {
      subject = await open();
      store = subject.store;
    });
    afterAll(() => subject?.close());
    beforeEach(() => {
      tenant = randomUUID();
    });

    const requestsOf = async (act: () => Promise<unknown>): Promise<number> => {
      const before = subject.requests();
      await act();
      return subject.requests() - before;
    };

    it.each<[keyof Omit<Store, 'ping'>, string, object]>([
      ['partners', 't1', fullPartner],
      ['people', 'p1', fullPerson],
      ['people', 'p2', person('p2')],
      ['figures', 'revenue', figure('revenue', 2000.5)],
      ['figures', 'authorised', figure('authorised', true)],
      ['imports', 'i1', { ...record('i1'), undoneAt: '2018-06-02T10:00:00Z' }],
      [
        'corrections',
        'c1',
        correction('c1', { kind: 'left', person: 'p1', before: '2018-01-01', after: '2018-03-01' }),
      ],
      [
        'corrections',
        'c9',
        correction('c9', { kind: 'joined', person: 'p1', before: fullPerson, other: { ...fullPerson, id: 'p2' } }),
      ],
      [
        'corrections',
        'c2',
        correction('c2', { kind: 'completed', person: 'p1', achievement: fullPerson.achievements[0]! }),
      ],
      [
        'corrections',
        'c3',
        {
          ...correction('c3', { kind: 'removed', person: 'p1', achievements: fullPerson.achievements }),
          undoneAt: 'x',
        },
      ],
      ['corrections', 'c4', correction('c4', { kind: 'figure', before: figure('m', true), after: figure('m', 2) })],
      [
        'corrections',
        'c5',
        correction('c5', { kind: 'override', competency: 'devops', after: fullPartner.overrides![0]! }),
      ],
      [
        'corrections',
        'c6',
        correction('c6', { kind: 'costs', before: [fullPartner.costs![0]!], after: fullPartner.costs! }),
      ],
      ['onboardings', 'p1', fullOnboarding],
      ...taskStates.map((state, index): [keyof Omit<Store, 'ping'>, string, object] => [
        'tasks',
        `p1/a b%2F${index}`,
        { ...fullTask, id: `p1/a b%2F${index}`, state },
      ]),
      ['associations', 'ab12', { account: 'ab12', holders: [{ tenant: 't1', on: '2018-06-01' }] }],
      ['associations', 'ab34', { account: 'ab34', holders: [], recorded: { on: '2018-06-01', isTold: true } }],
      ['associations', 'ab56', { account: 'ab56', holders: [], recorded: { isTold: false } }],
      [
        'pendings',
        'p1',
        {
          id: 'p1',
          by: 'a1',
          at: '2018-06-01T10:00:00Z',
          file: 'a.csv',
          content: 'H4sI',
          state: 'applying',
          begunAt: '2018-06-01T10:01:00Z',
          importId: 'i1',
        },
      ],
      ['offers', 'o1', { id: 'o1', by: 'a1', about: 'people', at: '2018-06-01T10:00:00Z' }],
      [
        'traces',
        'i1-0001',
        {
          id: 'i1-0001',
          import: 'i1',
          footprints: [
            { noun: 'person', id: 'p1', before: fullPerson, after: 'x' },
            { noun: 'person', id: 'p2' },
            { noun: 'figure', id: 'm', before: figure('m', true), after: 'y' },
            { noun: 'partner', id: 't1', before: { name: '' }, after: { name: 'A', shown: fullPartner.shown } },
          ],
        },
      ],
      ['installations', '19:abc@thread.tacv2;messageid=1', visit('19:abc@thread.tacv2;messageid=1')],
      ['conversations', 'aad-1', fullConversation],
      [
        'conversations',
        '19:abc@thread.tacv2',
        {
          id: '19:abc@thread.tacv2',
          scope: 'channel',
          reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', bot: '28:laurel' },
          name: 'General',
          locale: 'en',
          seenAt: '2018-06-01T10:00:00Z',
        },
      ],
      ['standings', 't1', fullStanding],
      ['standings', 't2', { tenant: 't2', marks: [] }],
      ['notices', 'renewal-at-risk/silver/2019-02-14', keptNotice('renewal-at-risk/silver/2019-02-14')],
      ...reasons.map((reason, index): ['notices', string, object] => [
        'notices',
        `n${index}`,
        { ...keptNotice(`n${index}`), reason, audience: { person: 'p1', account: 'aad-1' } },
      ]),
      ...states.map((state, index): ['notices', string, object] => [
        'notices',
        `s${index}`,
        { ...keptNotice(`s${index}`), state },
      ]),
      ...deliveryStates.map((state, index): ['deliveries', string, object] => [
        'deliveries',
        `boss n1 ${index}`,
        { ...delivery, id: `boss n1 ${index}`, state },
      ]),
      [
        'alertSettings',
        'boss',
        { person: 'boss', quietFrom: 18, quietTo: 8, workingDays: [1, 7], digestOn: 1, stopped: ['runway'] },
      ],
      [
        'audit',
        '2018-06-01T10:00:00.000Z a',
        {
          id: '2018-06-01T10:00:00.000Z a',
          at: '2018-06-01T10:00:00.000Z',
          by: 'boss',
          act: 'imported',
          about: 'import',
        },
      ],
      [
        'histories',
        't1',
        {
          tenant: 't1',
          steps: [
            {
              on: '2018-06-01',
              programme: 'competencies',
              goals: { devops: { level: 'gold', progress: 100, points: 70.5 }, data: { progress: 40 } },
              people: 12,
              counting: 7,
              lapsed: 2,
              import: 'i1',
            },
            {
              on: '2018-06-02',
              goals: { data: { level: 'silver', progress: 50 } },
              people: 12,
              counting: 8,
              lapsed: 2,
            },
          ],
        },
      ],
      ['forgotten', 'forgotten-1', { id: 'forgotten-1', signs: ['ab', 'cd'], at: '2018-06-01T10:00:00.000Z' }],
      ['forgettingKeys', 't1', { tenant: 't1', key: 'ab' }],
      ['schedule', 't1', { tenant: 't1', dueAt: 253_402_300_799_000, calls: 0 }],
      [
        'schedule',
        't2',
        {
          tenant: 't2',
          dueAt: 1,
          calls: 2,
          claim: { token: 'a', until: 3 },
          noticed: { calls: 1, on: '2018-06-01', until: '2018-06-30', before: 5 },
        },
      ],
    ])('keeps every field of %s %s', async (noun, id, value) => {
      const repository = store[noun] as Repository<unknown>;

      expect(await repository.get(tenant, id)).toBeUndefined();
      expect(await repository.write(tenant, [create(value)])).toEqual([]);

      expect((await repository.get(tenant, id))?.value).toEqual(value);
      expect((await listed(repository, tenant)).map((row) => row.value)).toEqual([value]);
    });

    it('lists each noun apart', async () => {
      await store.figures.write(tenant, [create(figure('same'))]);
      await store.imports.write(tenant, [create(record('same'))]);
      await store.installations.write(tenant, [create(visit('same'))]);

      expect(await listed(store.figures, tenant)).toMatchObject([{ value: figure('same') }]);
      expect(await listed(store.imports, tenant)).toMatchObject([{ value: record('same') }]);
      expect(await listed(store.partners, tenant)).toEqual([]);
    });

    it('leaves out what a noun does not have', async () => {
      await store.installations.write(tenant, [create({ ...visit('c'), extra: 1 })]);

      expect((await store.installations.get(tenant, 'c'))?.value).toEqual(visit('c'));
    });

    it('shares nothing with what it was given or has given', async () => {
      const given = { ...figure('m'), source: 'as written' };
      await store.figures.write(tenant, [create(given)]);
      given.source = 'changed after writing';
      const read = (await store.figures.get(tenant, 'm'))!;
      (read.value as { source: string }).source = 'changed after reading';

      expect((await store.figures.get(tenant, 'm'))?.value.source).toBe('as written');
    });

    describe('versions', () => {
      it('tells the three ways of coming too late', async () => {
        await store.figures.write(tenant, [create(figure('a')), create(figure('b')), create(figure('c'))]);
        const version = await versionOf(store.figures, tenant, 'a');
        await store.figures.write(tenant, [replace(figure('a', 2), version)]);
        const gone = await versionOf(store.figures, tenant, 'b');
        await store.figures.write(tenant, [remove('b', gone)]);

        expect(await store.figures.write(tenant, [create(figure('a'))])).toEqual([{ id: 'a', reason: 'exists' }]);
        expect(await store.figures.write(tenant, [replace(figure('a'), version)])).toEqual([
          { id: 'a', reason: 'changed' },
        ]);
        expect(await store.figures.write(tenant, [remove('a', version)])).toEqual([{ id: 'a', reason: 'changed' }]);
        expect(await store.figures.write(tenant, [replace(figure('b'), gone)])).toEqual([{ id: 'b', reason: 'gone' }]);
        expect(await store.figures.write(tenant, [remove('b', gone)])).toEqual([{ id: 'b', reason: 'gone' }]);
        expect((await store.figures.get(tenant, 'a'))?.value.value).toBe(2);
        expect(await store.figures.get(tenant, 'b')).toBeUndefined();
      });

      it('gives a row that was removed and made again another version', async () => {
        await store.installations.write(tenant, [create(visit('c'))]);
        const first = await versionOf(store.installations, tenant, 'c');
        await store.installations.write(tenant, [remove('c', first)]);
        await store.installations.write(tenant, [create(visit('c'))]);

        expect(await store.installations.write(tenant, [replace(visit('c', 'later'), first)])).toEqual([
          { id: 'c', reason: 'changed' },
        ]);
      });

      it('lists the versions that a write wants', async () => {
        await store.people.write(tenant, [create(person('p1')), create(person('p2'))]);
        const rows = await listed(store.people, tenant);

        const changes = rows.map(({ value, version }) => replace({ ...value, name: 'Bo' }, version));
        expect(await store.people.write(tenant, changes)).toEqual([]);

        expect((await listed(store.people, tenant)).map(({ value }) => value.name)).toEqual(['Bo', 'Bo']);
      });

      it('makes every change that can be made and names every one that cannot', async () => {
        await store.figures.write(tenant, [create(figure('old')), create(figure('stale')), create(figure('leaving'))]);
        const [old, stale, leaving] = await Promise.all(
          ['old', 'stale', 'leaving'].map((id) => versionOf(store.figures, tenant, id)),
        );
        await store.figures.write(tenant, [replace(figure('stale', 5), stale!)]);

        const conflicts = await store.figures.write(tenant, [
          create(figure('new')),
          create(figure('old', 9)),
          replace(figure('stale', 9), stale!),
          replace(figure('missing'), old!),
          remove('leaving', leaving!),
        ]);

        expect(new Map(conflicts.map(({ id, reason }) => [id, reason]))).toEqual(
          new Map([
            ['old', 'exists'],
            ['stale', 'changed'],
            ['missing', 'gone'],
          ]),
        );
        const left = (await listed(store.figures, tenant)).map(({ value }) => [value.metric, value.value]);
        expect(left.sort()).toEqual([
          ['new', 1],
          ['old', 1],
          ['stale', 5],
        ]);
      });

      it('lets exactly one of several writers win', async () => {
        const creations = await Promise.all(
          Array.from({ length: 6 }, (_, writer) =>
            store.installations.write(tenant, [create(visit('c', `by ${writer}`))]),
          ),
        );
        const version = await versionOf(store.installations, tenant, 'c');
        const replacements = await Promise.all(
          Array.from({ length: 6 }, (_, writer) =>
            store.installations.write(tenant, [replace(visit('c', `again by ${writer}`), version)]),
          ),
        );

        expect(creations.filter((conflicts) => conflicts.length === 0)).toHaveLength(1);
        expect(replacements.filter((conflicts) => conflicts.length === 0)).toHaveLength(1);
        const winner = replacements.findIndex((conflicts) => conflicts.length === 0);
        expect((await store.installations.get(tenant, 'c'))?.value.welcomedAt).toBe(`again by ${winner}`);
      });
    });

    describe('many and large', () => {
      it('lists all of more people than a page holds, each once, page by page', async () => {
        const ids = Array.from({ length: 2300 }, (_, index) => `p${index}`);
        await store.people.write(
          tenant,
          ids.map((id) => create(person(id))),
        );

        let people: Versioned<Person>[] = [];
        const requests = await requestsOf(async () => (people = await listed(store.people, tenant)));

        expect(people.map(({ value }) => value.id).sort()).toEqual([...ids].sort());
        // As many as there are pages, and behind the first one at most one more for each partition.
        expect(requests).toBeGreaterThanOrEqual(3);
        expect(requests).toBeLessThanOrEqual(3 + 16);
      });

      it('asks once for a row, and once for a list that is empty or short', async () => {
        await store.figures.write(tenant, [create(figure('a')), create(figure('b'))]);

        expect(await requestsOf(() => store.figures.get(tenant, 'a'))).toBe(1);
        expect(await requestsOf(() => store.figures.get(tenant, 'none'))).toBe(1);
        expect(await requestsOf(() => listed(store.figures, tenant))).toBe(1);
        expect(await requestsOf(() => listed(store.people, tenant))).toBe(1);
      });

      it('asks for nothing if there is nothing to write', async () => {
        expect(await requestsOf(() => store.figures.write(tenant, []))).toBe(0);
      });

      it('keeps a person with some thousand achievements in any script', async () => {
        const achievements = Array.from({ length: 2500 }, (_, index) => ({
          title: `考试 ${index} 🎓`,
          completedOn: '2018-01-01',
          source: 'import-1',
        }));
        const large = { ...person('large'), achievements };

        await store.people.write(tenant, [create(large)]);

        expect((await store.people.get(tenant, 'large'))?.value).toEqual(large);
      });

      it('takes many large values in one call', async () => {
        const records = Array.from({ length: 12 }, (_, index) => record(`i${index}`, 'x'.repeat(450_000)));

        expect(await store.imports.write(tenant, records.map(create))).toEqual([]);

        expect(await listed(store.imports, tenant)).toHaveLength(12);
      });

      it('refuses a value that no row holds, by noun and id, before anything is written', async () => {
        const changes = [create(visit('small')), create(visit('large', 'x'.repeat(530_000)))];

        const refusal = await store.installations.write(tenant, changes).catch((error: unknown) => error);

        expect(refusal).toBeInstanceOf(ValueTooLarge);
        expect(refusal).toMatchObject({ noun: 'visit', id: 'large' });
        expect(await listed(store.installations, tenant)).toEqual([]);
      });

      it('refuses a row that occurs twice, before anything is written', async () => {
        const changes = [create(visit('a')), create(visit('b')), create(visit('a', 'again'))];

        await expect(store.installations.write(tenant, changes)).rejects.toThrow(RangeError);

        expect(await listed(store.installations, tenant)).toEqual([]);
      });

      it('refuses a value that could not be read back', async () => {
        await expect(store.figures.write(tenant, [create({ ...figure('a'), asOf: '2018-02-30' })])).rejects.toThrow();

        expect(await store.figures.get(tenant, 'a')).toBeUndefined();
      });
    });

    describe('names of any kind', () => {
      it('keeps tenants apart, even those whose names run into ids and separators', async () => {
        const tenants = ['', '0', '~', '~0', '_', 'visit', 'visit~'].map((suffix) => tenant + suffix);
        for (const each of tenants) {
          await store.installations.write(each, [create(visit('c', each))]);
          await store.people.write(each, [create(person('p', each))]);
        }

        for (const each of tenants) {
          expect((await store.installations.get(each, 'c'))?.value.welcomedAt).toBe(each);
          expect((await listed(store.installations, each)).map(({ value }) => value.welcomedAt)).toEqual([each]);
          expect((await listed(store.people, each)).map(({ value }) => value.name)).toEqual([each]);
        }
      });

      it('tells ids of any characters and any length apart', async () => {
        await fc.assert(
          fc.asyncProperty(fc.uniqueArray(oddText, { minLength: 2, maxLength: 5 }), oddText, async (ids, content) => {
            const owner = `${tenant}${ids.length}${content}`;
            const fresh = `${owner}${randomUUID()}`;

            expect(
              await store.installations.write(
                fresh,
                ids.map((id) => create(visit(id, content))),
              ),
            ).toEqual([]);

            const rows = await listed(store.installations, fresh);
            expect(rows.map(({ value }) => value.conversation).sort()).toEqual([...ids].sort());
            for (const id of ids) expect((await store.installations.get(fresh, id))?.value).toEqual(visit(id, content));
            const version = await versionOf(store.installations, fresh, ids[0]!);
            expect(await store.installations.write(fresh, [remove(ids[0]!, version)])).toEqual([]);
            expect(await listed(store.installations, fresh)).toHaveLength(ids.length - 1);
          }),
          { numRuns: 40 },
        );
      });

      it('is not confused by contents that look like requests', async () => {
        const contents = [
          '{"PartitionKey":"x","RowKey":"y"}',
          "'\r\n--changeset_1\r\nDELETE http://127.0.0.1/x(PartitionKey='a',RowKey='b') HTTP/1.1\r\n\r\n",
          '}}{{',
          '\u2028\u2029\ufeff\u0000',
        ];

        await store.installations.write(
          tenant,
          contents.map((content, index) => create(visit(`c${index}`, content))),
        );

        const rows = await listed(store.installations, tenant);
        expect(rows.map(({ value }) => value.welcomedAt)).toEqual(contents);
      });
    });

    describe('an outage', () => {
      afterEach(() => subject.breakDown(false));

      it.each<[string, (store: Store, tenant: string) => Promise<unknown>]>([
        ['get', ({ installations: visits }, whose) => visits.get(whose, 'c')],
        ['get of a row that is not there', ({ installations: visits }, whose) => visits.get(whose, 'none')],
        ['list', ({ people }, whose) => listed(people, whose)],
        ['write of one', ({ installations: visits }, whose) => visits.write(whose, [create(visit('new'))])],
        [
          'write of many',
          ({ installations: visits }, whose) => visits.write(whose, [create(visit('new')), create(visit('newer'))]),
        ],
        ['ping', ({ ping }) => ping()],
      ])('is never taken for an absence: %s', async (_, act) => {
        await store.installations.write(tenant, [create(visit('c'))]);
        subject.breakDown(true);

        await expect(act(store, tenant)).rejects.toBeInstanceOf(StoreUnavailable);

        subject.breakDown(false);
        await store.ping();
        expect((await store.installations.get(tenant, 'c'))?.value).toEqual(visit('c'));
        expect(await store.installations.get(tenant, 'new')).toBeUndefined();
      });

      it('in the middle of a list ends it with the error, not with fewer rows', async () => {
        await store.people.write(
          tenant,
          Array.from({ length: 1001 }, (_, index) => create(person(`p${index}`))),
        );
        const rows = store.people.list(tenant)[Symbol.asyncIterator]();
        await rows.next();
        subject.breakDown(true);

        const rest = async () => {
          while (!(await rows.next()).done);
        };

        await expect(rest()).rejects.toBeInstanceOf(StoreUnavailable);
      });
    });
  });
}

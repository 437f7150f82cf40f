/** Linking elsewhere across organisations: the newer link severs the former one, which learns the day and nothing else, and may contest it. */
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { type Versioned } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { programme, titles, worldOf } from '../partner/standing-cache.case';
import { recordingOutbound } from '../context/notifier.case';
import { sweep } from '../alerts/sweep';
import { replyTo } from '../turns/turn';
import type { AppServices } from '../context/app-services';

const noon = Date.parse('2018-06-05T12:00:00Z');
const [former, newer] = ['former', 'newer'];

function personIn(tenant: string, linkedOn: string | undefined, parts: Partial<Person> = {}): Person {
  const identifiers = {
    corpEmail: [`kim@${tenant}.example`],
    mcpId: ['4711'],
    email: [],
    aadUserId: [`kim-${tenant}`],
  };
  const achievements = [{ title: titles[0]!, completedOn: '2018-01-10', source: '20180521T100000000Z-0000000b' }];
  return { id: `kim-${tenant}`, name: 'Kim Doe', identifiers, ...(linkedOn && { linkedOn }), achievements, ...parts };
}

const both = { [former]: personIn(former, '2018-05-02'), [newer]: personIn(newer, '2018-06-04') };

interface Stage {
  readonly services: AppServices;
  readonly said: ReturnType<typeof recordingOutbound>['said'];
  /** Lets everything happen that is due, until nothing is. */
  settle(order?: readonly string[]): Promise<void>;
  kim(tenant: string): Promise<Versioned<Person> | undefined>;
  /** Until whoever was killed is believed to be dead. */
  wait(): void;
  /** Somebody corrects what is on record. */
  correct(tenant: string, person: Person | undefined): Promise<void>;
  steps(tenant: string): Promise<readonly string[]>;
  counts(tenant: string): Promise<boolean>;
  press(who: string, data: object, tenant?: string): Promise<Card>;
  /** Types it and presses the button of the preview. */
  confirm(said: string): Promise<Card>;
  say(said: string): Promise<Card>;
}

interface Parts {
  readonly store?: Store;
  readonly policies?: Partner['policies'];
}

async function stageWith(
  people: Readonly<Record<string, Person>>,
  { store = openMemory(), policies = {} }: Parts = {},
): Promise<Stage> {
  const notifier = recordingOutbound();
  let now = noon;
  const services = worldOf(store, { notifier, now: () => now });
  for (const [tenant, person] of Object.entries(people)) await open(tenant, { person, policies }, services);
  const kim = (tenant: string) => store.people.get(tenant, `kim-${tenant}`);
  const askOf = (who: string, tenant: string): TurnRequest => ({
    tenant,
    user: { id: who, aadObjectId: who, name: who, mails: async () => [] },
    members: async () => [],
    locale: 'en',
    scope: 'personal',
    conversation: `with ${who}`,
    now,
  });
  return {
    services,
    said: notifier.said,
    kim,
    async settle(order = Object.keys(people)) {
      for (const tenant of order) {
        await scheduleSweep(services, tenant);
        await sweep(services);
      }
      for (let time = 0; time < 4; time += 1) await sweep(services);
    },
    wait: () => void (now += 10 * 60_000),
    async correct(tenant, person) {
      now += 60_000;
      const { version, value } = (await kim(tenant))!;
      const change = person
        ? ({ kind: 'replace', value: { ...person, id: value.id }, version } as const)
        : ({ kind: 'remove', id: value.id, version } as const);
      await store.people.write(tenant, [change]);
    },
    async steps(tenant) {
      const kept = await store.onboardings.get(tenant, `kim-${tenant}`);
      return (kept?.value.steps ?? []).map((step) => `${step.kind} ${'on' in step ? step.on : ''} ${step.by.kind}`);
    },
    async counts(tenant) {
      const { card } = await replyTo({ said: 'person Kim Doe' }, askOf(`boss-${tenant}`, tenant), services);
      return !/another organization/.test(plainText(card));
    },
    confirm: async (said) => {
      const request = askOf('boss-former', former);
      const preview = await replyTo({ said }, request, services);
      return (await replyTo({ pressed: preview.card.actions?.[0] }, request, services)).card;
    },
    say: async (said) => (await replyTo({ said }, askOf('boss-former', former), services)).card,
    async press(who, data, tenant = former) {
      now += 60_000;
      const pressed = { type: 'Action.Execute', verb: 'step', data };
      return (await replyTo({ pressed }, askOf(who, tenant), services)).card;
    },
  };
}

async function open(
  tenant: string,
  { person, policies }: { readonly person: Person; readonly policies: Partner['policies'] },
  { store }: AppServices,
): Promise<void> {
  const admins = [`boss-${tenant}`];
  const partner: Partner = {
    tenant,
    name: `Company ${tenant}`,
    programme: programme.id,
    market: 'developed',
    policies,
    shown: [],
    admins,
  };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(tenant, [{ kind: 'create', value: person }]);
  const reference = { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: 'a', bot: '28:b' };
  const seen = { scope: 'personal', name: 'Boss', locale: 'en', seenAt: '2018-06-01T00:00:00Z' } as const;
  await store.conversations.write(tenant, [{ kind: 'create', value: { ...seen, id: admins[0]!, reference } }]);
}

const contested = { people: ['kim-former'], step: 'still-linked', on: '2018-06-04' };

const stores: readonly (readonly [string, () => Promise<{ readonly store: Store; close?(): Promise<void> }>])[] = [
  ['in memory', async () => ({ store: openMemory() })],
  ['on a real table service', openOnAzurite],
];

describe.each(stores)('%s', (_, openStore) => {
  it('severs the former link, tells its admins, and is contested by them for good', async () => {
    const { store, close } = await openStore();
    const { settle, said, kim, steps, press, counts } = await stageWith(both, { store });
    await settle();

    expect((await kim(former))?.value).toEqual({ ...both[former], linkedElsewhereOn: '2018-06-04' });
    expect(await steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere']);
    expect(await counts(former)).toBe(false);
    expect((await kim(newer))?.value).toEqual(both[newer]);
    const told = said.filter(({ tenant }) => tenant === former).map(({ message }) => plainText(message.card));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Since 4 Jun 2018 nothing of this person counts');
    expect(told[0]).toContain('[Still associated with us]');

    expect(plainText(await press('boss-former', contested))).toContain('Recorded.');
    await settle();
    expect((await kim(former))?.value).toEqual(both[former]);
    expect(await counts(former)).toBe(true);
    expect(plainText(await press('boss-former', contested))).toContain('known since 5 Jun 2018');
    await settle();
    expect(await steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere', 'still-linked 2018-06-04 admin']);
    await close?.();
  }, 60_000);

  it('follows the other organisation that corrects its record, takes it back and makes it again', async () => {
    const { store, close } = await openStore();
    const { settle, kim, steps, correct } = await stageWith(both, { store });
    const on = async () => (await kim(former))?.value.linkedElsewhereOn;
    await settle();
    await correct(newer, personIn(newer, '2018-06-01'));
    await settle([newer]);
    expect(await on()).toBe('2018-06-01');

    await correct(newer, personIn(newer, undefined));
    await settle([newer]);
    expect((await kim(former))?.value).toEqual(both[former]);

    await correct(newer, personIn(newer, '2018-06-01'));
    await settle([newer]);
    expect(await on()).toBe('2018-06-01');

    await correct(newer, undefined);
    await settle([newer]);
    expect((await kim(former))?.value).toEqual(both[former]);
    expect(await steps(former)).toEqual([
      'linked-elsewhere 2018-06-04 elsewhere',
      'linked-elsewhere 2018-06-01 elsewhere',
      'still-linked 2018-06-01 elsewhere',
      'linked-elsewhere 2018-06-01 elsewhere',
      'still-linked 2018-06-01 elsewhere',
    ]);
    await close?.();
  }, 60_000);
});

it.each([[[former, newer]], [[newer, former]]])('does not care who is first: %j', async (order) => {
  const { settle, kim, said } = await stageWith(both);
  await settle(order);

  expect((await kim(former))?.value.linkedElsewhereOn).toBe('2018-06-04');
  expect(said.map(({ tenant }) => tenant)).not.toContain(undefined);
  expect(said.filter(({ tenant }) => tenant === former)).toHaveLength(1);
});

it('knows of a link that was recorded long ago', async () => {
  const { settle, kim } = await stageWith({ ...both, [former]: personIn(former, '2016-02-01') });
  await settle();

  expect((await kim(former))?.value.linkedElsewhereOn).toBe('2018-06-04');
});

it('tells at length of a link that became known late', async () => {
  const { settle, said } = await stageWith({
    [former]: personIn(former, '2017-01-02'),
    [newer]: personIn(newer, '2018-02-01'),
  });
  await settle();

  expect(said.filter(({ tenant }) => tenant === former)).toHaveLength(1);
});

it('comes back where the person links here again, and severs there', async () => {
  const { settle, kim, press } = await stageWith({
    ...both,
    [newer]: personIn(newer, '2018-04-01'),
    [former]: personIn(former, '2018-01-01'),
  });
  await settle();
  await press('kim-former', { people: ['kim-former'], step: 'linked', on: '2018-06-05' });
  await settle();

  expect((await kim(former))?.value).toMatchObject({ linkedOn: '2018-06-05' });
  expect((await kim(former))?.value).not.toHaveProperty('linkedElsewhereOn');
  expect((await kim(newer))?.value.linkedElsewhereOn).toBe('2018-06-05');
});

it('shows what contradicts it instead of guessing', async () => {
  const shown = { title: titles[1]!, completedOn: '2018-06-05', source: '20180605T100000000Z-0000000a' };
  const { settle, said } = await stageWith({
    ...both,
    [former]: personIn(former, '2018-05-02', { achievements: [shown] }),
  });
  await settle();

  const [card] = said.filter(({ tenant }) => tenant === former);
  expect(plainText(card!.message.card)).toContain('an import shows an achievement of 5 Jun 2018');
});

it('only tells where the policy says so', async () => {
  const { settle, said, kim } = await stageWith(both, { policies: { linkElsewhere: 'told' } });
  await settle();

  expect((await kim(former))?.value).toEqual(both[former]);
  const [card] = said.filter(({ tenant }) => tenant === former);
  expect(plainText(card!.message.card)).toContain('Nothing was changed here');
});

it('keeps hashes, and tells a tenant no name of another', async () => {
  const { settle, services, said } = await stageWith(both);
  await settle();
  const rows = async (tenant: string) => {
    const values = [];
    for await (const { value } of services.store.associations.list(tenant)) values.push(value);
    return values;
  };

  expect(JSON.stringify([await rows(everybody), await rows(former), await rows(newer)])).not.toMatch(/4711|Kim/);
  expect(await rows(former)).toEqual([
    {
      account: expect.stringMatching(/^[0-9a-f]{64}$/),
      holders: [{ tenant: everybody, on: '2018-06-04' }],
      recorded: { on: '2018-05-02', isTold: true },
    },
  ]);
  const { value } = (await services.store.onboardings.get(former, 'kim-former'))!;
  const known = JSON.stringify([
    value,
    ...said.filter(({ tenant }) => tenant === former).map(({ message }) => message.card),
  ]);
  expect(known).not.toMatch(/newer\.example|Company newer/);
});

it.each<[string, Record<string, Person>]>([
  [
    'somebody who is recorded as gone already',
    { ...both, [former]: personIn(former, '2018-05-02', { leftOn: '2018-06-01' }) },
  ],
  ['links of the same day', { ...both, [former]: personIn(former, '2018-06-04') }],
  ['a link that is still to come', { ...both, [newer]: personIn(newer, '2018-06-20') }],
  ['people of whom no link is on record here', { ...both, [former]: personIn(former, undefined) }],
])('changes and tells nothing of %s', async (_, people) => {
  const { settle, said, kim } = await stageWith(people);
  await settle();

  expect(said.filter(({ tenant }) => tenant === former)).toEqual([]);
  expect((await kim(former))?.value).toEqual(people[former]);
});

describe('a button that is forged', () => {
  it.each<[string, string, string, object, RegExp]>([
    ['by somebody who is no admin', 'mallory', former, contested, /leads somebody else/],
    ['by an admin of the other organisation', 'boss-newer', newer, contested, /no longer|out of date/],
    [
      'with a day of one’s own making',
      'boss-former',
      former,
      { ...contested, on: '2018-06-05' },
      /does not stand any more/,
    ],
    ['with a day to come', 'boss-former', former, { ...contested, on: '2018-07-01' }, /still to come/],
    [
      'without a day',
      'boss-former',
      former,
      { people: ['kim-former'], step: 'still-linked' },
      /does not stand any more/,
    ],
  ])('is refused: %s', async (_, who, tenant, data, answer) => {
    const { settle, press, kim, steps } = await stageWith(both);
    await settle();

    expect(plainText(await press(who, data, tenant))).toMatch(answer);
    await settle();
    expect((await kim(former))?.value.linkedElsewhereOn).toBe('2018-06-04');
    expect(await steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere']);
  });
});

it('lets the person say so as well', async () => {
  const { settle, press, steps } = await stageWith(both);
  await settle();
  await press('kim-former', contested);

  expect(await steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere', 'still-linked 2018-06-04 person']);
});

it('shows where it comes from, in the list as well, and does not keep anybody from being brought on board', async () => {
  const { settle, steps, say, confirm } = await stageWith(both);
  await settle();

  expect(plainText(await say('onboarding'))).toContain(
    'Kim Doe\nassociated with another organization, since 4 Jun 2018',
  );
  expect(plainText(await confirm('onboard Kim Doe'))).toContain('invited now');
  expect(await steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere', 'invited  admin']);
});

describe('two bots, and bots that are killed', () => {
  const outcome = async ({ kim, steps }: Stage) => [
    (await kim(former))?.value,
    await steps(former),
    (await kim(newer))?.value,
  ];

  const severing = async () => undefined;
  const takingBack = async (stage: Stage) => {
    await stage.settle();
    await stage.correct(newer, personIn(newer, undefined));
  };

  it.each([
    ['severing', severing],
    ['taking it back', takingBack],
  ])(
    'end where one ends that is let alone, wherever a write fails: %s',
    async (_, begin) => {
      const whole = await stageWith(both);
      await begin(whole);
      await whole.settle();
      const expected = await outcome(whole);
      for (let at = 0; ; at += 1) {
        let [writes, wasKilled, isArmed] = [0, false, false];
        const store: MemoryStore = openMemory(({ operation }) => {
          if (!isArmed || operation !== 'write' || writes++ !== at) return undefined;
          wasKilled = true;
          return new Error('killed');
        });
        const stage = await stageWith(both, { store });
        await begin(stage);
        isArmed = true;
        await stage.settle().catch(() => undefined);
        isArmed = false;
        stage.wait();
        await stage.settle();

        expect(await outcome(stage)).toEqual(expected);
        if (!wasKilled) break;
      }
    },
    60_000,
  );

  it('write one step and one fact between them', async () => {
    const stage = await stageWith(both);
    const { services } = stage;
    for (const tenant of [former, newer]) await scheduleSweep(services, tenant);
    await Promise.all([sweep(services), sweep(services), sweep(services)]);
    await Promise.all([stage.settle(), stage.settle([newer, former])]);

    expect((await stage.kim(former))?.value.linkedElsewhereOn).toBe('2018-06-04');
    expect(await stage.steps(former)).toEqual(['linked-elsewhere 2018-06-04 elsewhere']);
  });
});

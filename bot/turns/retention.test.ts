/** Retention: what a setting would delete is shown before it is saved, and the sweep of the night deletes that and nothing else. */
import { plainText } from '../../cards/elements/plain-text';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { dayMs } from '../../domain/basics/date';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Retention } from '../../domain/partner/retention';
import type { Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { processDueTenant } from '../alerts/due-tenant';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { removeOutdated } from '../erasure/outdated';
import { answerIn, askBy, noon, programme, tenant, worldOf } from '../partner/standing-cache.case';
import { listValues } from '../store/row-list';
import { updateRow } from '../store/row-update';
import { replyTo } from './turn';

function daysAgo(days: number): string {
  return new Date(noon - days * dayMs).toISOString();
}

function person(id: string, more: Partial<Person> = {}): Person {
  return { id, name: `${id} Doe`, identifiers: { ...noIdentifiers, mcpId: [`mcp-${id}`] }, achievements: [], ...more };
}

function leaver(id: string, days: number, more: Partial<Person> = {}): Person {
  return person(id, { leftOn: daysAgo(days).slice(0, 10), ...more });
}

const alert = {
  audience: 'admins',
  openedAt: 1,
  opening: 1,
  round: 1,
  severity: 'urgent',
  reason: { rule: 'level-lost', risk: { code: 'lost', competency: 'devops', level: 'silver', causes: [] } },
} as const;

function closed(key: string, days: number): KeptNotice {
  return { ...alert, key, state: { is: 'resolved', at: noon - days * dayMs, because: 'facts' } };
}

const record = {
  kind: 'people',
  file: 'people.csv',
  importedBy: 'boss',
  rows: 1,
  people: { new: 1, changed: 0, unchanged: 0 },
  achievements: { new: 0, unchanged: 0, removed: 0 },
  rejected: 0,
} as const;

/** Of each kind something that is old and something that is not, with what stays however old it is. */
async function worldWithOldRows(store: Store = openMemory(), settings: Partial<Partner> = {}): Promise<AppServices> {
  const services = worldOf(store);
  const partner = { ...emptyPartner(tenant, programme.id), admins: ['chief'], ...settings };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  const people = [
    person('stays'),
    leaver('gone', 500),
    leaver('lately', 20),
    leaver('chief-left', 500, { identifiers: { ...noIdentifiers, aadUserId: ['CHIEF'] } }),
  ];
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value })),
  );
  const alerts: readonly KeptNotice[] = [
    closed('level-lost/old', 80),
    closed('level-lost/new', 10),
    { ...alert, key: 'level-lost/open', state: { is: 'open' } },
  ];
  await store.notices.write(
    tenant,
    alerts.map((value) => ({ kind: 'create', value })),
  );
  const imports = [
    { id: 'undone-old', importedAt: daysAgo(410), undoneAt: daysAgo(400) },
    { id: 'undone-new', importedAt: daysAgo(6), undoneAt: daysAgo(5) },
    { id: 'stands', importedAt: daysAgo(700) },
  ];
  for (const one of imports)
    await store.imports.write(tenant, [{ kind: 'create', value: { ...record, ...one, contentHash: one.id } }]);
  const reference = { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/', bot: 'b' };
  const chats = [
    { id: 'silent', scope: 'personal', seenAt: daysAgo(300) },
    { id: 'chief', scope: 'personal', seenAt: daysAgo(300) },
    { id: 'boss', scope: 'personal', seenAt: daysAgo(300) },
    { id: 'talks', scope: 'personal', seenAt: daysAgo(3) },
    { id: 'room', scope: 'groupChat', seenAt: daysAgo(300) },
  ] as const;
  await store.conversations.write(
    tenant,
    chats.map((chat) => ({ kind: 'create', value: { ...chat, reference, name: chat.id, locale: 'en' } })),
  );
  await store.audit.write(
    tenant,
    [40, 100].map((days) => {
      const at = daysAgo(days);
      return { kind: 'create', value: { id: `${at} x`, at, act: 'corrected', about: 'left', by: 'chief' } };
    }),
  );
  return services;
}

async function keptIds({ store }: AppServices) {
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
  return {
    people: idsOf(await listValues(store.people, tenant)),
    imports: idsOf(await listValues(store.imports, tenant)),
    chats: idsOf(await listValues(store.conversations, tenant)),
    alerts: (await listValues(store.notices, tenant)).map(({ key }) => key).sort(),
    corrected: (await listValues(store.audit, tenant)).filter(({ act }) => act === 'corrected').length,
  };
}

function press(pressed: unknown, services: AppServices, by = 'boss'): Promise<Reply> {
  return replyTo({ pressed }, askBy(by, noon), services);
}

function night(services: AppServices): Promise<unknown> {
  return processDueTenant({ tenant, dueAt: 0, calls: 1 }, services);
}

async function setTo({ store }: AppServices): Promise<Retention | undefined> {
  return (await store.partners.get(tenant, tenant))?.value.retention;
}

const shortest = { alerts: '30', audit: '90', left: '30', undone: '30', chats: '180' };

const stores = [
  ['memory', async () => ({ store: openMemory() as Store, close: async () => undefined })],
  ['tables', openOnAzurite],
] as const;

describe.each(stores)('in %s', (_, open) => {
  it('the preview counts what would go, a press saves it, and the night deletes that and nothing else', async () => {
    const { store, close } = await open();
    try {
      const services = await worldWithOldRows(store);
      const before = await keptIds(services);
      const preview = await press({ verb: 'retention', data: shortest }, services);
      const unsaved = await setTo(services);
      const saved = await press(preview.card.actions?.[0], services);
      const unswept = await keptIds(services);
      await night(services);
      const after = await keptIds(services);

      const words = plainText(preview.card);
      for (const line of [
        'Closed alerts: 30 days; 1 is older',
        'Audit trail: 90 days; 1 is older',
        'People who left: 30 days; 1 is older',
      ])
        expect(words).toContain(line);
      for (const line of ['undone: 30 days; 1 is older', 'without a message: 180 days; 1 is older'])
        expect(words).toContain(line);
      expect([preview.name, unsaved, saved.name]).toEqual(['retention-wanted', undefined, 'retention-saved']);
      expect(unswept).toEqual(before);
      expect(after).toEqual({
        people: ['chief-left', 'lately', 'stays'],
        imports: ['stands', 'undone-new'],
        chats: ['boss', 'chief', 'room', 'talks'],
        alerts: expect.not.arrayContaining(['level-lost/old']),
        corrected: 1,
      });
      expect(after.alerts).toEqual(expect.arrayContaining(['level-lost/new']));
      const trail = (await listValues(store.audit, tenant)).map(({ act, about, by }) => [act, about, by].join(' '));
      for (const entry of [
        'settings-changed retention boss',
        'outdated-removed undone retention',
        'outdated-removed chats retention',
        'forgotten forget retention',
      ])
        expect(trail.filter((one) => one === entry)).toHaveLength(1);
    } finally {
      await close();
    }
  }, 60_000);
});

it('without a setting a night deletes no person, no import and no chat', async () => {
  const services = await worldWithOldRows();
  const before = await keptIds(services);
  await night(services);
  const { people, imports, chats, corrected } = await keptIds(services);

  expect({ people, imports, chats, corrected }).toEqual({ ...before, alerts: undefined, corrected: 2 });
});

it('a person who left and still counts by the policies is kept', async () => {
  const policies = { leaverDropRule: 'official' } as const;
  const services = await worldWithOldRows(openMemory(), { policies, retention: { left: 30 } });
  await night(services);

  expect((await keptIds(services)).people).toContain('gone');
});

it('a person who comes back while others are forgotten is kept', async () => {
  const store = openMemory();
  const services = await worldWithOldRows(store, { retention: { left: 30 } });
  await store.people.write(tenant, [{ kind: 'create', value: leaver('zoe', 400) }]);
  const [first, second] = (await listValues(store.people, tenant)).filter(({ id }) => ['gone', 'zoe'].includes(id));
  const write: typeof store.forgotten.write = async (...args) => {
    const row = { repository: store.people, tenant, id: second!.id, noun: 'person' };
    await updateRow(row, () => person(second!.id));
    return store.forgotten.write(...args);
  };
  const partner = (await store.partners.get(tenant, tenant))!.value;
  await removeOutdated(partner, { ...services, store: { ...store, forgotten: { ...store.forgotten, write } } });
  const { people } = await keptIds(services);

  expect(people).toContain(second!.id);
  expect(people).not.toContain(first!.id);
});

it('one night forgets at most twenty people, the nights after it the others', async () => {
  const services = await worldWithOldRows(openMemory(), { retention: { left: 30 } });
  const crowd = Array.from({ length: 30 }, (_, index) => leaver(`p${index}`, 100));
  await services.store.people.write(
    tenant,
    crowd.map((value) => ({ kind: 'create', value })),
  );
  await night(services);
  const first = (await keptIds(services)).people.length;
  await night(services);

  expect([first, (await keptIds(services)).people]).toEqual([34 - 20, ['chief-left', 'lately', 'stays']]);
});

describe('typed', () => {
  it.each([
    ['keep the audit trail for 180 days', 'boss', 'retention-wanted'],
    ['keep the audit trail for 10 days', 'boss', 'retention'],
    ['keep the audit trail forever', 'boss', 'retention'],
    ['retention', 'boss', 'retention'],
    ['how long is data kept', 'boss', 'retention'],
    ['keep the audit trail for 180 days', 'employee', 'admins-only'],
    ['retention', 'employee', 'admins-only'],
  ])('“%s” by %s is answered with %s and writes nothing', async (said, by, name) => {
    const services = await worldWithOldRows();

    expect((await answerIn(services, said, by)).name).toBe(name);
    expect(await setTo(services)).toBeUndefined();
  });

  it('one time leaves the others as they are', async () => {
    const services = await worldWithOldRows(openMemory(), { retention: { left: 730 } });
    await press((await answerIn(services, 'keep the audit trail for 180 days')).card.actions?.[0], services);

    expect(await setTo(services)).toEqual({ alerts: 90, audit: 180, left: 730, undone: 0, chats: 0 });
  });
});

describe('a press', () => {
  it.each([
    ['of a number that makes no sense', { ...shortest, left: '7', from: '90 400 0 0 0' }],
    ['of a trail without limit', { ...shortest, audit: '0', from: '90 400 0 0 0' }],
    ['without what was set at the preview', shortest],
    ['with something else as set', { ...shortest, from: '1 2 3' }],
    ['of a number as a number', { ...shortest, left: 30, from: '90 400 0 0 0' }],
    ['of a list', { ...shortest, left: ['30'], from: '90 400 0 0 0' }],
    ['of nothing but what was set', { from: '90 400 0 0 0' }],
  ])('%s saves nothing', async (_, data) => {
    const services = await worldWithOldRows();
    await press({ verb: 'retention', data }, services);

    expect(await setTo(services)).toBeUndefined();
  });

  it('does not save over what was set since its preview, and shows the preview again', async () => {
    const services = await worldWithOldRows();
    const mine = await answerIn(services, 'keep the audit trail for 180 days');
    await press((await answerIn(services, 'keep closed alerts for 60 days')).card.actions?.[0], services);
    const again = await press(mine.card.actions?.[0], services);
    const between = await setTo(services);
    await press(again.card.actions?.[0], services);

    expect(again.name).toBe('retention-wanted');
    expect(between).toMatchObject({ alerts: 60, audit: 400 });
    expect(await setTo(services)).toMatchObject({ audit: 180 });
  });

  it('made twice is written and recorded once', async () => {
    const services = await worldWithOldRows();
    const { card } = await answerIn(services, 'keep the audit trail for 180 days');
    const replies = [await press(card.actions?.[0], services), await press(card.actions?.[0], services)];
    const trail = (await listValues(services.store.audit, tenant)).filter(({ act }) => act === 'settings-changed');

    expect(replies.map(({ name }) => name)).toEqual(['retention-saved', 'retention-saved']);
    expect(trail).toHaveLength(1);
  });

  it('in another organisation changes nothing here', async () => {
    const services = await worldWithOldRows();
    const { card } = await answerIn(services, 'keep the audit trail for 180 days');
    await replyTo({ pressed: card.actions?.[0] }, { ...askBy('boss', noon), tenant: 'fabrikam' }, services);

    expect(await setTo(services)).toBeUndefined();
  });
});

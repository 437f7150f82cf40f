/** The stored notices follow the facts: opened, resolved and woken, each once, also when another instance writes meanwhile. */
import { earned, partner, person, programme } from '../../domain/alerts/derive-notices.case';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Correction } from '../../domain/partner/correction';
import type { Figure } from '../../domain/partner/figure';
import type { Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import { openMemory } from '../../infra/memory/store';
import { readPartnerRow } from '../store/partner-row';
import { listValues } from '../store/row-list';
import { create, dayMs, friday, imported, lapsing, openAtRisk, tenant, type AtRisk } from './at-risk.case';
import { updateNotices, wakeSnoozedNotices, type NoticeUpdateDeps } from './notice-update';

const rule = ({ reason }: KeptNotice) => reason.rule;

async function update({ services }: Pick<AtRisk, 'services'>, deps: NoticeUpdateDeps = services) {
  return updateNotices(await readPartnerRow(services, tenant), deps);
}

it('opens what the facts say, and nothing a second time', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  const first = await update(world);
  const again = await update(world);

  expect(first).toMatchObject({ opened: 1, resolved: 0 });
  expect(first.notices.map(rule)).toEqual(['renewal-at-risk']);
  expect(again).toEqual({ ...first, opened: 0 });
  expect(await listValues(world.store.notices, tenant)).toEqual(first.notices);
});

it('resolves what the facts no longer say', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  await update(world);
  await world.put([{ ...lapsing, achievements: [earned('p')] }]);

  expect(await update(world)).toMatchObject({ opened: 0, resolved: 1 });
  expect((await listValues(world.store.notices, tenant)).map(({ state }) => state)).toEqual([
    { is: 'resolved', at: friday, because: 'facts' },
  ]);
});

it('has nothing else to notice before the next day on which a rule looks again', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  const { until, before } = await update(world);
  world.pass(Date.parse(until!) - friday);
  const lastDay = await update(world);
  world.pass(dayMs);
  const nextDay = await update(world);

  expect(before).toBeUndefined();
  expect([lastDay.opened + lastDay.resolved, nextDay.until === until]).toEqual([0, false]);
});

it('wakes a notice on the day until which it was snoozed, and not before', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  await update(world);
  const { value, version } = (await firstNotice(world.store))!;
  const state = { is: 'snoozed', by: 'boss', at: friday, until: '2018-06-18' } as const;
  await world.store.notices.write(tenant, [{ kind: 'replace', value: { ...value, state }, version }]);
  world.pass(2 * dayMs);
  const asleep = await wakeSnoozedNotices(partner, world.services);
  world.pass(dayMs);
  const awake = await wakeSnoozedNotices(partner, world.services);

  expect(asleep.notices.map((notice) => notice.state.is)).toEqual(['snoozed']);
  expect(awake.notices.map((notice) => notice.state.is)).toEqual(['open']);
  expect(awake.opened).toBe(0);
});

async function firstNotice({ notices }: Store) {
  for await (const row of notices.list(tenant)) return row;
  return undefined;
}

it('neither overwrites nor counts a notice that another instance has written meanwhile', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  const { notices } = world.store;
  let theirs: KeptNotice | undefined;
  const raced: Store['notices'] = {
    ...notices,
    async write(of, changes) {
      const [change] = changes;
      if (!theirs && change?.kind === 'create') {
        theirs = { ...change.value, state: { is: 'acknowledged', by: 'boss', at: friday } };
        await notices.write(of, [create(theirs)]);
      }
      return notices.write(of, changes);
    },
  };
  const result = await update(world, { ...world.services, store: { ...world.store, notices: raced } });

  expect(result).toMatchObject({ opened: 0, resolved: 0, notices: [] });
  expect(await listValues(notices, tenant)).toEqual([theirs]);
});

it('registers the links of its people for other organisations, and reads facts alone while none has changed', async () => {
  const store = openMemory();
  const world = await openAtRisk({ store });
  const linked = person('ana', [earned('p')]);
  const identifiers = { ...linked.identifiers, mcpId: ['4711'] };
  await world.put([{ ...linked, identifiers, linkedOn: '2018-05-01' }]);
  await update(world);
  const [link] = await listValues(store.associations, tenant);
  expect(link?.recorded).toEqual({ on: '2018-05-01', isTold: true });

  const before = store.requests.length;
  await update(world);
  const requests = store.requests.slice(before);
  expect(requests.filter(({ operation }) => operation === 'write')).toEqual([]);
  expect(requests.filter(({ noun }) => noun === 'association')).toHaveLength(1);
});

it('tells people in onboarding of their next step', async () => {
  const world = await openAtRisk();
  await world.put([person('bo', [])]);
  const invited = { kind: 'invited', at: '2018-06-15T09:00:00.000Z', by: { kind: 'admin', id: 'boss' } } as const;
  await world.store.onboardings.write(tenant, [create({ person: 'bo', steps: [invited] })]);

  expect((await update(world)).notices.map(rule)).toContain('onboarding');
});

it('tells of a newer link elsewhere in the same run that records it', async () => {
  const world = await openAtRisk();
  const linked = person('ana', [earned('p')]);
  await world.put([{ ...linked, identifiers: { ...linked.identifiers, mcpId: ['4711'] }, linkedOn: '2018-05-01' }]);
  await update(world);
  const row = (await firstLink(world.store))!;
  const value = { ...row.value, holders: [{ tenant: '*', on: '2018-06-10' }] };
  await world.store.associations.write(tenant, [{ kind: 'replace', value, version: row.version }]);
  const { notices } = await update(world);

  expect((await world.store.people.get(tenant, 'ana'))?.value.linkedElsewhereOn).toBe('2018-06-10');
  expect(notices.map(({ reason }) => reason)).toContainEqual(
    expect.objectContaining({ rule: 'linked-elsewhere', on: '2018-06-10', recorded: true }),
  );
});

async function firstLink({ associations }: Store) {
  for await (const row of associations.list(tenant)) return row;
  return undefined;
}

it('works out a standing that is not stored', async () => {
  const world = await openAtRisk();
  await world.put([lapsing]);
  const { version } = (await world.store.standings.get(tenant, tenant))!;
  await world.store.standings.write(tenant, [{ kind: 'remove', id: tenant, version }]);
  await update(world);

  expect((await world.store.standings.get(tenant, tenant))?.value.judged).toBeDefined();
});

const asking: Programme = {
  ...programme,
  metrics: [{ id: 'seats', names: { en: 'seats' }, unit: 'seats', source: 'test' }],
  competencies: programme.competencies.map((competency) => ({
    ...competency,
    options: competency.options.map((option) => ({
      ...option,
      requirements: option.requirements.map((requirement) => ({
        ...requirement,
        figures: [{ metric: 'seats', atLeast: { developed: 1 } }],
      })),
    })),
  })),
};
const figure = (source: string, asOf = '2017-05-20'): Figure => ({ metric: 'seats', value: 5, asOf, source });
const correction: Correction = {
  id: 'c1',
  at: '2018-06-14T10:00:00Z',
  by: 'DEPUTY',
  change: { kind: 'figure', after: figure('by-hand c1') },
};

it.each<[string, readonly Figure[], string | undefined]>([
  ['entered it by hand', [figure('by-hand c1')], 'deputy'],
  ['imported it', [figure(imported.id)], 'boss'],
  ['is no longer known', [figure('by-hand c2')], undefined],
  ['imported it by what an import no longer tells', [figure('20170101')], undefined],
])('reminds of outdated figures, and names who %s', async (_, figures, by) => {
  const world = await openAtRisk();
  await world.put([]);
  await world.store.figures.write(tenant, figures.map(create));
  await world.store.corrections.write(tenant, [create(correction)]);
  const services = { ...world.services, programmes: new Map([[asking.id, asking]]) };
  world.pass(5 * dayMs);
  const { notices } = await update({ services });
  const reasons = notices.flatMap(({ reason }) => (reason.rule === 'figures-outdated' ? [reason] : []));

  expect(reasons).toMatchObject([{ outdated: 1, ...(by !== undefined && { enteredBy: by }) }]);
  expect(reasons[0]?.enteredBy).toBe(by);
});

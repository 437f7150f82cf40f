/** Days on which a score had its goal are stored once, beside what others write to the partner at the same time. */
import type { CalendarDate } from '../../domain/basics/date';
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../../domain/fixture.case';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { keepReachedDays } from './reached-days';

const tenant = 'contoso';
const points = (numerator: number) => ({ numerator, denominator: 1 });
const step = { id: 's', each: one('p'), points: points(10), after: [] };
const metric = { id: 'm', of: points(20), figures: [], steps: [step], mayBeZero: false };
const programme = programmeOf([
  competency('points', requirement('silver', { score: { atLeast: points(20), of: points(20), metrics: [metric] } })),
  competency('people', requirement('silver', { alternatives: [[clause('a', 1, one('p'))]] })),
]);
const facts = factsOf([person('x', ['p']), person('y', ['p'])]);
/** Its qualification window opens on 1 July. */
const member: Partner = {
  ...emptyPartner(tenant, programme.id),
  membership: { level: 'silver', boughtOn: '2017-12-15', renewedOn: [] },
};

async function storeWith(partner: Partner): Promise<Store> {
  const store = openMemory();
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  return store;
}

async function keep(store: Store, today: CalendarDate, partner = member): Promise<Partner | undefined> {
  const now = () => Date.parse(`${today}T12:00:00Z`);
  await keepReachedDays({ partner, programme, facts }, today, {
    store,
    programmes: new Map([[programme.id, programme]]),
    now,
  });
  return (await store.partners.get(tenant, tenant))?.value;
}

const firstDay = { competency: 'points', level: 'silver', on: '2018-07-01', points: points(20), of: points(20) };

it('stores the first day, and no second one of the same window', async () => {
  const store = await storeWith(member);

  expect(await keep(store, '2018-07-01')).toEqual({ ...member, reached: [firstDay] });
  expect(await keep(store, '2018-07-02')).toEqual({ ...member, reached: [firstDay] });
});

it('stores nothing before the window opens', async () => {
  const store = await storeWith(member);
  const before = await store.partners.get(tenant, tenant);
  await keep(store, '2018-06-30');

  expect(await store.partners.get(tenant, tenant)).toEqual(before);
});

it('leaves in the row what was written since the facts were read', async () => {
  const other = { competency: 'other', level: 'silver', on: '2018-07-03' };
  const since = { ...member, name: 'Contoso', reached: [other] };

  expect(await keep(await storeWith(since), '2018-07-05')).toEqual({
    ...since,
    reached: [other, { ...firstDay, on: '2018-07-05' }],
  });
});

it('leaves the row to another write that comes first, and stores the day the next time', async () => {
  const store = await storeWith(member);
  const renamed = { ...member, name: 'Contoso' };
  const get = store.partners.get;
  const overtaken: Store = {
    ...store,
    partners: {
      ...store.partners,
      get: async (...row) => {
        const read = await get(...row);
        await store.partners.write(tenant, [{ kind: 'replace', value: renamed, version: read!.version }]);
        return read;
      },
    },
  };
  await keep(overtaken, '2018-07-01');

  expect((await get(tenant, tenant))?.value).toEqual(renamed);
  expect(await keep(store, '2018-07-02')).toEqual({ ...renamed, reached: [{ ...firstDay, on: '2018-07-02' }] });
});

it('works the cached standing out again, because it holds the risks', async () => {
  const store = await storeWith(member);
  await keep(store, '2018-07-01');

  expect((await store.standings.get(tenant, tenant))?.value).toBeDefined();
});

it('creates no row for a partner that has none', async () => {
  expect(await keep(openMemory(), '2018-07-01')).toBeUndefined();
});

/** One due partner is processed: what it reads, what it counts, and when it is due next. */
import type { SweepEntry } from '../../domain/alerts/sweep-entry';
import { earned } from '../../domain/alerts/derive-notices.case';
import { openMemory } from '../../infra/memory/store';
import { create, dayMs, friday, hourMs, lapsing, openAtRisk, tenant } from './at-risk.case';
import { processDueTenant } from './due-tenant';

const entry: SweepEntry = { tenant, dueAt: 0, calls: 3 };
const nothing = {
  notices: { opened: 0, resolved: 0 },
  deliveries: { planned: 0, sent: 0, failed: 0, skipped: 0 },
};

it('notices what the facts say, sends it, and remembers at which call and on which day', async () => {
  const { services, put } = await openAtRisk();
  await put([lapsing]);

  expect(await processDueTenant(entry, services)).toMatchObject({
    notices: { opened: 1, resolved: 0 },
    deliveries: { planned: 2, sent: 2, failed: 0, skipped: 0 },
    noticed: { calls: 3, on: '2018-06-15' },
  });
});

it('reads no facts again while what was noticed holds, and is due at the same moment', async () => {
  const store = openMemory();
  const { services, put } = await openAtRisk({ store });
  await put([lapsing]);
  const { noticed, next } = await processDueTenant(entry, services);
  const before = store.requests.length;
  const again = await processDueTenant({ ...entry, noticed: noticed! }, services);

  expect(again).toEqual({ ...nothing, noticed, next });
  expect(store.requests.slice(before).map(({ noun }) => noun)).not.toContain('person');
});

it('reads the facts again at another call', async () => {
  const { services, put } = await openAtRisk();
  await put([lapsing]);
  const { noticed } = await processDueTenant(entry, services);
  await put([{ ...lapsing, achievements: [earned('p')] }]);
  const again = await processDueTenant({ ...entry, calls: 4, noticed: noticed! }, services);

  expect(again).toMatchObject({ notices: { resolved: 1 }, noticed: { calls: 4 } });
});

it('is due next when the digest is, or when there is more to notice, whatever is first', async () => {
  const { services, put } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const { next, noticed } = await processDueTenant(entry, services);
  const monday = Date.parse('2018-06-18T08:00:00Z');

  expect(next).toBe(Math.min(monday, Date.parse(noticed!.until!) + dayMs));
});

it.each([
  ['UTC', '2018-07-01T00:00:00.000Z'],
  ['Pacific/Kiritimati', '2018-06-30T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2018-07-01T11:00:00.000Z'],
])('looks again at midnight of the partner: of the day after 30 June in %s at %s', async (timeZone, at) => {
  const certificate = earned('p', { expiresOn: '2018-06-30' });
  const { services, put, pass } = await openAtRisk({ known: [], policies: { timeZone } });
  await put([{ ...lapsing, achievements: [certificate] }]);
  const midnight = Date.parse(at);
  pass(midnight - 1 - friday);
  const before = await processDueTenant(entry, services);
  pass(1);
  const after = await processDueTenant({ ...entry, noticed: before.noticed! }, services);

  expect(before).toMatchObject({ next: midnight, noticed: { on: '2018-06-30', until: '2018-06-30' } });
  expect(after).toMatchObject({ notices: { opened: 1 }, noticed: { on: '2018-07-01' } });
});

it('does nothing while facts are changed, and is due after the last mark has lapsed', async () => {
  const { services, store } = await openAtRisk();
  const marks = [-60_000, 0].map((ago, index) => ({ token: `${index}`, at: friday + ago }));
  await store.standings.write(tenant, [create({ tenant, marks })]);
  const noticed = { calls: 3, on: '2018-06-14' };

  expect(await processDueTenant({ ...entry, noticed }, services)).toEqual({
    ...nothing,
    noticed,
    next: friday + 5 * 60_000 + 1,
  });
});

it('counts what failed and what nobody could be told apart from what was sent', async () => {
  const { services, put } = await openAtRisk({
    known: ['boss'],
    outcome: () => ({ kind: 'later', code: '429', afterMs: hourMs }),
  });
  await put([lapsing]);

  expect(await processDueTenant(entry, services)).toMatchObject({
    deliveries: { planned: 2, sent: 0, failed: 1, skipped: 1 },
    next: friday + hourMs,
  });
});

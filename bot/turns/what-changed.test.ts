/** `what changed`: what it reads, and what it tells after an import on another day. */
import { plainText } from '../../cards/elements/plain-text';
import { openMemory } from '../../infra/memory/store';
import { answerIn, crowd, importInto, noon, tenant, titles, worldOf } from '../partner/standing-cache.case';
import { purgeHistory } from '../alerts/notice-retention';
import { writeFacts } from '../partner/standing-cache';
import { dateOf, dayMs } from '../../domain/basics/date';

const week = 7 * dayMs;

/** A partner with people of whom an import on the next week changes some. */
async function partnerWithHistory(size: number) {
  const store = openMemory();
  await store.people.write(
    tenant,
    crowd(size).map((value) => ({ kind: 'create', value })),
  );
  await writeFacts(worldOf(store), tenant, () => Promise.resolve());
  const later = worldOf(store, { now: () => noon + week });
  await importInto(later, [
    [titles[0]!, '2020-11-01', 'ana'],
    [titles[1]!, '2020-11-01', 'mette'],
  ]);
  return { store, later };
}

it.each([10, 1000])('reads the standing and the history alone, for %d people', async (size) => {
  const { store, later } = await partnerWithHistory(size);
  const before = store.requests.length;
  const reply = await answerIn(later, 'what changed since 2021-02-02');

  expect(reply.name).toBe('what-changed');
  expect(store.requests.slice(before).map(({ operation, noun }) => `${operation} ${noun}`)).toEqual(
    expect.arrayContaining(['get standing', 'get history']),
  );
  expect(store.requests.slice(before).filter(({ noun }) => noun === 'history')).toHaveLength(1);
  expect(
    store.requests.slice(before).filter(({ noun }) => noun === 'person' || noun === 'import' || noun === 'figure'),
  ).toEqual([]);
});

it.each([
  ['what changed since 2021-02-02', 'What changed since 2 Feb 2021'],
  ['what changed', 'The history begins on 1 Feb 2021'],
  ['что изменилось с 2021-02-02', 'What changed since 2 Feb 2021'],
  ['o que mudou desde 2021-02-02', 'What changed since 2 Feb 2021'],
  ['有什么变化', 'The history begins on 1 Feb 2021'],
  ['有什麼變化', 'The history begins on 1 Feb 2021'],
])('“%s” tells people and imports', async (said, heading) => {
  const { later } = await partnerWithHistory(10);
  const words = plainText((await answerIn(later, said)).card);

  expect(words).toContain(heading);
  expect(words).toContain('People on record: 10 → 12');
  expect(words).toContain('1 import in between.');
});

it.each([-30, -1, 0, 1, 30])('a question asked %d days later keeps no day and takes none away', async (days) => {
  const { store, later } = await partnerWithHistory(10);
  const before = await store.histories.get(tenant, tenant);
  const asked = worldOf(store, { now: () => later.now() + days * dayMs });
  await answerIn(asked, 'progress');
  await answerIn(asked, 'what changed');

  expect(await store.histories.get(tenant, tenant)).toEqual(before);
});

it('says that nothing earlier is kept on the first day', async () => {
  const store = openMemory();
  const services = worldOf(store);
  await importInto(services, [[titles[0]!, '2020-11-01', 'ana']]);

  expect(plainText((await answerIn(services, 'what changed')).card)).toContain('No earlier day is kept yet.');
});

it('is gone from the store 400 days after its day, but for the last one', async () => {
  const { store } = await partnerWithHistory(10);
  await purgeHistory(tenant, dateOf(noon + 402 * dayMs), { store });
  const kept = (await store.histories.get(tenant, tenant))!.value;

  expect(kept.steps.map(({ on }) => on)).toEqual(['2021-02-08']);
});

/** A process that is killed at any write while people are asked: no task and no card is lost, and a card is sent once more at most. */
import { person } from '../../domain/alerts/derive-notices.case';
import { StoreUnavailable } from '../../domain/basics/repository';
import { noIdentifiers } from '../../domain/partner/people/person';
import { askedTask } from '../../domain/tasks/assigned-task';
import { openMemory } from '../../infra/memory/store';
import { deliveriesIn, friday, openAtRisk, tenant } from '../alerts/at-risk.case';
import { sweep } from '../alerts/sweep';
import type { AppServices } from '../context/app-services';
import { killedAt } from '../store/killed-store.case';
import { listValues } from '../store/row-list';
import { askPeople, type Asking, type AskingSituation } from './asking';

const ids = ['ana', 'bo', 'cy'] as const;
const people = ids.map((id) => person(id, [], { identifiers: { ...noIdentifiers, aadUserId: [id] } }));
const goal = { competency: 'cloud', level: 'gold' };
const minutes = 60_000;

const asking: Asking = {
  goal,
  wanted: ids.map((id) => {
    const request = { person: id, credential: 'az-104', goal, askedBy: 'boss', askedAt: friday, due: '2018-09-01' };
    return { task: askedTask(request, undefined)!, isAsked: false };
  }),
  falling: [],
  plan: 'v1',
};

async function unlessKilled(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

/** Asks and sends in a process that is killed, then in one that takes over; how often each person got a card. */
async function askedWhileKilled(at: number) {
  const store = openMemory();
  const { services, notifier, put, pass } = await openAtRisk({ known: ['boss', ...ids], store });
  await put(people);
  await sweep(services);
  const told = () => notifier.said.filter(({ to, replaced }) => to.id !== 'boss' && replaced === undefined);
  const killed = killedAt(store, at);
  const dying: AppServices = { ...services, store: killed.store };
  const situation = { request: { tenant, now: friday } } as AskingSituation;
  await unlessKilled(() => askPeople(asking, situation, dying));
  await unlessKilled(() => sweep(dying));
  const isKilled = killed.isKilled();
  // The admin presses the button again, and another instance takes over.
  await askPeople(asking, situation, services);
  for (let round = 0; round < 3; round += 1) {
    pass(4 * minutes);
    await sweep(services);
  }
  const tasks = await listValues(store.tasks, tenant);
  const deliveries = (await deliveriesIn(store)).filter(({ notice }) => notice?.startsWith('task/'));
  return { isKilled, tasks, deliveries, told: told().map(({ to }) => to.id) };
}

it('loses nothing, wherever it is killed', async () => {
  let kills = 0;
  for (; ; kills += 1) {
    const { isKilled, tasks, deliveries, told } = await askedWhileKilled(kills);
    expect(tasks.map(({ person: id, opening, state }) => [id, opening, state.is]).sort()).toEqual(
      ids.map((id) => [id, 1, 'asked']),
    );
    expect(new Set(told)).toEqual(new Set(ids));
    for (const id of ids) expect(told.filter((one) => one === id).length).toBeLessThanOrEqual(2);
    expect(deliveries).toHaveLength(ids.length);
    for (const { state } of deliveries) expect(state.is).toBe('sent');
    if (!isKilled) {
      expect(told).toHaveLength(ids.length);
      break;
    }
  }
  // Each task, the schedule, the notices, and the ledger before and after the cards.
  expect(kills).toBeGreaterThan(8);
});

/** Two devices: presses of one person at the same time end with one step of each meaning, and both answers show the true state. */
import fc from 'fast-check';
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { compose, type Composed } from '../composition/compose';
import { localConfig } from '../config/config.case';
import { runTerminalEvent, type Speaker } from '../teams/terminal';

const kim: Speaker = { id: '29:kim', aadObjectId: 'aad-kim', name: 'Kim Doe', mail: 'kim@contoso.example' };
const config = localConfig();
const programmes = new Map([['competencies', builtInProgramme('competencies')]]);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = () => Date.parse('2018-06-05T12:00:00Z');
const signs = { ...noIdentifiers, corpEmail: ['kim@contoso.example'], aadUserId: ['aad-kim'] };
const known: Person = { id: 'kim', name: 'Kim Doe', identifiers: signs, achievements: [] };

interface Stage {
  readonly laurel: Composed;
  readonly store: Store;
  readonly tenant: string;
}

let stages = 0;

/** Each stage has a tenant of its own, so that they can share a store. */
async function stageWith(store: Store, through: Store = store): Promise<Stage> {
  const tenant = `t${(stages += 1)}`;
  await store.people.write(tenant, [{ kind: 'create', value: known }]);
  return { store, tenant, laurel: await compose(config, { store: through, programmes, log, now, deadline: 60_000 }) };
}

const step = (name: string, on?: string) => ({
  verb: 'step',
  data: { people: ['kim'], step: name, ...(on && { on }) },
});
const trouble = (cause: string) => ({ verb: 'trouble', data: { person: 'kim', cause } });
type Press = ReturnType<typeof step> | ReturnType<typeof trouble>;

async function pressed(press: Press, { laurel, tenant }: Stage): Promise<string> {
  const activity = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', ...press } },
  };
  const sent = await runTerminalEvent(laurel.app, activity, { speaker: kim, tenant, locale: 'en' });
  const bodies = sent.flatMap(({ value }) => (value as { body?: { value?: Card } } | undefined)?.body?.value ?? []);
  return bodies.map(plainText).join('\n');
}

async function endOf({
  store,
  tenant,
}: Stage): Promise<{ readonly steps: readonly string[]; readonly person: Person }> {
  const kept = await store.onboardings.get(tenant, 'kim');
  const { value: person } = (await store.people.get(tenant, 'kim'))!;
  return { person, steps: (kept?.value.steps ?? []).map((one) => ('cause' in one ? one.cause : one.kind)).sort() };
}

const situations: readonly (readonly [string, readonly Press[], readonly string[], RegExp])[] = [
  ['the same', [step('linked', '2018-06-04'), step('linked', '2018-06-04')], ['linked'], /Step 3 of 4/],
  ['the same of two days', [step('linked', '2018-06-04'), step('linked', '2018-06-05')], ['linked'], /Step 3 of 4/],
  ['the first step', [step('account-made'), step('account-made')], ['account-made'], /Step 2 of 4/],
  ['the same trouble', [trouble('no-sign-in'), trouble('no-sign-in')], ['no-sign-in'], /Signing in fails/],
  [
    'a link and trouble',
    [step('linked', '2018-06-05'), trouble('no-sign-in')],
    ['linked', 'no-sign-in'],
    /Step [123] of 4/,
  ],
];

const stores: readonly (readonly [string, () => Promise<{ readonly store: Store; close?(): Promise<void> }>])[] = [
  ['in memory', async () => ({ store: openMemory() })],
  ['on a real table service', openOnAzurite],
];

describe.each(stores)('%s', (_, openStore) => {
  let opened: Awaited<ReturnType<typeof openStore>>;
  beforeAll(async () => void (opened = await openStore()), 60_000);
  afterAll(() => opened.close?.());

  it.each(situations)(
    '%s, pressed on both at once',
    async (_name, presses, steps, shown) => {
      const stage = await stageWith(opened.store);
      const answers = await Promise.all(presses.map((press) => pressed(press, stage)));
      const end = await endOf(stage);
      const again = await pressed(presses[0]!, stage);
      const later = await endOf(stage);

      for (const answer of answers) expect(answer).toMatch(shown);
      expect(end.steps).toEqual(steps);
      expect(again).toMatch(/nothing was changed/);
      expect(later).toEqual(end);
    },
    60_000,
  );
});

/** The store, whose every request is answered when the scheduler says so. */
function scheduled(store: Store, scheduler: fc.Scheduler): Store {
  const late = <T>(repository: Repository<T>): Repository<T> => ({
    ...repository,
    get: (of, id) => scheduler.schedule(repository.get(of, id)),
    write: async (of, changes) => {
      await scheduler.schedule(Promise.resolve());
      return repository.write(of, changes);
    },
  });
  return { ...store, people: late(store.people), onboardings: late(store.onboardings) };
}

it('ends the same in whatever order the store answers', async () => {
  const pair = fc.constantFrom(...situations);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), pair, async (scheduler, [, presses, steps]) => {
      const store = openMemory();
      const stage = await stageWith(store, scheduled(store, scheduler));
      const answers = presses.map((press) => pressed(press, stage));
      await scheduler.waitFor(Promise.all(answers));
      const end = await endOf(stage);

      expect(end.steps).toEqual(steps);
      expect(end.person.linkedOn !== undefined).toBe(steps.includes('linked'));
    }),
    { numRuns: 60 },
  );
}, 60_000);

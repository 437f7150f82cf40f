/** Strangers change nothing and learn nothing: every command, typed and pressed, from outside the organisation, over the whole store. */
import { payloadOf } from '../../cards/contract/verbs';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import { everybody, type Store } from '../../domain/ports';
import type { Repository } from '../../domain/basics/repository';
import { openMemory } from '../../infra/memory/store';
import type { TurnRequest } from '../context/turn-request';
import type { AppServices } from '../context/app-services';
import { answerIn, askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { commands } from '../intents/all-commands';
import { questions } from './every-question.case';
import { replyTo, type TurnInput } from './turn';

const secret: Person = {
  id: 'p1',
  name: 'Quillon Marchbanks',
  identifiers: { ...noIdentifiers, corpEmail: ['quillon@fern.example'], mcpId: ['4711'], aadUserId: ['boss'] },
  achievements: [{ title: '70-532', completedOn: '2020-05-01', source: 'test' }],
};
const secrets = ['Quillon', 'quillon@fern.example', '4711', 'Fernhollow'];

/** The organisation that must not be touched, with rows of many kinds, and one beside it that may use the same bot. */
async function world(): Promise<AppServices> {
  const store = openMemory();
  const services = worldOf(store, { access: { tenants: [tenant, 'neighbour'], firstAdmins: ['boss', 'their-boss'] } });
  const partner = { ...emptyPartner(tenant, 'competencies'), name: 'Fernhollow', admins: ['boss'] };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(tenant, [{ kind: 'create', value: secret }]);
  for (const said of [
    'figure azure consumption 5',
    'left Quillon Marchbanks 2021-03-01',
    'onboard Quillon Marchbanks',
  ]) {
    const preview = await answerIn(services, said);
    await replyTo({ pressed: preview.card.actions?.[0] }, askBy('boss', noon), services);
  }
  return services;
}

/** Every row of the organisation, and of all organisations together, in every noun. */
async function rowsOf(store: Store): Promise<string> {
  const rows: unknown[] = [];
  for (const [noun, repository] of Object.entries(store) as [string, unknown][])
    if (noun !== 'ping' && noun !== 'requests')
      for (const owner of [tenant, everybody])
        for await (const { value } of (repository as Repository<unknown>).list(owner)) rows.push([noun, owner, value]);
  return JSON.stringify(rows);
}

type Stranger = (request: TurnRequest) => TurnRequest;

/** Those who may ask nothing at all. */
const outsiders: readonly (readonly [name: string, as: Stranger, refusal: string])[] = [
  ['a person of a tenant that is not allowed', (ask) => ({ ...ask, tenant: 'elsewhere' }), 'tenant-not-allowed'],
  ['a person of no tenant', (ask) => ({ ...ask, tenant: '' }), 'tenant-not-allowed'],
  [
    'a member of a shared channel from elsewhere',
    (ask) => ({ ...ask, user: { ...ask.user, home: 'elsewhere' } }),
    'other-organization',
  ],
  ['an anonymous guest of a meeting', (ask) => ({ ...ask, user: { ...ask.user, aadObjectId: '' } }), 'no-work-account'],
];

const typed: readonly TurnInput[] = commands.flatMap(({ phrases }) => [
  { said: phrases.en[0] },
  { said: `${phrases.en[0]} Quillon Marchbanks` },
]);
const pressed: readonly TurnInput[] = questions.flatMap((question) => {
  const { verb, data } = payloadOf(question);
  const aimed = { ...data, isSure: true, person: 'p1', people: ['p1'], typed: 'Fernhollow', step: 'apply', file: true };
  return [
    { pressed: { verb, data } },
    { pressed: { verb, data: aimed } },
    { pressed: { verb, data: { ...data, isSure: true } } },
  ];
});
const others: readonly TurnInput[] = [
  { dropped: [{ name: 'trainings.csv', path: 'trainings.csv' }] },
  { consented: { accepted: true, offer: 'o1', about: 'people', upload: {} } },
  { consented: { accepted: true, offer: 'o1', about: 'own-data', upload: {} } },
];
const everything = [...typed, ...pressed, ...others];

it('tries every command', () => {
  expect(everything.length).toBeGreaterThan(5 * commands.length);
});

it.each(outsiders)('%s is refused everything, and no row changes', async (_, as, refusal) => {
  const services = await world();
  const before = await rowsOf(services.store);
  const answers = new Set<string>();
  for (const id of ['stranger', 'boss'])
    for (const input of everything) {
      const { name, card } = await replyTo(input, as(askBy(id, noon)), services);
      answers.add(name);
      for (const word of secrets) expect(JSON.stringify(card)).not.toContain(word);
    }

  expect([...answers]).toEqual([refusal]);
  expect(await rowsOf(services.store)).toBe(before);
});

it('an admin of another organisation changes and learns nothing of this one', async () => {
  const services = await world();
  const before = await rowsOf(services.store);
  const answers = new Set<string>();
  for (const input of everything) {
    const neighbour = { ...askBy('their-boss', noon), tenant: 'neighbour' };
    const { name, card } = await replyTo(input, neighbour, services);
    answers.add(name);
    const said = 'said' in input ? input.said : '';
    for (const word of secrets.filter((one) => !said.includes(one))) expect(JSON.stringify(card)).not.toContain(word);
  }

  expect([...answers]).not.toContain('went-wrong');
  expect(ownRows(await rowsOf(services.store))).toBe(ownRows(before));
});

/** Without the schedule of sweeps, in which the other organisation has a row of its own, and what all tell of links. */
function ownRows(rows: string): string {
  return JSON.stringify((JSON.parse(rows) as [string, string, unknown][]).filter(([noun]) => noun !== 'schedule'));
}

it('an employee without a role changes no fact of the organisation and reads no name', async () => {
  const services = await world();
  const before = factsIn(await rowsOf(services.store));
  for (const input of [...pressed, ...others]) {
    const { card } = await replyTo(input, askBy('employee', noon), services);
    expect(JSON.stringify(card)).not.toContain('Quillon');
  }

  expect(factsIn(await rowsOf(services.store))).toEqual(before);
});

/** What an employee must not change, by whatever way: the facts, the settings and what was said of others. */
function factsIn(rows: string): readonly unknown[] {
  const nouns = ['partners', 'figures', 'imports', 'corrections', 'audit', 'forgotten', 'traces', 'pendings'];
  return (JSON.parse(rows) as [string, string, { readonly id?: string; readonly person?: string }][]).filter(
    ([noun, , value]) => nouns.includes(noun) || value.id === 'p1' || value.person === 'p1',
  );
}

/** `plan` of one person: for admins where names are shown, and for oneself; what they have declined is not proposed again. */
import { payloadOf } from '../../../cards/contract/verbs';
import { plainText } from '../../../cards/elements/plain-text';
import { noIdentifiers, type Person } from '../../../domain/partner/people/person';
import { emptyPartner } from '../../../domain/partner/partner';
import { openMemory } from '../../../infra/memory/store';
import type { AppServices } from '../../context/app-services';
import { askBy, noon, tenant, titles, worldOf } from '../../partner/standing-cache.case';
import { replyTo, type TurnInput } from '../../turns/turn';

const person = (id: string, name: string, ...held: readonly string[]): Person => ({
  id,
  name,
  identifiers: { ...noIdentifiers, aadUserId: [`account-${id}`] },
  achievements: held.map((title) => ({ title, completedOn: '2020-05-01', source: 'test' })),
});
const people = [person('ana', 'Ana Souza', titles[0]!), person('bo', 'Bo Lind')];

async function world(admin = 'boss'): Promise<AppServices> {
  const store = openMemory();
  const partner = { ...emptyPartner(tenant, 'competencies'), admins: [admin] };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value }) as const),
  );
  return worldOf(store, { access: { tenants: 'any', firstAdmins: [] } });
}

const planOf = (person: string): TurnInput => ({ pressed: payloadOf({ ask: 'plan', person }) });

async function told(input: TurnInput, by: string, services: AppServices) {
  const { name, card } = await replyTo(input, askBy(by, noon), services);
  return { name, words: plainText(card) };
}

it.each(['plan Bo Lind', 'what should Bo Lind take next', 'which exam should Bo do next'])(
  'tells an admin what somebody could earn: %s',
  async (said) => {
    const { name, words } = await told({ said }, 'boss', await world());

    expect(name).toBe('plan');
    expect(words).toContain('What Bo Lind could earn next');
    expect(words).toMatch(/Work for \d+ levels?/u);
  },
);

it('tells an employee what they could earn, and nothing of others', async () => {
  const services = await world();
  const own = await told({ said: 'which exam should I take next' }, 'account-bo', services);

  expect(own.words).toContain('What you could earn next');
  expect(own.words).not.toContain('Ana');
  expect((await told(planOf('ana'), 'account-bo', services)).name).toBe('admins-only');
  expect((await told(planOf('me'), 'account-nobody', services)).name).toBe('no-own-record');
});

it('speaks to an admin of their own record as theirs, also where it is opened by its id', async () => {
  const { words } = await told(planOf('ana'), 'account-ana', await world('account-ana'));

  expect(words).toContain('What you could earn next');
});

it('does not propose again what was declined', async () => {
  const services = await world();
  const before = await told(planOf('bo'), 'boss', services);
  const named = services.programmes.get('competencies')!.credentials.filter(({ id }) => before.words.includes(id));
  const state = { is: 'declined', at: noon } as const;
  await services.store.tasks.write(
    tenant,
    named.map(({ id: credential }) => ({
      kind: 'create',
      value: {
        id: `bo/${credential}`,
        person: 'bo',
        credential,
        askedBy: 'boss',
        askedAt: noon,
        due: '2021-03-01',
        opening: 1,
        state,
      },
    })),
  );
  const { words } = await told(planOf('bo'), 'boss', services);

  expect(named.length).toBeGreaterThan(0);
  for (const { id } of named) expect(words).not.toContain(id);
});

it('begins with the open tasks of the person, and not with those of others', async () => {
  const services = await world();
  const state = { is: 'asked', at: noon } as const;
  const task = (person: string, credential: string) => ({
    kind: 'create' as const,
    value: {
      id: `${person}/${credential}`,
      person,
      credential,
      askedBy: 'boss',
      askedAt: noon,
      due: '2021-03-01',
      opening: 1,
      state,
    },
  });
  await services.store.tasks.write(tenant, [task('bo', '70-532'), task('ana', '70-533')]);
  const { words } = await told(planOf('me'), 'account-bo', services);

  expect(words).toMatch(/Open tasks \(1\)\n• 70-532/u);
  expect(words).toContain('[My tasks]');
  expect((await told(planOf('bo'), 'boss', services)).words).not.toContain('[My tasks]');
});

it('is the company’s where somebody who is not on record asks what to earn for a goal', async () => {
  const asked = { ask: 'plan', person: 'me', competency: 'cloud-platform' } as const;
  const { name, words } = await told({ pressed: payloadOf(asked) }, 'account-nobody', await world());

  expect(name).toBe('plan');
  expect(words).not.toContain('What you could earn next');
});

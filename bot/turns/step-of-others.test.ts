/** An admin who says that another has linked the account gets a preview of it: only the press writes, and only an admin's. */
import { noIdentifiers } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import { plainText } from '../../cards/elements/plain-text';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { answerIn, askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { replyTo } from './turn';

const idOf = (name: string) => `id-${name}`;

async function world(): Promise<AppServices> {
  const store = openMemory();
  await store.partners.write(tenant, [
    { kind: 'create', value: { ...emptyPartner(tenant, 'competencies'), admins: ['boss'] } },
  ]);
  const people = ['Owen Brandt', 'Mia Torres', 'Mia Lund'].map((name) => ({
    id: idOf(name),
    name,
    identifiers: noIdentifiers,
    achievements: [],
  }));
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value }) as const),
  );
  return worldOf(store, { access: { tenants: 'any', firstAdmins: [] } });
}

async function stepsOf(person: string, { store }: AppServices): Promise<readonly string[]> {
  const kept = await store.onboardings.get(tenant, idOf(person));
  return (kept?.value.steps ?? []).map(({ kind }) => kind);
}

it('is previewed for an admin and written by the press', async () => {
  const services = await world();
  const preview = await answerIn(services, 'Owen Brandt has linked his account');
  expect(plainText(preview.card)).toContain('Record the association of Owen Brandt since 1 Feb 2021?');
  expect(await stepsOf('Owen Brandt', services)).toEqual([]);
  await replyTo({ pressed: preview.card.actions?.[0] }, askBy('boss', noon), services);
  expect(await stepsOf('Owen Brandt', services)).toEqual(['linked']);
});

it('is refused to others, typed and pressed', async () => {
  const services = await world();
  const refused = await answerIn(services, 'Owen Brandt has linked his account', 'kai');
  expect(plainText(refused.card)).toContain('Only admins may do that');
  const preview = await answerIn(services, 'Owen Brandt has linked his account');
  await replyTo({ pressed: preview.card.actions?.[0] }, askBy('kai', noon), services);
  expect(await stepsOf('Owen Brandt', services)).toEqual([]);
});

it('asks which of two is meant, and their buttons write nothing', async () => {
  const services = await world();
  const which = await answerIn(services, 'Mia has linked her account');
  const [first, second] = which.card.actions ?? [];
  expect([first?.title, second?.title].sort()).toEqual(['Mia Lund', 'Mia Torres']);
  for (const pressed of [first, second]) await replyTo({ pressed }, askBy('boss', noon), services);
  expect([...(await stepsOf('Mia Lund', services)), ...(await stepsOf('Mia Torres', services))]).toEqual([]);
});

it.each([['Owen Brandt linked his account on 4/1'], ['I linked my account on 4/1']])(
  'shows what would be written once the day is chosen: %s',
  async (said) => {
    const services = await world();
    const which = await answerIn(services, said);
    expect(which.name).toBe('ambiguous');
    const preview = await replyTo({ pressed: which.card.actions?.[0] }, askBy('boss', noon), services);
    expect(preview.name).toBe('step-wanted');
    expect((await services.store.onboardings.get(tenant, idOf('Owen Brandt')))?.value.steps).toBeUndefined();
  },
);

it('records that the account is made where that is said', async () => {
  const services = await world();
  const preview = await answerIn(services, 'my account has been created');
  expect(plainText(preview.card)).toContain('Record that you have a Microsoft account since 1 Feb 2021?');
});

it('says who is not on record', async () => {
  const unknown = await answerIn(await world(), 'Xavier Kum has linked his account');
  expect(plainText(unknown.card)).toContain('I know nobody called “Xavier Kum”');
});

/** A consent is worth something only to the person who was offered that file, once, and within the hour. */
import { openMemory } from '../../infra/memory/store';
import { tenant, worldOf } from '../partner/standing-cache.case';
import type { FileConsent } from './file-consent';
import { replyTo } from '../turns/turn';

const noon = Date.parse('2021-02-01T12:00:00Z');
const hour = 3_600_000;
const stored = 'https://contoso-my.sharepoint.com/stored';

function askAt(now: number, user = 'boss', of = tenant) {
  const mails = () => Promise.resolve([]);
  const asker = { id: user, aadObjectId: user, name: user, mails };
  const members = async () => [];
  return { tenant: of, user: asker, locale: 'en', scope: 'personal', conversation: 'c', members, now } as const;
}

/** A world in which uploads succeed at addresses of SharePoint, and what was put there. */
function world() {
  const put: string[] = [];
  const transfer = {
    canOffer: true,
    fetch: async () => ({ fault: 'elsewhere' as const }),
    accepts: (address: string) => address.startsWith('https://contoso-my.sharepoint.com/'),
    put: async (address: string) => void put.push(address),
  };
  const access = { tenants: 'any', firstAdmins: ['boss', 'other-boss'] } as const;
  return { put, services: { ...worldOf(openMemory()), access, transfer } };
}

async function offered({ services }: ReturnType<typeof world>) {
  const { offer } = await replyTo({ pressed: { verb: 'export', data: { file: 'people' } } }, askAt(noon), services);
  return offer!.id;
}

const upload = { uploadUrl: stored, contentUrl: stored, uniqueId: 'u' };
const accepts = (offer: unknown, more: Partial<FileConsent> = {}) => ({
  consented: { accepted: true, offer, about: 'people', upload, ...more },
});

it('hands the file over to the person who was offered it', async () => {
  const of = world();

  const reply = await replyTo(accepts(await offered(of)), askAt(noon + hour), of.services);

  expect([reply.name, reply.handed]).toEqual([
    'export-handed-over',
    { name: 'people.csv', contentUrl: stored, uniqueId: 'u', fileType: 'csv' },
  ]);
  expect(of.put).toEqual([stored]);
});

it.each([
  ['an offer that never was', { offer: 'forged' }, askAt(noon)],
  ['no offer', { offer: undefined }, askAt(noon)],
  ['an offer that is no text', { offer: { id: 1 } }, askAt(noon)],
  ['another file', { about: 'partner' }, askAt(noon)],
  ['a file of another name', { about: '../people' }, askAt(noon)],
  ['another admin', {}, askAt(noon, 'other-boss')],
  ['another organisation', {}, askAt(noon, 'boss', 'elsewhere')],
  ['an answer that comes too late', {}, askAt(noon + hour + 1)],
])('hands nothing over for %s', async (_, claim, request) => {
  const of = world();

  const reply = await replyTo(accepts(await offered(of), claim), request, of.services);

  expect([reply.name, of.put]).toEqual(['card-outdated', []]);
});

it.each([true, false])('takes one answer only, also of two at once: accepted %s', async (accepted) => {
  const of = world();
  const offer = await offered(of);

  const replies = await Promise.all([
    replyTo(accepts(offer, { accepted }), askAt(noon), of.services),
    replyTo(accepts(offer), askAt(noon), of.services),
  ]);
  const again = await replyTo(accepts(offer), askAt(noon), of.services);

  expect([...replies, again].filter(({ name }) => name === 'card-outdated')).toHaveLength(2);
});

it('links to no address but where Teams keeps files', async () => {
  const of = world();
  const claim = { upload: { ...upload, contentUrl: 'https://evil.example/people.csv' } };

  const reply = await replyTo(accepts(await offered(of), claim), askAt(noon), of.services);

  expect([reply.name, reply.handed]).toEqual(['export-handed-over', undefined]);
});

it('forgets offers that nobody answered', async () => {
  const of = world();
  await offered(of);
  await replyTo({ pressed: { verb: 'export', data: { file: 'figures' } } }, askAt(noon + 2 * hour), of.services);

  const kept = [];
  for await (const { value } of of.services.store.offers.list(tenant)) kept.push(value.about);
  expect(kept).toEqual(['figures']);
});

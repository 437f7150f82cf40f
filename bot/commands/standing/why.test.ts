/** Why a level is not met: a reason that several people share is said once, and one person who is named stands first. */
import { plainText } from '../../../cards/elements/plain-text';
import { builtInProgramme } from '../../../infra/catalogue/load';
import { openMemory } from '../../../infra/memory/store';
import { payloadOf } from '../../../cards/contract/verbs';
import { replyTo } from '../../turns/turn';
import { answerIn, askBy, importInto, worldOf } from '../../partner/standing-cache.case';

const programme = builtInProgramme('designations');
const now = Date.parse('2026-11-10T10:00:00Z');
const holding = 'Microsoft Certified: Azure Data Scientist Associate';
const shared =
  'Gives points once gate 1 (Intermediate certifications) and gate 2 (Intermediate certifications) are met.';

it.each([
  [2, 2],
  [3, 1],
  [5, 1],
])('of %d people who wait for the same gate it says so %d times', async (people, times) => {
  const services = worldOf(openMemory(), { programmes: new Map([[programme.id, programme]]), now: () => now });
  const who = ['ana', 'mette', 'chen', 'yuki', 'olga'].slice(0, people);
  await importInto(
    services,
    who.map((name) => [holding, '2026-06-01', name]),
  );
  const words = plainText((await answerIn(services, 'why data & ai')).card);

  expect(words.split(shared)).toHaveLength(times + 1);
});

describe('of one person', () => {
  const world = async () => {
    const services = worldOf(openMemory(), { programmes: new Map([[programme.id, programme]]), now: () => now });
    await importInto(
      services,
      ['ana', 'mette'].map((name) => [holding, '2026-06-01', name]),
    );
    return services;
  };

  it.each([
    ['why is ana not counted for data & ai', /does not count\.\n.*Gives points once gate/u],
    ['why is ana not counted', /Counts for no designation today/u],
  ])('tells the reason first: %s', async (said, told) => {
    expect(plainText((await answerIn(await world(), said)).card)).toMatch(told);
  });

  it('tells others nothing, not even whether somebody is on record', async () => {
    const services = { ...(await world()), access: { tenants: 'any' as const, firstAdmins: [] } };
    for (const person of ['ana', 'nobody']) {
      const pressed = payloadOf({ ask: 'why', competency: 'data-and-ai', person });
      const { name, card } = await replyTo({ pressed }, askBy('stranger', now), services);
      expect([name, plainText(card).includes('gate')]).toEqual(['admins-only', false]);
    }
  });
});

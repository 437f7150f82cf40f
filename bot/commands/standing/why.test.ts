/** Why a level is not met: a reason that several people share is said once, before their names. */
import { plainText } from '../../../cards/elements/plain-text';
import { builtInProgramme } from '../../../infra/catalogue/load';
import { openMemory } from '../../../infra/memory/store';
import { answerIn, importInto, worldOf } from '../../partner/standing-cache.case';

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

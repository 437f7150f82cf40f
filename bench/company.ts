/** A company of any size for the benches: the rows of its training report and the people that they make, the same in every run. */
import type { Person } from '../domain/partner/people/person';
import { builtInProgramme } from '../infra/catalogue/load';

const programme = builtInProgramme('competencies');
const titles = programme.credentials.map((credential) => credential.titles[0]);

/** Achievements of each person. */
export const achievementsEach = 5;

/** Numbers without any order, the same in every run (mulberry32). */
function* numbers(): Generator<number> {
  for (let state = 1; ; state = (state + 0x6d2b79f5) | 0) {
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

const two = (number: number) => String(number).padStart(2, '0');

/**
 * So many people, each with {@link achievementsEach} achievements of those that the programme names, on days of their own, some of which
 * expire; of so many kinds who hold the same, or each another.
 */
export function peopleOf(size: number, kinds = size): readonly Person[] {
  const any = numbers();
  const below = (end: number) => Math.floor(any.next().value! * end);
  const holdings = Array.from({ length: kinds }, () =>
    Array.from({ length: achievementsEach }, () => titles[below(titles.length)]!),
  );
  const achievement = (title: string): Person['achievements'][number] => ({
    title,
    completedOn: `201${6 + below(2)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    ...(below(5) === 0 && { expiresOn: `201${8 + below(2)}-${two(1 + below(12))}-${two(1 + below(28))}` }),
    source: 'import-1',
  });
  return Array.from({ length: size }, (_, index) => ({
    id: `p-${index}`,
    name: `Given Family ${index}`,
    identifiers: {
      corpEmail: [`person.${index}@contoso.com`],
      mcpId: [String(1_000_000 + index)],
      email: [`person${index}@outlook.com`],
      aadUserId: [],
    },
    achievements: holdings[index % kinds]!.map(achievement),
  }));
}

const columns =
  'PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation,AADUserId,UserCount';

/** The training report of as many rows, in the layout of 2026, in pieces of a thousand rows. */
export function* trainingReport(rows: number): Generator<string> {
  yield `${columns}\r\n`;
  const people = Math.ceil(rows / achievementsEach);
  for (let start = 0; start < rows; start += 1_000) {
    const count = Math.min(1_000, rows - start);
    yield Array.from({ length: count }, (_, index) => `${rowAt(start + index, people)}\r\n`).join('');
  }
}

function rowAt(index: number, people: number): string {
  const person = index % people;
  const at = index % titles.length;
  const day = new Date(Date.UTC(2015, 0, 1 + (index % 1_200))).toISOString().slice(0, 10);
  const id = `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`;
  const who = `Given,Family ${person},person${person}@outlook.com,person.${person}@contoso.com`;
  const where = 'Active,,1234567,Contoso Ltd,Reading,United Kingdom';
  return `1234567,${3_000 + at},"${titles[at]!.replaceAll('"', '""')}",Certification,${who},${day}T00:00:00.000Z,,${where},${id},1`;
}

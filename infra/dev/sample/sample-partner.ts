/** The sample partner: files such as Partner Center and an admin would hand over, made anew for any day, always the same. */
import { addDays, type CalendarDate } from '../../../domain/basics/date';
import type { Programme } from '../../../domain/programme/programme';
import {
  samplePeople,
  familyNames,
  givenNames,
  laterCertifications,
  otherExams,
  sampleFigures,
  type SamplePerson,
} from './sample-cast';

/** One file of the sample; the files are imported in their order. */
export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

export const samplePartnerName = 'Alderbrook Systems';

interface Employee extends SamplePerson {
  readonly address: string;
  readonly profiles: readonly string[];
  readonly hasWorkMail: boolean;
  readonly isNamed: boolean;
  readonly later: readonly (readonly [activityId: string, title: string])[];
}

/**
 * The sample as it is on `today`: a trainings export in the format of 2021 with its usual holes (no names, no work mail,
 * a second learning profile, rows repeated), the people and the figures.
 */
export function samplePartner(programme: Programme, today: CalendarDate): readonly SampleFile[] {
  const staff = employees(chance(20_170_718));
  return [
    { name: 'Export_trainings_Lifetime_204817_Alderbrook_Systems.csv', text: trainings(staff, programme, today) },
    { name: 'people.csv', text: people(staff, today) },
    { name: 'figures.csv', text: figures(addDays(today, -20)) },
  ];
}

/** Numbers from 0 up to, not including, 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

const backgroundStaff = 110;

function employees(random: () => number): readonly Employee[] {
  const names = new Set(samplePeople.map(({ name }) => name));
  while (names.size < samplePeople.length + backgroundStaff)
    names.add(`${pick(givenNames, random)} ${pick(familyNames, random)}`);
  const members = [...names].map(
    (name) => samplePeople.find((member) => member.name === name) ?? background(name, random),
  );
  return members.map((member, index) => employee(member, { index, random }));
}

function background(name: string, random: () => number): SamplePerson {
  const holds = otherExams.filter(() => random() < 0.15);
  return { name, holds, ...(random() < 0.06 && { leftDaysAgo: 30 + Math.floor(random() * 300) }) };
}

function employee(member: SamplePerson, { index, random }: { index: number; random: () => number }): Employee {
  const profile = () => String(2_000_000 + index * 9_973 + Math.floor(random() * 9_000));
  return {
    ...member,
    address: addressOf(member.name),
    profiles: member.twoProfiles ? [profile(), String(19_000_000 + index)] : [profile()],
    hasWorkMail: index < samplePeople.length || random() < 0.7,
    isNamed: index < samplePeople.length || random() < 0.6,
    later: laterCertifications.filter(() => random() < 0.22),
  };
}

/** The mail name of a person, in plain letters. */
function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z ]/g, (letter) => ({ ł: 'l', ø: 'o', ß: 'ss' })[letter] ?? '').replaceAll(' ', '.');
}

const trainingColumns =
  'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation,ExpirationDate,ActivationStatus';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Training {
  readonly activityId: string;
  readonly title: string;
  readonly type: string;
  readonly completedOn: CalendarDate;
  readonly expiresOn?: CalendarDate;
}

function trainings(staff: readonly Employee[], programme: Programme, today: CalendarDate): string {
  const random = chance(70_346);
  const rows = staff.flatMap((person) =>
    trainingsOf(person, { programme, today, random }).map((training, at) => trainingRow(person, training, at)),
  );
  const repeated = rows.filter((_, index) => index % 97 === 5);
  return csv(trainingColumns, [...rows, ...repeated]);
}

interface Making {
  readonly programme: Programme;
  readonly today: CalendarDate;
  readonly random: () => number;
}

function trainingsOf(person: Employee, { programme, today, random }: Making): readonly Training[] {
  const daysAgo = (most: number) => addDays(today, -(40 + Math.floor(random() * most)));
  const named = person.holds.map((id): Training => {
    const { kind, titles } = programme.credentials.find((credential) => credential.id === id)!;
    return {
      activityId: '',
      title: kind === 'exam' ? `${id} ${titles[0]}` : titles[0],
      type: kind === 'exam' ? 'Exam' : kind === 'assessment' ? 'Assessment' : 'Certification',
      completedOn: person.longAgo ? addDays('2016-02-01', Math.floor(random() * 600)) : daysAgo(1_100),
    };
  });
  const later = person.later.map(([activityId, title]): Training => {
    const completedOn = daysAgo(700);
    const prefixed = random() < 0.2 ? `Microsoft Certified: ${title}` : title;
    return { activityId, title: prefixed, type: 'Certification', completedOn, expiresOn: addDays(completedOn, 365) };
  });
  return [...named, ...later];
}

function trainingRow(person: Employee, training: Training, at: number): readonly string[] {
  const [given, ...family] = person.name.split(' ');
  const clock = `${String(8 + (at % 10)).padStart(2, '0')}:${String((at * 17) % 60).padStart(2, '0')}:00`;
  const { completedOn: day } = training;
  return [
    training.activityId,
    training.title,
    training.type,
    person.isNamed ? given! : '',
    person.isNamed ? family.join(' ') : '',
    `${person.address}@example.net`,
    person.hasWorkMail ? `${person.address}@alderbrook.example` : '',
    `${day}  ${clock}`,
    `${months[Number(day.slice(5, 7)) - 1]}-${day.slice(2, 4)}`,
    '1',
    person.profiles[at % person.profiles.length]!,
    '4817204',
    samplePartnerName,
    'Aarhus',
    'Denmark',
    training.expiresOn ? `${training.expiresOn}  23:59:59` : '',
    training.expiresOn ? 'Active' : '',
  ];
}

function people(staff: readonly Employee[], today: CalendarDate): string {
  const known = staff.filter(({ hasWorkMail, isNamed }) => hasWorkMail && isNamed);
  return csv(
    'Name,WorkEmail,AccountOn,LinkedOn,LeftOn,LinkedElsewhereOn',
    known.map((person) => [
      person.name,
      `${person.address}@alderbrook.example`,
      addDays(today, -1_200),
      addDays(today, -(person.linkedDaysAgo ?? 1_190)),
      ago(person.leftDaysAgo, today),
      ago(person.elsewhereDaysAgo, today),
    ]),
  );
}

/** A day so long ago, as a cell; empty where it never came. */
function ago(days: number | undefined, today: CalendarDate): string {
  return days === undefined ? '' : addDays(today, -days);
}

function figures(asOf: CalendarDate): string {
  return csv(
    'Metric,Value,AsOf',
    Object.entries(sampleFigures).map(([metric, value]) => [metric, String(value), asOf]),
  );
}

/** CSV as Partner Center writes it: UTF-8 with a byte order mark, lines ended by CR LF. */
function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [header, ...rows.map((row) => row.map(cell).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

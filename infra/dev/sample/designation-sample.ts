/** The sample of today: the same invented people under designations and one specialization, made anew for any day. */
import { addDays, type CalendarDate } from '../../../domain/basics/date';
import { joinedId } from '../../../domain/programme/joined-programme';
import { localPeople } from './local-people';
import { samplePartnerName, type SampleFile } from './sample-partner';
import { csv, months, plainAddress } from './sample-table';

/** What the partner of this sample follows. */
export const designationProgramme = joinedId(['designations', 'specializations']);

interface Holder {
  readonly name: string;
  /** Titles as Partner Center prints them, with the number of the exam, where a row of the exam stands beside it. */
  readonly holds: readonly (readonly [title: string, exam?: string])[];
  /** Days after the sample's today until which the first of them is valid; absent: most of a year. */
  readonly firstEndsInDays?: number;
}

const administrator = ['Azure Administrator Associate', 'AZ-104'] as const;
const architect = ['Azure Solutions Architect Expert', 'AZ-305'] as const;
const network = ['Azure Network Engineer Associate', 'AZ-700'] as const;
const server = ['Windows Server Administrator Associate', 'AZ-802'] as const;
const desktop = ['Azure Virtual Desktop Specialty', 'AZ-140'] as const;
const sap = ['Azure for SAP Workloads Specialty', 'AZ-120'] as const;
const analytics = ['Fabric Analytics Engineer Associate', 'DP-600'] as const;
const fabric = ['Fabric Data Engineer Associate', 'DP-700'] as const;
const operations = ['Security Operations Analyst Associate', 'SC-200'] as const;
const security = ['Cloud and AI Security Engineer Associate', 'SC-500'] as const;
const identity = ['Identity and Access Administrator Associate', 'SC-300'] as const;
const teams = ['Teams Administrator Associate', 'MS-700'] as const;
const copilot = ['GitHub Copilot', 'GH-300'] as const;

/** Infrastructure is met and enrolled, and ends with Tomasz's certificate; Data & AI is two people short, Security further away. */
const holders: readonly Holder[] = [
  { name: 'Ingrid Solheim', holds: [administrator, architect, network] },
  { name: 'Tomasz Wieczorek', holds: [administrator, architect, server], firstEndsInDays: 40 },
  { name: 'Oksana Melnyk', holds: [fabric, analytics] },
  { name: 'Priya Raghunathan', holds: [network, desktop] },
  { name: 'Duarte Nogueira', holds: [sap] },
  { name: 'Katarzyna Zielińska', holds: [copilot] },
  { name: 'Mei-Ling Hsu', holds: [operations, identity] },
  { name: 'Rafael Antunes', holds: [security, identity] },
  { name: 'Nadia Karimova', holds: [operations] },
  { name: 'Emil Haugen', holds: [teams, analytics] },
  { name: 'Alina Petrova', holds: [copilot] },
  { name: 'Gustav Lindqvist', holds: [] },
];

/** The figures, by metric: Azure for three areas, Security, and SAP for the specialization. */
const figures: Readonly<Record<string, number | boolean>> = {
  'azure-net-customer-adds': 3,
  'azure-usage-growth': 17,
  'azure-consumption-12m': 412_000,
  'azure-deployments': 5,
  'azure-smb-customer-share': 35,
  'security-net-customer-adds': 6,
  'security-usage-growth': 9,
  'security-deployments': 3,
  'sap-consumption-3m': 9_200,
  'sap-on-microsoft-azure-audit': true,
};

const enrolledDaysAgo = 250;
const specializedDaysAgo = 100;

/** The sample as it is on `today`: what it follows and where it is enrolled, a trainings export of 2026, people and figures. */
export function designationSample(today: CalendarDate): readonly SampleFile[] {
  return [
    { name: 'partner.json', text: `${JSON.stringify(settings(today), undefined, 2)}\n` },
    { name: 'Export_trainings_Lifetime_204817_Alderbrook_Systems.csv', text: trainings(today) },
    { name: 'people.csv', text: people(today) },
    { name: 'figures.csv', text: figuresOn(addDays(today, -12)) },
  ];
}

function settings(today: CalendarDate): object {
  const boughtOn = addDays(today, -enrolledDaysAgo);
  return {
    programme: designationProgramme,
    membership: { level: 'solutions-partner', boughtOn, renewedOn: [] },
    enrolments: [
      { competency: 'infrastructure', level: 'solutions-partner', from: boughtOn },
      {
        competency: 'sap-on-microsoft-azure',
        level: 'attained',
        from: addDays(today, -specializedDaysAgo),
      },
    ],
  };
}

const columns =
  'PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation,AADUserId,UserCount';

interface Row {
  readonly activity: string;
  readonly title: string;
  readonly type: 'Exam' | 'Certification';
  readonly on: CalendarDate;
  readonly until?: CalendarDate;
}

const yearDays = 365;

function trainings(today: CalendarDate): string {
  const rows = holders.flatMap((holder, at) =>
    holder.holds.flatMap(([title, exam], index): readonly (readonly string[])[] => {
      const isFirst = index === 0 && holder.firstEndsInDays !== undefined;
      const until = addDays(today, isFirst ? holder.firstEndsInDays : yearDays - 60 - 7 * at - 3 * index);
      const on = addDays(until, title === copilot[0] ? -2 * yearDays : -yearDays);
      const activity = String(3_400 + at * 10 + index);
      return [
        ...(exam === undefined
          ? []
          : [row(holder, { activity: exam, title: `Exam ${exam}: ${title}`, type: 'Exam', on })]),
        row(holder, { activity, title: certifiedTitle(title), type: 'Certification', on, until }),
      ];
    }),
  );
  return csv(columns, rows);
}

const certifiedTitle = (title: string) => (title === copilot[0] ? title : `Microsoft Certified: ${title}`);

function row({ name }: Holder, { activity, title, type, on, until }: Row): readonly string[] {
  const [given, ...family] = name.split(' ');
  const address = plainAddress(name);
  return [
    '4817204',
    activity,
    title,
    type,
    given!,
    family.join(' '),
    `${address}@example.net`,
    `${address}@alderbrook.example`,
    `${on}T00:00:00.000Z`,
    until === undefined ? '' : `${until} 00:00:00`,
    'Active',
    `${months[Number(on.slice(5, 7)) - 1]}-${on.slice(0, 4)}`,
    '4817204',
    samplePartnerName,
    'Aarhus',
    'Denmark',
    localPeople.find((person) => person.name === name)?.aadObjectId ?? '',
    '1',
  ];
}

function people(today: CalendarDate): string {
  return csv(
    'Name,WorkEmail,AADUserId,AccountOn,LinkedOn',
    holders.map(({ name }) => [
      name,
      `${plainAddress(name)}@alderbrook.example`,
      localPeople.find((person) => person.name === name)?.aadObjectId ?? '',
      addDays(today, -1_200),
      addDays(today, -1_190),
    ]),
  );
}

function figuresOn(asOf: CalendarDate): string {
  return csv(
    'Metric,Value,AsOf',
    Object.entries(figures).map(([metric, value]) => [metric, String(value), asOf]),
  );
}

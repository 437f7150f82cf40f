/** A moved export: an older Trainings export of Partner Center with its dates moved to later years, in the columns of 2026. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';

/** The columns of the Trainings export of 2026 (guygregory/frontier-engineer-finder, data/SampleTrainings.csv@0000f7ce). */
export const columnsOf2026 = [
  ...['PGAMpnId', 'TrainingActivityId', 'TrainingTitle', 'TrainingType', 'IndividualFirstName', 'IndividualLastName'],
  ...['Email', 'CorpEmail', 'TrainingCompletionDate', 'ExpirationDate', 'ActivationStatus', 'Month', 'MPNId'],
  ...['PartnerName', 'PartnerCityLocation', 'PartnerCountryLocation', 'AADUserId', 'UserCount'],
] as const;

/** The number of the exam that leads to each certification of the role-based exports. */
const examsOf: Readonly<Record<string, string>> = {
  'Azure Administrator Associate': 'AZ-104',
  'Azure AI Engineer Associate': 'AI-102',
  'Azure Data Engineer Associate': 'DP-203',
  'Azure Data Scientist Associate': 'DP-100',
  'Azure Database Administrator Associate': 'DP-300',
  'Azure Developer Associate': 'AZ-204',
  'Azure DevOps Engineer Expert': 'AZ-400',
  'Azure Security Engineer Associate': 'AZ-500',
  'Azure Solutions Architect Expert': 'AZ-305',
  'Data Analyst Associate': 'PL-300',
  'Enterprise Administrator Expert': 'MS-102',
  'Messaging Administrator Associate': 'MS-203',
  'Power Platform App Maker Associate': 'PL-100',
  'Security Administrator Associate': 'MS-500',
  'Teams Administrator Associate': 'MS-700',
  'Teamwork Administrator Associate': 'MS-301',
};

export interface Move {
  /** How many years later everything was completed. */
  readonly years: number;
  /** The day of the export, `YYYY-MM-DD`: what expired before it is printed as expired. */
  readonly on: string;
}

type Cells = Readonly<Record<string, string>>;

/**
 * The file of 2026: for each certification its exam row and its own row, which ends a year after the completion. Throws where a
 * certification is not one of those whose exam is known, because the file would then not be in the layout.
 */
export function movedExport(old: string, move: Move): string {
  const rows: readonly Cells[] = parse(old, { bom: true, columns: true, skip_empty_lines: true });
  const moved = rows.flatMap((row) => [examRow(row, move), certificationRow(row, move)]);
  return [columnsOf2026.join(','), ...moved.map((cells) => columnsOf2026.map((name) => quoted(cells[name]!)).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function certificationRow(row: Cells, move: Move): Cells {
  const completedOn = later(row.TrainingCompletionDate!.slice(0, 10), move.years);
  const expiresOn = later(completedOn, 1);
  return {
    ...shared(row, completedOn),
    TrainingActivityId: row.TrainingActivityId!,
    TrainingTitle: `${examNumberOf(row).startsWith('MS-') ? 'Microsoft 365 Certified' : 'Microsoft Certified'}: ${row.TrainingTitle!}`,
    TrainingType: 'Certification',
    ExpirationDate: `${expiresOn} 00:00:00`,
    ActivationStatus: expiresOn < move.on ? 'Expired' : 'Active',
  };
}

function examRow(row: Cells, move: Move): Cells {
  return {
    ...shared(row, later(row.TrainingCompletionDate!.slice(0, 10), move.years)),
    TrainingActivityId: examNumberOf(row),
    TrainingTitle: row.TrainingTitle!,
    TrainingType: 'Exam',
    ExpirationDate: '',
    ActivationStatus: 'Active',
  };
}

function examNumberOf({ TrainingTitle: title }: Cells): string {
  const exam = examsOf[title!];
  if (exam === undefined) throw new Error(`No exam is known for “${title!}”.`);
  return exam;
}

function shared(row: Cells, completedOn: string): Cells {
  const month = new Date(completedOn).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  const same = ['IndividualFirstName', 'IndividualLastName', 'Email', 'CorpEmail', 'MPNId', 'PartnerName'];
  const places = ['PartnerCityLocation', 'PartnerCountryLocation'];
  return {
    ...Object.fromEntries([...same, ...places].map((name) => [name, row[name] ?? ''])),
    PGAMpnId: row.MPNId ?? '',
    TrainingCompletionDate: `${completedOn}T00:00:00.000Z`,
    Month: `${month}-${completedOn.slice(0, 4)}`,
    AADUserId: objectIdOf(row.MCPID || row.Email || ''),
    UserCount: '1',
  };
}

/** An object id as Entra gives it, always the same for the same person. */
function objectIdOf(person: string): string {
  const hex = createHash('sha256').update(person).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** The same day so many years later; the last of February where there is no 29th. */
function later(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const exists = new Date(`${moved}T00:00:00Z`).toISOString().startsWith(moved);
  return exists ? moved : `${moved.slice(0, 8)}28`;
}

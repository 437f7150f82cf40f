/** What is known of a partner as tables: people, achievements and figures as `import` reads them, and what people say. */
import { isClaimed } from '../../domain/partner/claim';
import { readOnlyFiles, type ExportedFile } from '../../domain/imports/exported-file';
import type { AchievedKind } from '../../domain/programme/credential';
import type { Figure } from '../../domain/partner/figure';
import { identifierKinds, type Identifiers, type Person } from '../../domain/partner/person';
import type { Partner } from '../../domain/partner/partner';
import type { Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { personDateNames } from '../../domain/imports/incoming';
import { byteOrderMark, rowOf } from './cell';
import { onboardingTable } from './onboarding-table';
import { statesTable, type ExportRules } from './states-table';

/** Every file of an export. Throws {@link StoreUnavailable} while it is read, as the store does. */
export function exportedFiles(store: Store, tenant: string, rules: ExportRules): readonly ExportedFile[] {
  const people = () => store.people.list(tenant);
  return [
    { about: 'people', name: 'people.csv', text: () => table(peopleHeader, people(), peopleRows) },
    {
      about: 'achievements',
      name: 'achievements.csv',
      text: () => table(achievementHeader, people(), achievementRows),
    },
    {
      about: 'figures',
      name: 'figures.csv',
      text: () => table(['Metric', 'Value', 'AsOf'], store.figures.list(tenant), figureRows),
    },
    { about: 'onboarding', name: readOnlyFiles.onboarding, text: () => onboardingTable(store, tenant) },
    { about: 'states', name: readOnlyFiles.states, text: () => statesTable(store, tenant, rules) },
    { about: 'partner', name: 'partner.json', text: () => settings(store, tenant) },
  ];
}

async function* table<T>(
  header: readonly string[],
  kept: AsyncIterable<Versioned<T>>,
  rows: (value: T) => readonly (readonly string[])[],
): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(header);
  for await (const { value } of kept) {
    const text = rows(value).map(rowOf).join('');
    if (text !== '') yield text;
  }
}

const peopleHeader = [
  'Name',
  'WorkEmail',
  'MCPID',
  'Email',
  'AADUserId',
  'AccountOn',
  'LinkedOn',
  'LeftOn',
  'LinkedElsewhereOn',
  'AccountDeletedOn',
];

/** A person with several identifiers of a kind has several rows: each shares an identifier with the first, so that an import reads one person. */
function peopleRows(person: Person): readonly (readonly string[])[] {
  const dates = personDateNames.map((name) => person[name] ?? '');
  return signRows(person.identifiers).map((signs) => [person.name, ...signs, ...dates]);
}

function signRows(identifiers: Identifiers): readonly (readonly string[])[] {
  const first = identifierKinds.map((kind) => identifiers[kind][0] ?? '');
  const others = identifierKinds.flatMap((kind, at) =>
    identifiers[kind].slice(1).map((value) => first.map((sign, index) => (index === at ? value : sign))),
  );
  return first.some((sign) => sign !== '') ? [first, ...others] : [];
}

const achievementHeader = [
  'TrainingActivityId',
  'TrainingTitle',
  'TrainingType',
  'Email',
  'CorpEmail',
  'TrainingCompletionDate',
  'ExpirationDate',
  'MCPID',
  'AADUserId',
];

/** As Partner Center writes them. */
const trainingTypes = {
  exam: 'Exam',
  assessment: 'Assessment',
  certification: 'Certification',
} as const satisfies Record<AchievedKind, string>;

/** What its holder alone says is left out: read back, it would be confirmed by nothing but itself. */
function achievementRows({ identifiers, achievements }: Person): readonly (readonly string[])[] {
  const [corpEmail = '', mcpId = '', email = '', aadUserId = ''] = signRows(identifiers)[0] ?? [];
  if (corpEmail + mcpId + email + aadUserId === '') return [];
  const confirmed = achievements.filter((one) => !isClaimed(one));
  return confirmed.map(({ activityId = '', title, kind, completedOn, expiresOn = '' }) => [
    activityId,
    title,
    kind === undefined ? '' : trainingTypes[kind],
    email,
    corpEmail,
    completedOn,
    expiresOn,
    mcpId,
    aadUserId,
  ]);
}

function figureRows({ metric, value, asOf }: Figure): readonly (readonly string[])[] {
  return [[metric, typeof value === 'boolean' ? (value ? 'yes' : 'no') : numberCell(value), asOf]];
}

/** Written out, and never with three decimals: `1.125` is one thousand one hundred twenty-five in some locales. */
function numberCell(value: number): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

async function* settings(store: Store, tenant: string): AsyncGenerator<string> {
  const partner: Partial<Partner> = (await store.partners.get(tenant, tenant))?.value ?? {};
  yield `${JSON.stringify(partner, undefined, 2)}\n`;
}

/** The conversation references of people, for a request to see stored personal data; no import reads them back. */
export function exportedConversations(store: Store, tenant: string): Pick<ExportedFile, 'name' | 'text'> {
  return { name: 'conversations.json', text: () => conversations(store, tenant) };
}

async function* conversations(store: Store, tenant: string): AsyncGenerator<string> {
  yield '[';
  let separator = '\n';
  for await (const { value } of store.conversations.list(tenant)) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n';
  }
  yield '\n]\n';
}

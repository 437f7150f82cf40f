/** The facts of a partner as the tables that `import` reads: people, achievements and figures. */
import type { Figure } from '../../domain/figure';
import { identifierKinds, type Identifiers, type Person } from '../../domain/person';
import type { Partner } from '../../domain/partner';
import type { Kept, Store } from '../../domain/ports';
import { personDateNames } from '../../domain/incoming';
import { byteOrderMark, rowOf } from './cell';

/** One file, its text in pieces, so that no more than a page of people is held. */
export interface ExportedFile {
  readonly name: string;
  text(): AsyncIterable<string>;
}

/** Every file of an export. Throws {@link StoreUnavailable} while it is read, as the store does. */
export function exportedFiles(store: Store, tenant: string): readonly ExportedFile[] {
  const people = () => store.people.list(tenant);
  return [
    { name: 'people.csv', text: () => table(peopleHeader, people(), peopleRows) },
    { name: 'achievements.csv', text: () => table(achievementHeader, people(), achievementRows) },
    { name: 'figures.csv', text: () => table(['Metric', 'Value', 'AsOf'], store.figures.list(tenant), figureRows) },
    { name: 'partner.json', text: () => settings(store, tenant) },
    { name: 'conversations.json', text: () => conversations(store, tenant) },
  ];
}

async function* table<T>(
  header: readonly string[],
  kept: AsyncIterable<Kept<T>>,
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

/** Somebody with several signs of a kind has several rows: each shares a sign with the first, so that they stay one person. */
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
  'Email',
  'CorpEmail',
  'TrainingCompletionDate',
  'ExpirationDate',
  'MCPID',
  'AADUserId',
];

function achievementRows({ identifiers, achievements }: Person): readonly (readonly string[])[] {
  const [corpEmail = '', mcpId = '', email = '', aadUserId = ''] = signRows(identifiers)[0] ?? [];
  if (corpEmail + mcpId + email + aadUserId === '') return [];
  return achievements.map(({ activityId = '', title, completedOn, expiresOn = '' }) => [
    activityId,
    title,
    email,
    corpEmail,
    completedOn,
    expiresOn,
    mcpId,
    aadUserId,
  ]);
}

function figureRows({ metric, value, asOf }: Figure): readonly (readonly string[])[] {
  return [[metric, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value), asOf]];
}

async function* settings(store: Store, tenant: string): AsyncGenerator<string> {
  const partner: Partner | undefined = (await store.partners.get(tenant, tenant))?.value;
  yield `${JSON.stringify(partner ?? null, undefined, 2)}\n`;
}

/** Where people can be reached is told to whoever asks what is kept of them; nothing reads it back. */
async function* conversations(store: Store, tenant: string): AsyncGenerator<string> {
  yield '[';
  let separator = '\n';
  for await (const { value } of store.conversations.list(tenant)) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n';
  }
  yield '\n]\n';
}

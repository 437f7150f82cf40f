/** A partner in a world with a store of one's choice, for tests of what is kept and what a question costs. */
import { text } from '../../cards/text';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import { builtInProgramme } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import type { TurnRequest } from '../context/turn-request';
import { filesOf } from '../imports/files.case';
import { usualSettings } from '../../domain/alerts/alert-settings';
import type { ImportResult } from '../imports/import-result';
import { importFile } from '../imports/import-file';
import { recordingOutbound } from '../context/notifier.case';
import type { Reply } from '../context/reply';
import { replyTo } from '../turns/turn';
import type { AppServices } from '../context/app-services';

export const tenant = 'contoso';
export const noon = Date.parse('2021-02-01T12:00:00Z');

const whole = builtInProgramme('competencies');
/** Two competencies with the credentials they name: enough to tell right from wrong, and quick. */
export const programme: Programme = { ...whole, competencies: whole.competencies.slice(0, 2) };

/** What the two ask for. */
export const titles: readonly string[] = programme.competencies.flatMap(({ options }) =>
  options.flatMap(({ requirements }) =>
    requirements.flatMap((rule) => JSON.stringify(rule.alternatives).match(/(?<="credential":")[^"]+/g) ?? []),
  ),
);

/** The world around a store. */
export function worldOf(store: Store, parts: Partial<AppServices> = {}): AppServices {
  return {
    store,
    programmes: new Map([[programme.id, programme]]),
    text,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...filesOf(store),
    notifier: recordingOutbound(),
    defaultAlertSettings: usualSettings,
    access: { tenants: 'any', firstAdmins: ['boss'] },
    now: () => noon,
    onReply: () => undefined,
    newReference: () => 'reference',
    deadline: 60_000,
    ...parts,
  };
}

/** Somebody who asks; each ask is another turn. */
export function askBy(user: string, now = noon): TurnRequest {
  const mails = () => Promise.resolve([]);
  return {
    tenant,
    user: { id: user, aadObjectId: user, name: user, mails },
    members: async () => [],
    locale: 'en',
    scope: 'personal',
    conversation: `with ${user}`,
    now,
  };
}

/** What somebody is answered who says this in the personal chat. */
export function answerIn(services: AppServices, said: string, user = 'boss'): Promise<Reply> {
  return replyTo({ said }, askBy(user, services.now()), services);
}

/** Asks `progress` and gives the card as JSON. */
export async function progressIn(services: AppServices, user = 'boss'): Promise<string> {
  const { name, card } = await answerIn(services, 'progress', user);
  if (name !== 'progress') throw new Error(`There was no progress but ${name}`);
  return JSON.stringify(card);
}

/** Imports a training export with these achievements: `[title, completed on, person]`. */
export function importInto(
  services: AppServices,
  rows: readonly (readonly [string, string, string])[],
): Promise<ImportResult> {
  const lines = rows.map(([title, completedOn, who]) => `${title},${completedOn},${who}@c.com`);
  const csv = ['TrainingTitle,TrainingCompletionDate,CorpEmail', ...lines, ''].join('\r\n');
  const deps = { store: services.store, programmes: services.programmes, now: services.now, read: readImport };
  return importFile(deps, { tenant, file: fileOf('trainings.csv', Buffer.from(csv)), by: 'boss', dry: false });
}

/** So many people, each with a few achievements of those that the programme names. */
export function crowd(size: number): readonly Person[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `p-${index}`,
    name: `Person ${index}`,
    identifiers: noIdentifiers,
    achievements: [1, 2, 3].map((step) => ({
      title: titles[(index * step) % titles.length]!,
      completedOn: `2020-0${1 + ((index + step) % 9)}-15`,
      source: 'import-1',
    })),
  }));
}

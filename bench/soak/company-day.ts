/** What people of a company do in the soak: ask in five languages, press whatever a card offers, and import reports. */
import { setTimeout as pause } from 'node:timers/promises';
import { builtInProgramme } from '../../infra/catalogue/load';
import { activities } from '../../infra/teams-server/caller';
import type { DirectoryPerson } from '../../infra/teams-server/directory';
import type { TeamsServer } from '../../infra/teams-server/open';
import type { Fleet } from './fleet';

export interface Company {
  readonly tenant: string;
  /** The first may administer. */
  readonly people: readonly DirectoryPerson[];
  /** What a report that was accepted has said: address, title and day, each once. */
  readonly accepted: Set<string>;
}

export interface Day {
  readonly fleet: Fleet;
  readonly teams: TeamsServer;
  readonly chance: () => number;
  /** Whether the day is over. */
  readonly isOver: () => boolean;
  /** How often each thing was done. */
  readonly done: Map<string, number>;
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  'en-US': [
    'progress',
    'devops',
    'risk',
    'renewal',
    'why devops gold',
    'plan devops gold',
    'expiring',
    'people',
    'my tasks',
    'help',
  ],
  'zh-CN': ['进度', '风险', '续约', '到期', '帮助', 'devops'],
  'zh-TW': ['進度', '風險', '續約', '到期', '幫助', 'devops'],
  'ru-RU': ['прогресс', 'риски', 'продление', 'что истекает', 'помощь', 'devops'],
  'pt-BR': ['progresso', 'riscos', 'renovação', 'vencendo', 'ajuda', 'devops'],
};
/** What changes something, or shows what would be changed: said by the one who may. */
const orders = [
  'onboarding',
  'onboard Person 3',
  'onboard New Person',
  'left Person 5',
  'ask the people for devops gold',
  'tasks',
  'alerts',
  'audit',
];
export const locales = Object.keys(sentences);

/** What would take away what a report brought, so that it could not be asked for afterwards. */
const destructive = /forget|undo|remove|same-person|readmit|retention|admin/;

const titles = builtInProgramme('competencies').credentials.map((one) => one.titles[0]);
const employees = 30;
const rowsOfReport = 25;

/** A company whose people have installed the bot. */
export function companyOf(index: number, teams: TeamsServer): Company {
  const tenant = `tenant-${index}`;
  const people = Array.from({ length: 5 }, (_, at): DirectoryPerson => {
    const name = at === 0 ? 'Boss' : `Person ${at}`;
    const id = `29:${tenant}-${at}`;
    return {
      tenant,
      id,
      aadObjectId: adminOf(index, at),
      name,
      mail: `p${at}@${tenant}.com`,
      locale: locales[(index + at) % locales.length]!,
    };
  });
  for (const person of people) teams.directory.add(person);
  return { tenant, people, accepted: new Set() };
}

/** The Entra object id of a person of a company. */
export function adminOf(company: number, at = 0): string {
  return `${String(company).padStart(8, '0')}-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

/** Lives through the day of one person. */
export async function work(company: Company, person: DirectoryPerson, day: Day): Promise<void> {
  const { chance, teams } = day;
  await say(teams, person, activities.installs());
  while (!day.isOver()) {
    const choice = chance();
    if (choice < 0.35) await press(person, day);
    else if (choice < 0.5 && person === company.people[0])
      await count(day, 'order', say(teams, person, activities.says(any(orders, chance))));
    else await count(day, 'question', say(teams, person, activities.says(any(sentences[person.locale!]!, chance))));
    await pause(chance() * 400);
  }
}

function any<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)]!;
}

async function count(day: Day, what: string, doing: Promise<number>): Promise<void> {
  const status = await doing;
  const key = `${what} ${status < 300 ? 'answered' : 'not answered'}`;
  day.done.set(key, (day.done.get(key) ?? 0) + 1);
}

/** The status of the answer, 0 where none came. */
function say(teams: TeamsServer, person: DirectoryPerson, activity: object): Promise<number> {
  return teams.happen(person, activity as Readonly<Record<string, unknown>>).then(
    ({ status }) => status,
    () => 0,
  );
}

interface Button {
  readonly type: string;
  readonly verb: string;
}

async function press(person: DirectoryPerson, day: Day): Promise<void> {
  const room = day.teams.directory.personalRoom(person.id)!;
  const last = day.teams.journal.entries.findLast(
    ({ conversation, delivered, body }) => delivered && conversation === room.id && body,
  );
  const buttons = last ? buttonsIn(last.body).filter(({ verb }) => !destructive.test(verb)) : [];
  if (buttons.length === 0) return;
  const replyTo = last?.activity;
  await count(day, 'press', say(day.teams, person, activities.presses(any(buttons, day.chance), replyTo)));
}

function buttonsIn(value: unknown): readonly Button[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, verb } = value as Partial<Button>;
  const inside = Object.values(value).flatMap(buttonsIn);
  return type === 'Action.Execute' && typeof verb === 'string' ? [value as Button, ...inside] : inside;
}

/** Imports reports until the day is over, each again until it is accepted. */
export async function importReports(company: Company, day: Day): Promise<void> {
  for (let report = 0; !day.isOver(); report += 1) {
    const rows = Array.from({ length: rowsOfReport }, () => rowOf(company.tenant, day.chance));
    const csv = [
      'TrainingTitle,TrainingCompletionDate,CorpEmail,IndividualFirstName,IndividualLastName',
      ...rows.map(lineOf),
      '',
    ].join('\r\n');
    for (let outcome = ''; outcome !== 'done';) {
      outcome = await day.fleet.import({ id: nextId(), tenant: company.tenant, csv });
      const key = `import ${outcome.split(' ')[0]}`;
      day.done.set(key, (day.done.get(key) ?? 0) + 1);
      if (outcome !== 'done' && day.isOver()) return;
    }
    for (const { address, title, on } of rows) company.accepted.add(`${address} ${title} ${on}`);
    await pause(day.chance() * 1_500);
  }
}

let lastId = 0;
const nextId = () => (lastId += 1);

interface Row {
  readonly address: string;
  readonly title: string;
  readonly on: string;
  readonly at: number;
}

/** Of one person and title always the same day, so that no report contradicts another. */
function rowOf(tenant: string, chance: () => number): Row {
  const at = Math.floor(chance() * employees);
  const place = Math.floor(chance() * titles.length);
  const day = 1 + ((at * 7 + place) % 28);
  return {
    at,
    address: `p${at}@${tenant}.com`,
    title: titles[place]!,
    on: `2017-0${1 + ((at + place) % 9)}-${String(day).padStart(2, '0')}`,
  };
}

function lineOf({ at, address, title, on }: Row): string {
  return `"${title.replaceAll('"', '""')}",${on},${address},Person,${at}`;
}

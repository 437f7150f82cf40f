/** What each recipient receives unasked, day by day: whole sweeps and a clock, for the year of the sample partner, that of a small one, and a team that comes on board. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import type { Conversation } from '../../domain/partner/conversation';
import { localTimeOf } from '../../domain/basics/local-time';
import type { Locale } from '../../domain/basics/locale';
import type { Figure } from '../../domain/partner/figure';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { type Change } from '../../domain/basics/repository';
import { everybody } from '../../domain/ports';
import type { ImportRecord } from '../../domain/partner/import-record';
import { builtInProgramme } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { importFile } from '../imports/import-file';
import type { TurnRequest, ConversationMember } from '../context/turn-request';
import { scheduleSweep } from '../partner/sweep-schedule';
import { worldOf } from '../partner/standing-cache.case';
import { recordingOutbound, type Utterance } from '../context/notifier.case';
import { writeSampleInto } from '../imports/sample-data.case';
import { sweep, type SweepResult } from './sweep';
import { replyTo } from '../turns/turn';
import type { AppServices } from '../context/app-services';

expect.extend({ toMatchFile });

interface Company {
  readonly tenant: string;
  readonly cast: Readonly<Record<string, { readonly id: string; readonly aadObjectId: string; readonly name: string }>>;
  readonly partner: Partner | null;
  /** The day for which the sample partner is written, in place of a company of the situation's own. */
  readonly sample?: string;
  readonly people: readonly Person[];
  readonly figures?: readonly Figure[];
  readonly imports: readonly ImportRecord[];
}

/** Somebody says something, or presses a button of the card that they received or were answered with last. */
interface Event {
  readonly at: string;
  readonly who: string;
  readonly says?: string;
  readonly presses?: string;
  /** What stands in the fields of the card. */
  readonly fields?: object;
  /** Of whom the channel tells that they are in the conversation. */
  readonly members?: readonly string[];
  /** A training export: title, day and work address. */
  readonly imports?: readonly (readonly [string, string, string])[];
  /** A list of people: work address, and that of the manager. */
  readonly lists?: readonly (readonly [string, string])[];
  readonly to?: string;
  readonly until?: string;
  /** Whether the answer is recorded as well. */
  readonly tells?: true;
}

interface Script {
  readonly admins: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly reach: Readonly<Record<string, { readonly locale: Locale; readonly timeZone: string }>>;
  readonly events: readonly Event[];
}

const folder = join(__dirname, '..', 'conversations');
const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as object;
const create = <T>(value: T): Change<T> => ({ kind: 'create', value });

interface Situation {
  readonly company: Company;
  readonly script: Script;
}

async function play({
  company,
  script,
}: Situation): Promise<{ readonly told: string; readonly swept: readonly SweepResult[] }> {
  const { tenant, cast } = company;
  const store = openMemory();
  const notifier = recordingOutbound();
  let now = Date.parse(`${script.from}T08:00:00Z`);
  const admins = script.admins.map((name) => cast[name]!.aadObjectId);
  const followed = company.partner?.programme ?? 'competencies';
  const programmes = new Map([[followed, builtInProgramme(followed)]]);
  const services: AppServices = worldOf(store, {
    notifier,
    programmes,
    access: { tenants: 'any', firstAdmins: admins },
    now: () => now,
  });
  const { partner, sample } = company;
  if (partner) await store.partners.write(tenant, [create({ ...partner, admins })]);
  if (sample !== undefined) await writeSampleInto(store, { tenant, day: sample, programmes });
  await store.people.write(tenant, company.people.map(create));
  await store.figures.write(tenant, (company.figures ?? []).map(create));
  await store.imports.write(tenant, company.imports.map(create));
  await store.conversations.write(
    tenant,
    Object.keys(script.reach).map((name) => create(conversationWith(name, { company, script }))),
  );
  await scheduleSweep(services, tenant);

  const told: string[] = [];
  const lastCards = new Map<string, Card>();
  const swept: SweepResult[] = [];
  const sweepOn = async () => {
    swept.push(await sweep(services));
    for (const utterance of notifier.said.splice(0)) {
      told.push(telling(utterance, now));
      lastCards.set(utterance.to.name, utterance.message.card);
    }
  };
  const events = [...script.events];
  const end = Date.parse(script.until);
  for (;;) {
    const dueAt = (await store.schedule.get(everybody, tenant))!.value.dueAt;
    const event = events[0];
    const eventAt = event ? Date.parse(event.at) : Number.POSITIVE_INFINITY;
    now = Math.max(now, Math.min(dueAt, eventAt));
    if (now > end) return { told: told.join('\n\n'), swept };
    if (event && eventAt <= dueAt) {
      events.shift();
      const { card } = await happen(event, {
        services,
        company,
        script,
        card: lastCards.get(cast[event.who]!.name),
      });
      if (card) lastCards.set(cast[event.who]!.name, card);
      told.push(`${stamp(now)} ${cast[event.who]!.name} ${doing(event, company)}`);
      if (event.tells && card) told.push(linesOf(card).join('\n'));
    } else await sweepOn();
  }
}

function conversationWith(name: string, { company, script }: Situation): Conversation {
  const { id, aadObjectId, name: called } = company.cast[name]!;
  return {
    id: aadObjectId,
    scope: 'personal',
    reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: `a:${id}`, bot: '28:b', user: id },
    name: called,
    seenAt: '2018-02-01T00:00:00Z',
    ...script.reach[name]!,
  };
}

interface Scene extends Situation {
  readonly services: AppServices;
  readonly card: Card | undefined;
}

async function happen(event: Event, { services, card, company, script }: Scene): Promise<{ readonly card?: Card }> {
  const { id, aadObjectId, name } = company.cast[event.who]!;
  const request: TurnRequest = {
    tenant: company.tenant,
    user: { id, aadObjectId, name, mails: () => Promise.resolve([]) },
    members: () => Promise.resolve((event.members ?? []).map((one) => memberOf(company.cast[one]!))),
    locale: script.reach[event.who]!.locale,
    scope: 'personal',
    conversation: `a:${id}`,
    now: services.now(),
  };
  const { imports, lists } = event;
  if (imports) {
    await bringIn(['TrainingTitle,TrainingCompletionDate,CorpEmail', ...imports], services, company);
    return {};
  }
  if (lists) {
    await bringIn(['WorkEmail,Manager', ...lists], services, company);
    return {};
  }
  if (event.says !== undefined) return replyTo({ said: event.says }, request, services);
  const buttons = buttonsIn(card);
  const button = buttons.find(({ title }) => title.startsWith(event.presses!));
  if (!button) throw new Error(`No button “${event.presses}” among ${buttons.map(({ title }) => title).join(', ')}`);
  const to = event.to && company.cast[event.to]!.aadObjectId;
  const data = { ...button.data, ...event.fields, ...(to && { to }), ...(event.until && { until: event.until }) };
  return replyTo({ pressed: { ...button, data } }, request, services);
}

function memberOf({ id, aadObjectId, name }: Company['cast'][string]): ConversationMember {
  return { id, aadObjectId, name, mails: [mailOf(name)] };
}

/** The work address of somebody: first name and last name without their accents. */
function mailOf(name: string): string {
  return `${name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(' ', '.')}@fernhollow.example`;
}

/** Brings in the rows of a file, of which the first says what stands in which column. */
async function bringIn(
  [head, ...rows]: readonly [string, ...(readonly (readonly string[])[])],
  services: AppServices,
  { tenant }: Company,
): Promise<void> {
  const csv = [head, ...rows.map((row) => row.join(',')), ''].join('\r\n');
  const deps = { store: services.store, programmes: services.programmes, now: services.now, read: readImport };
  await importFile(deps, { tenant, file: fileOf('rows.csv', Buffer.from(csv)), by: 'boss', dry: false });
}

interface Button {
  readonly title: string;
  readonly data?: object;
}

/** Every button of a card, and whatever else can be touched. */
function buttonsIn(value: unknown): readonly Button[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { readonly type?: string }).type === 'Action.Execute' ? [value as Button] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

const stamp = (moment: number) => new Date(moment).toISOString().slice(0, 16).replace('T', ' ');

function doing({ says, presses, fields, imports, lists, to, until }: Event, company: Company): string {
  if (lists) return `imports a list of people: ${lists.map((row) => row.join(' under ')).join(', ')}.`;
  if (imports) return `imports ${imports.map((row) => row.join(' ')).join(', ')}.`;
  if (says !== undefined) return `says “${says}”.`;
  const filled = fields ? ` with ${JSON.stringify(fields)}` : '';
  return `presses “${presses}”${filled}${to ? ` and chooses ${company.cast[to]!.name}` : ''}${until ? ` and chooses ${until}` : ''}.`;
}

function telling({ to, message, replaced }: Utterance, now: number): string {
  const { weekday, hour } = localTimeOf(now, to.timeZone);
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1]!;
  const what = replaced ? 'sees an earlier card change' : 'receives a card';
  return [`${stamp(now)} ${to.name} (${day}, ${hour} o’clock there) ${what}:`, ...linesOf(message.card)].join('\n');
}

/** Buttons, the opt-out and what numbers stand on are the same on every card. */
function linesOf(card: Card): readonly string[] {
  return plainText(card)
    .split('\n')
    .filter((line) => line !== '' && !/^\[|^Data as of|^数据截至|^You can stop|^可以停止/.test(line))
    .map((line) => `    ${line}`);
}

it.each([
  'a-year-of-the-sample-partner',
  'a-year-of-a-small-partner',
  'a-team-comes-on-board',
  'a-plan-becomes-tasks',
  'a-manager-and-their-people',
  'points-until-november',
  'points-until-december',
  'points-without-membership',
])('tells each recipient what they need to know, in time and in their language: %s', async (situation) => {
  const company = { ...read('_company.json'), ...read(situation, '_seed.json') } as Company;
  const { told, swept } = await play({ company, script: read(situation, '_alerts.json') as Script });

  for (const { deliveries } of swept)
    expect(deliveries.planned).toBe(deliveries.sent + deliveries.failed + deliveries.skipped);
  expect(`${told}\n`).toMatchFile(join(folder, situation, '__golden__', 'alerts.txt'));
});

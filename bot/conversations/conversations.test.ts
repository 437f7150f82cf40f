/** Conversations: whole turns through the application, with a store in memory and a clock that stands still. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { usualSettings } from '../../domain/alerts/alert-settings';
import type { Figure } from '../../domain/partner/figure';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Change, Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { ProgrammeSet } from '../../domain/programme/joined-programme';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory, type StoreRequest } from '../../infra/memory/store';
import type { ConversationScope } from '../context/turn-request';
import { compose, type Composed } from '../composition/compose';
import type { LocalConfig } from '../config/config';
import { localConfig } from '../config/config.case';
import { writeSampleInto } from '../imports/sample-data.case';
import { filesOf } from '../imports/files.case';
import { runTerminalEvent, type Outgoing, type Speaker } from '../teams/terminal';

expect.extend({ toMatchFile });

interface Seed {
  readonly tenant: string;
  readonly cast: Readonly<Record<string, Speaker>>;
  readonly partner: Partner | null;
  readonly people: readonly Person[];
  readonly figures: readonly Figure[];
  readonly imports: readonly ImportRecord[];
  readonly tenants?: readonly string[];
  readonly firstAdmins?: LocalConfig['firstAdmins'];
  /** The day for which the sample partner is written, in place of a company of the situation's own. */
  readonly sample?: string;
  /** The programmes that are loaded, where it is not just the one that is followed. */
  readonly programmes?: readonly string[];
  readonly store?: 'fails' | 'fails-for-people' | 'hangs';
  /** Whether the chat can ask leave to store a file. */
  readonly offers?: boolean;
}

/** Something dropped into the chat: a file of the situation's folder, or whatever else comes attached. */
type Drop = string | { readonly name?: string; readonly address?: string; readonly type?: string };

/** Somebody does one of these things: says words, presses a button by its title or with forged data, installs … */
interface Turn {
  readonly who: string;
  /** The day on which it happens, from which on the clock shows it; 1 June 2018 before any is given. */
  readonly on?: string;
  readonly where?: ConversationScope;
  readonly tenant?: string;
  readonly locale?: string;
  readonly clientLocale?: string;
  readonly says?: string;
  readonly presses?: string;
  /** What stands in the fields of the card when a button is pressed. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Who else is in the conversation, by the names of the cast. */
  readonly members?: readonly string[];
  /** The card of which turn the button is on; the last one if absent. */
  readonly of?: number;
  readonly drops?: readonly Drop[];
  /** What is answered to the question for leave to store a file, and where Teams says that it is to go. */
  readonly consents?: 'accept' | 'decline';
  readonly about?: string;
  readonly to?: string;
  readonly claims?: unknown;
  readonly submits?: unknown;
  readonly installs?: true;
  readonly removes?: true;
  readonly joins?: true;
  /** Everything that is due is done, for whichever organisation; nobody in these situations can be written to unasked. */
  readonly sweeps?: true;
  readonly member?: string;
}

/** Those that are named; else the programme that the company follows, and the competencies where there is none yet. */
const programmesOf = ({ partner, programmes }: Pick<Seed, 'partner' | 'programmes'>) => {
  if (programmes) return new ProgrammeSet(programmes.map((one) => [one, builtInProgramme(one)]));
  const id = partner?.programme === 'designations' ? 'designations' : 'competencies';
  return new Map([[id, builtInProgramme(id)]]);
};
const folder = __dirname;
const situations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function read<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;
}

describe.each(situations.map(({ name }) => name))('%s', (situation) => {
  it('goes as recorded', async () => {
    const seed: Seed = { ...read<Seed>('_company.json'), ...read<Partial<Seed>>(situation, '_seed.json') };
    const turns = read<readonly Turn[]>(situation, '_turns.json');
    const files = await fileStore(join(folder, situation));
    const { transcript, writes } = await play(seed, turns, files.address).finally(files.close);
    expect(transcript).toMatchFile(join(folder, situation, '__golden__', 'replies.txt'));
    expect(`${JSON.stringify(writes, undefined, 2)}\n`).toMatchFile(
      join(folder, situation, '__golden__', 'writes.json'),
    );
  });
});

interface Played {
  readonly transcript: string;
  readonly writes: readonly object[];
}

/** Where Teams would keep files: it hands out those of a folder and takes others in, but for those at `/refused`. */
async function fileStore(from: string): Promise<{ readonly address: string; close(): void }> {
  const server = createServer((request, response) => {
    const name = join(from, decodeURIComponent((request.url ?? '').slice(1)));
    if (request.method === 'PUT') {
      response.statusCode = request.url === '/refused' ? 403 : 201;
      request.resume().on('end', () => response.end());
      return;
    }
    response.statusCode = existsSync(name) ? 200 : 404;
    response.end(existsSync(name) ? readFileSync(name) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function play(seed: Seed, turns: readonly Turn[], files: string): Promise<Played> {
  const names: string[] = [];
  let today = '2018-06-01';
  const writes: object[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const store = recording(await storeOf(seed), writes);
  const now = () => Date.parse(`${today}T09:00:00Z`);
  const programmes = programmesOf(seed);
  const laurel = await compose(configOf(seed), {
    ...filesOf(store, seed.offers, { programmes, now }),
    programmes,
    store,
    now,
    newReference: () => 'reference',
    defaultAlertSettings: usualSettings,
    onReply: (name) => void names.push(name),
    deadline: seed.store === 'hangs' ? 20 : 8_000,
    log,
  });
  const told: string[] = [];
  const cards: (Card | undefined)[] = [];
  const offers = new Map<string, string>();
  for (const [at, turn] of turns.entries()) {
    today = turn.on ?? today;
    const card = turn.of === undefined ? cards.at(-1) : cards[turn.of - 1];
    const sent = await happenTo(laurel, seed, { turn, card, files, offers });
    for (const { about, offer } of sent.flatMap(offersIn)) offers.set(about, offer);
    told.push(`${at + 1}. ${heading(turn)}`, ...sent.map((out) => telling(out, names)), '');
    const shown = sent.flatMap(cardIn);
    cards.push(shown[0] ?? cards.at(-1));
    expect(shown.length).toBeLessThanOrEqual(1);
    expect(names.splice(0)).toEqual([]);
  }
  return { transcript: told.join('\n'), writes };
}

function configOf({ tenants = ['any'], firstAdmins = [] }: Seed): LocalConfig {
  return localConfig({ allowedTenants: tenants.includes('any') ? 'any' : tenants, firstAdmins });
}

async function storeOf(seed: Seed): Promise<Store> {
  const { tenant, partner, people, figures, imports, sample, store: trouble } = seed;
  let isReady = false;
  const fails = ({ noun }: StoreRequest) =>
    trouble === 'fails' || (trouble === 'fails-for-people' && noun === 'person');
  const store = openMemory((request) => (isReady && fails(request) ? new Error('made to fail') : undefined));
  const create = <T>(value: T): Change<T> => ({ kind: 'create', value });
  if (partner) await store.partners.write(tenant, [create(partner)]);
  await store.people.write(tenant, people.map(create));
  await store.figures.write(tenant, figures.map(create));
  await store.imports.write(tenant, imports.map(create));
  if (sample !== undefined) await writeSampleInto(store, { tenant, day: sample, programmes: programmesOf(seed) });
  isReady = true;
  return trouble === 'hangs' ? { ...store, partners: silent(store.partners) } : store;
}

/** A repository that never answers. */
function silent<T>(repository: Repository<T>): Repository<T> {
  return { ...repository, get: () => new Promise(() => undefined) };
}

/** The store, with every wanted write put on the list, without versions. */
function recording(store: Store, writes: object[]): Store {
  const recorded = <T>(noun: string, repository: Repository<T>): Repository<T> => ({
    ...repository,
    write: async (tenant, changes) => {
      const conflicts = await repository.write(tenant, changes);
      for (const { version: _, ...change } of changes as readonly (Change<T> & { version?: string })[])
        writes.push({ noun, ...change, ...(conflicts.length > 0 && { conflicts }) });
      return conflicts;
    },
  });
  return {
    ...store,
    partners: recorded('partner', store.partners),
    people: recorded('person', store.people),
    figures: recorded('figure', store.figures),
    imports: recorded('import', store.imports),
    corrections: recorded('correction', store.corrections),
    installations: recorded('visit', store.installations),
    onboardings: recorded('onboarding', store.onboardings),
    notices: recorded('notice', store.notices),
    alertSettings: recorded('alert-settings', store.alertSettings),
  };
}

interface Happening {
  readonly turn: Turn;
  readonly card: Card | undefined;
  /** Where files lie. */
  readonly files: string;
  /** The newest file consent card for each file, by the id of its offer. */
  readonly offers: ReadonlyMap<string, string>;
}

interface OfferContext {
  readonly offer: string;
  readonly about: string;
}

/** What a file consent card sends back when it is answered. */
function offersIn({ attachments }: Outgoing): readonly OfferContext[] {
  return (attachments ?? []).flatMap(({ content }) => {
    const { acceptContext } = (content ?? {}) as { readonly acceptContext?: OfferContext };
    return acceptContext ? [acceptContext] : [];
  });
}

async function happenTo(
  { app, sweep }: Composed,
  seed: Seed,
  { turn, card, files, offers }: Happening,
): Promise<readonly Outgoing[]> {
  if (turn.sweeps) {
    // What one organisation records may make another due.
    for (let swept = await sweep(); swept.partners > 0;) swept = await sweep();
    return [];
  }
  const speaker = seed.cast[turn.who]!;
  const scope = turn.where ?? 'personal';
  const conversation = scope === 'personal' ? `a:${speaker.id}` : `19:${scope}@thread.tacv2;messageid=17`;
  const members = turn.members?.map((name) => seed.cast[name]!);
  const situation = {
    speaker,
    tenant: turn.tenant ?? seed.tenant,
    locale: turn.locale ?? 'en',
    scope,
    conversation,
    ...(members && { members }),
  };
  return runTerminalEvent(app, { ...activityOf(turn, { card, files, offers }), ...clientOf(turn) }, situation);
}

const press = (action: unknown) => ({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });

function activityOf(turn: Turn, { card, files, offers }: Omit<Happening, 'turn'>): Outgoing {
  if (turn.drops) return { type: 'message', text: '', attachments: turn.drops.map((drop) => attached(drop, files)) };
  if (turn.consents) return consent(turn, files, offers);
  if (turn.says !== undefined) return { type: 'message', text: turn.says, entities: mentionsIn(turn.says) };
  if (turn.presses !== undefined) return press(filled(buttonOf(card, turn.presses), turn.fields));
  if ('claims' in turn) return press(turn.claims);
  if ('submits' in turn) return { type: 'message', value: turn.submits };
  if (turn.joins) return { type: 'conversationUpdate', membersAdded: [{ id: turn.member ?? 'laurel', name: '' }] };
  return { type: 'installationUpdate', action: turn.installs ? 'add' : 'remove' };
}

function attached(drop: Drop, files: string): NonNullable<Outgoing['attachments']>[number] {
  const { name, address, type } = typeof drop === 'string' ? { name: drop, address: `${files}/${drop}` } : drop;
  const contentType = type ?? 'application/vnd.microsoft.teams.file.download.info';
  return { contentType, ...(name !== undefined && { name }), content: { downloadUrl: address, fileType: 'csv' } };
}

function consent(
  { consents: action, about = '', to = '/stored' }: Turn,
  files: string,
  offers: Happening['offers'],
): Outgoing {
  const uploadUrl = to.startsWith('/') ? `${files}${to}` : to;
  const uploadInfo = { uploadUrl, contentUrl: `${files}/stored`, uniqueId: 'unique', fileType: 'csv' };
  const value = {
    type: 'fileUpload',
    action,
    context: { offer: offers.get(about), about },
    ...(action === 'accept' && { uploadInfo }),
  };
  return { type: 'invoke', name: 'fileConsent/invoke', value };
}

/** As Teams lists them beside the text: the bot by its id, people by theirs. */
function mentionsIn(words: string): NonNullable<Outgoing['entities']> {
  return [...words.matchAll(/<at>([^<]*)<\/at>/g)].map(([text, name]) => ({
    type: 'mention',
    text,
    mentioned: { id: name === 'Laurel' ? 'laurel' : `29:${name}`, name },
  }));
}

function clientOf({ clientLocale }: Turn): Outgoing {
  return clientLocale === undefined ? {} : { entities: [{ type: 'clientInfo', locale: clientLocale }] };
}

interface Button {
  readonly title?: string;
  readonly data?: object;
}

/** A button as the client sends it: with what stands in the fields. */
function filled(button: Button, fields: Turn['fields']): object {
  return fields ? { ...button, data: { ...button.data, ...fields } } : button;
}

/** What touching a part of the card does, and the buttons beside the parts, however deep they stand. */
function touchedIn(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part.flatMap(touchedIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type } = part as { readonly type?: unknown };
  return typeof type === 'string' && type.startsWith('Action.') ? [part] : Object.values(part).flatMap(touchedIn);
}

/** A button below the card, or a part of it that can be touched. */
function buttonOf(card: Card | undefined, title: string): Button {
  const buttons = [...(card?.actions ?? []), ...touchedIn(card?.body)] as readonly Button[];
  const button = buttons.find((one) => one.title === title);
  if (!button) throw new Error(`No button “${title}” among ${buttons.map((one) => one.title).join(', ')}`);
  return button;
}

function heading(turn: Turn): string {
  const { who, where = 'personal', locale = 'en', tenant, clientLocale: _, ...deed } = turn;
  const place = [where, locale, ...(tenant === undefined ? [] : [`tenant “${tenant}”`])].join(', ');
  return `${who} (${place}) ${JSON.stringify(deed)}`;
}

/** A reply as a person reads it, after what must be true of every one. */
function telling(sent: Outgoing, names: string[]): string {
  const [card] = cardIn(sent);
  if (!card) return `→ ${besideCards(sent)}`;
  const name = names.pop();
  if (sent.type === 'message')
    expect(sent).toMatchObject({ summary: expect.stringMatching(/./), locale: expect.any(String) });
  return `→ ${sent.type === 'invokeResponse' ? 'in place of the card' : 'a card'}: ${name}\n${indented(plainText(card))}`;
}

function cardIn({ type, attachments, value }: Outgoing): readonly Card[] {
  if (type === 'invokeResponse') return [(value as { body?: { value: Card } }).body?.value ?? []].flat();
  const cards = (attachments ?? []).filter(({ contentType }) => contentType.endsWith('.adaptive'));
  return cards.map(({ content }) => content as Card);
}

/** What goes out that is no card: the bare answer to a question, a file that is offered or lies ready. */
function besideCards({ type, attachments = [] }: Outgoing): string {
  const [file] = attachments;
  if (!file) return `${type}, without a card`;
  const { sizeInBytes } = file.content as { readonly sizeInBytes?: number };
  return `${file.contentType}: ${file.name}${sizeInBytes === undefined ? '' : `, ${sizeInBytes} bytes`}`;
}

function indented(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

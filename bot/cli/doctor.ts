/** The doctor examines what Laurel needs to work here, one thing after the other, and says of each what to do. */
import { unformattedLocales, type Arguments, type Key, type Text } from '../../cards/text';
import { deliveryCodeWords } from '../../cards/words/delivery-code';
import type { Conversation } from '../../domain/partner/conversation';
import { dateOf, daysBetween } from '../../domain/basics/date';
import { possibleDuplicates } from '../../domain/partner/namesake';
import type { Person } from '../../domain/partner/person';
import { locales } from '../../domain/basics/locale';
import { RowUnreadable, StoreUnavailable } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { mayTalk } from '../context/tenant-access';
import { CatalogueError } from '../config/catalogue-error';
import type { BotIdentity, Config, ConfigReading } from '../config/config';
import { isTrustedServiceUrl } from '../config/service-url';
import { isId } from '../config/environment';
import { reportStartupError } from '../hosting/startup-error';
import type { TokenAnswer } from '../teams/bot-token-answer';

/** What is examined, in this order. */
export const checks = [
  'settings',
  'token',
  'secret',
  'programmes',
  'store',
  'conversations',
  'people',
  'languages',
] as const;
export type DoctorCheck = (typeof checks)[number];

/** `failed` must be mended before Laurel works; a `warning` is worth a look; `skipped` could not be examined. */
export type Result = 'ok' | 'warning' | 'failed' | 'skipped';

export interface DoctorFinding {
  readonly check: DoctorCheck;
  readonly result: Result;
  /** What was found, in one word that stays the same in all languages. */
  readonly code: string;
  /** The same in the reader's language, with what to do about it. */
  readonly says: string;
  /** How many it concerns, where they are counted. */
  readonly count?: number;
}

/** What of Laurel can be examined once it is put together. */
interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

export interface DoctorContext {
  readonly reading: ConfigReading;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The tenants that are known from the settings. */
  readonly tenants: (config: Config) => readonly string[];
  readonly open: (config: Config) => Promise<Opened>;
  readonly askForToken: (bot: BotIdentity) => Promise<TokenAnswer>;
}

/** Examines everything that can be; whatever depends on something that failed is told as skipped. Nothing is written. */
export async function examine(patient: DoctorContext, text: Text): Promise<readonly DoctorFinding[]> {
  const { reading } = patient;
  if ('faults' in reading) {
    const faults = reading.faults.map(({ code, ...about }): DoctorFinding => ({
      check: 'settings',
      result: 'failed',
      code,
      says: text.say(`config.fault.${code}`, about),
    }));
    return [
      ...faults,
      ...skipped(['token', 'secret', 'programmes', 'store', 'conversations', 'people'], text),
      languages(text),
    ];
  }
  const { config } = reading;
  return [
    ...settings(reading, text),
    await token(config, patient, text),
    secret(config, patient, text),
    ...(await opened(config, patient, text)),
    languages(text),
  ];
}

function skipped(which: readonly DoctorCheck[], text: Text): readonly DoctorFinding[] {
  const says = text.say('doctor.not-examined');
  return which.map((check) => ({ check, result: 'skipped', code: 'not-examined', says }));
}

function settings(
  { config, warnings }: Exclude<ConfigReading, { readonly faults: unknown }>,
  text: Text,
): readonly DoctorFinding[] {
  const told = warnings.map(({ code, ...about }): DoctorFinding => ({
    check: 'settings',
    result: 'warning',
    code,
    says: text.say(`config.warning.${code}`, about),
  }));
  return [{ check: 'settings', result: 'ok', code: config.kind, says: worldIn(config, text) }, ...told];
}

function worldIn(config: Config, text: Text): string {
  if (config.kind === 'local') return text.say('doctor.settings.local');
  const { bot, allowedTenants } = config;
  return text.say('doctor.settings.production', { bot: bot.id, type: bot.kind, tenants: allowedTenants.length });
}

async function token(config: Config, { askForToken }: DoctorContext, text: Text): Promise<DoctorFinding> {
  const check = 'token';
  if (config.kind === 'local')
    return { check, result: 'ok', code: 'not-needed', says: text.say('doctor.token.not-needed') };
  const answer = await askForToken(config.bot);
  if (answer.kind === 'granted')
    return { check, result: 'ok', code: 'granted', says: text.say('doctor.token.granted') };
  const { reason, code } = answer;
  return { check, result: 'failed', code: reason, says: text.say(`doctor.token.${reason}`, { code }) };
}

/** Days before the end from which on it is worth a look. */
const daysOfWarning = 60;

/** A secret that ends in silence stops everything, so the days that are left are counted. */
function secret(config: Config, { now }: DoctorContext, text: Text): DoctorFinding {
  const tell = (
    result: Result,
    key: Extract<Key, `doctor.secret.${string}`>,
    about: Arguments = {},
  ): DoctorFinding => ({
    check: 'secret',
    result,
    code: key.slice('doctor.secret.'.length),
    says: text.say(key, about),
  });
  if (config.kind === 'local') return tell('ok', 'doctor.secret.not-needed');
  const { bot } = config;
  if (bot.kind === 'UserAssignedMSI') return tell('ok', 'doctor.secret.none');
  // The value of a secret never has this form, but its id, which stands beside it, has.
  if (isId(bot.password)) return tell('failed', 'doctor.secret.is-id');
  if (bot.passwordExpiresOn === undefined) return tell('warning', 'doctor.secret.unknown-end');
  const days = daysBetween(dateOf(now), bot.passwordExpiresOn);
  const about = { date: text.date(bot.passwordExpiresOn), days };
  if (days < 0) return tell('failed', 'doctor.secret.expired', about);
  return days <= daysOfWarning
    ? tell('warning', 'doctor.secret.expires-soon', about)
    : tell('ok', 'doctor.secret.expires', about);
}

async function opened(config: Config, patient: DoctorContext, text: Text): Promise<readonly DoctorFinding[]> {
  let laurel: Opened;
  try {
    laurel = await patient.open(config);
  } catch (error) {
    const says = reportStartupError(error, text);
    if (says === undefined) throw error;
    if (error instanceof CatalogueError)
      return [
        { check: 'programmes', result: 'failed', code: 'refused', says },
        ...skipped(['store', 'conversations', 'people'], text),
      ];
    return [
      ...skipped(['programmes'], text),
      { check: 'store', result: 'failed', code: 'not-opened', says },
      ...skipped(['conversations', 'people'], text),
    ];
  }
  try {
    const says = text.say('doctor.programmes.in-order');
    return [
      { check: 'programmes', result: 'ok', code: 'in-order', says },
      ...(await kept(config, laurel, { patient, text })),
    ];
  } finally {
    await laurel.close();
  }
}

interface Told {
  readonly patient: DoctorContext;
  readonly text: Text;
}

async function kept(config: Config, { store }: Opened, { patient, text }: Told): Promise<readonly DoctorFinding[]> {
  const { kind } = config.tables;
  try {
    await store.ping();
    const tenants = await tenantsIn(store, patient.tenants(config));
    const tally = await tallyOf(store, config, tenants);
    const says = text.say('doctor.store.answers', { kind });
    return [
      { check: 'store', result: 'ok', code: 'answers', says },
      ...conversations(tally, text),
      await people(store, tenants, text),
    ];
  } catch (error) {
    const trouble = storeTrouble(error, { kind, text });
    if (trouble === undefined) throw error;
    return [trouble, ...skipped(['conversations', 'people'], text)];
  }
}

function storeTrouble(
  error: unknown,
  { kind, text }: { readonly kind: string; readonly text: Text },
): DoctorFinding | undefined {
  if (error instanceof StoreUnavailable)
    return { check: 'store', result: 'failed', code: 'silent', says: text.say('doctor.store.silent', { kind }) };
  if (!(error instanceof RowUnreadable)) return undefined;
  const says = text.say('doctor.store.row-unreadable', { noun: error.noun, id: error.id });
  return { check: 'store', result: 'failed', code: 'row-unreadable', says };
}

interface Tally {
  readonly total: number;
  /** ISO 8601, UTC: when a message last arrived; empty if none ever did. */
  readonly lastSeen: string;
  /** How many cannot be reached, by the code of a delivery. */
  readonly hindered: ReadonlyMap<string, number>;
}

async function tenantsIn({ schedule }: Store, known: readonly string[]): Promise<ReadonlySet<string>> {
  const tenants = new Set(known);
  for await (const { value } of schedule.list(everybody)) tenants.add(value.tenant);
  return tenants;
}

/** Records that may be one person count twice until an admin has joined them. */
async function people(store: Store, tenants: ReadonlySet<string>, text: Text): Promise<DoctorFinding> {
  let count = 0;
  for (const tenant of tenants) {
    const kept: Pick<Person, 'name' | 'identifiers'>[] = [];
    for await (const { value } of store.people.list(tenant)) kept.push(value);
    count += possibleDuplicates(kept).length;
  }
  const check = 'people';
  if (count === 0) return { check, result: 'ok', code: 'apart', says: text.say('doctor.people.apart') };
  const says = text.say('doctor.people.possible-duplicates', { count });
  return { check, result: 'warning', code: 'possible-duplicates', says, count };
}

async function tallyOf(store: Store, config: Config, tenants: ReadonlySet<string>): Promise<Tally> {
  const hindered = new Map<string, number>();
  let [total, lastSeen] = [0, ''];
  for (const tenant of tenants) {
    for await (const { value } of store.conversations.list(tenant)) {
      total += 1;
      if (value.seenAt > lastSeen) lastSeen = value.seenAt;
      const code = obstacleOf(value, tenant, config);
      if (code !== undefined) hindered.set(code, (hindered.get(code) ?? 0) + 1);
    }
  }
  return { total, lastSeen, hindered };
}

/** Why nothing is sent there, as a send would find it. */
function obstacleOf({ reference, hindrance }: Conversation, tenant: string, config: Config): string | undefined {
  const access = { tenants: config.allowedTenants, firstAdmins: config.firstAdmins };
  if (!mayTalk({ tenant }, { access })) return 'tenant-not-allowed';
  if (!isTrustedServiceUrl(reference.serviceUrl, config.kind === 'production')) return 'untrusted-address';
  return hindrance?.code;
}

function conversations({ total, lastSeen, hindered }: Tally, text: Text): readonly DoctorFinding[] {
  const check = 'conversations';
  if (total === 0) return [{ check, result: 'warning', code: 'none', says: text.say('doctor.conversations.none') }];
  const says = text.say('doctor.conversations.known', { count: total, date: text.date(lastSeen.slice(0, 10)) });
  const refused = [...hindered].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    { check, result: 'ok', code: 'known', says, count: total },
    ...refused.map(([code, count]) => unreachable(code, count, text)),
  ];
}

function unreachable(code: string, count: number, text: Text): DoctorFinding {
  const says = text.say('doctor.conversations.unreachable', { count, why: deliveryCodeWords(code, text) });
  return { check: 'conversations', result: 'warning', code, says, count };
}

/** That this Node can write the dates and numbers of all languages; that all is said in all of them is known when it is built. */
function languages(text: Text): DoctorFinding {
  const check = 'languages';
  const missing = unformattedLocales();
  if (missing.length === 0)
    return {
      check,
      result: 'ok',
      code: 'complete',
      says: text.say('doctor.languages.complete', { count: locales.length }),
    };
  const says = text.say('doctor.languages.no-formats', { what: missing.join(', ') });
  return { check, result: 'failed', code: 'no-formats', says };
}

/** The doctor examines what Laurel needs to work here, one check after another, and says of each finding what to do. */
import { unformattedLocales, type Arguments, type Key, type Text } from '../../cards/text';
import { dateOf, daysBetween } from '../../domain/basics/date';
import { locales } from '../../domain/basics/locale';
import type { BotIdentity, Config, ConfigReading } from '../config/config';
import { isId } from '../config/environment';
import type { TokenAnswer } from '../teams/bot-token-answer';
import { skipped, type DoctorFinding, type Result } from './doctor-finding';
import { examineStore, type StoreAccess } from './doctor-store';

export interface DoctorContext extends StoreAccess {
  readonly reading: ConfigReading;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly askForToken: (bot: BotIdentity) => Promise<TokenAnswer>;
}

/** Examines everything that can be examined; a check that depends on one that failed is skipped. Writes nothing. */
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
    ...(await examineStore(config, patient, text)),
    languages(text),
  ];
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

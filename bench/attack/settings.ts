/** Hostile settings: no environment may give a config that lets people of other tenants in. */
import fc from 'fast-check';
import { readConfig } from '../../bot/config/config';
import { settingNames } from '../../bot/config/environment';
import { isLoopback } from '../../bot/config/loopback';

const id = '01234567-89ab-cdef-0123-456789abcdef';
const values = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    id,
    '0',
    'on',
    'off',
    '0.0.0.0',
    '::',
    '127.0.0.1',
    'localhost',
    'localhost.attacker.example',
  ),
  fc.constantFrom('UserAssignedMSI', 'SingleTenant', 'MultiTenant', '3978', 'https://a.table.core.windows.net'),
  fc.constantFrom('UseDevelopmentStorage=true', 'AccountName=a;AccountKey=b', '00000000-0000-0000-0000-000000000000'),
);

/** What is wrong with the config of an environment; undefined where it is refused or safe. */
function weaknessOf(env: Readonly<Record<string, string>>): string | undefined {
  const reading = readConfig(env);
  if ('faults' in reading) return undefined;
  const { config } = reading;
  if (config.kind === 'local') return isLoopback(config.host) ? undefined : 'open to others without authentication';
  const { bot, allowedTenants, firstAdmins } = config;
  if (allowedTenants.length === 0 || firstAdmins.length === 0) return 'no tenant or no admin';
  return bot.kind === 'SingleTenant' && bot.password === '' ? 'no password' : undefined;
}

/** How many environments were tried, and which of them gave an unsafe config. */
export function attackSettings(
  count: number,
  seed: number,
): { readonly weak: readonly string[]; readonly thrown: number } {
  const environments = fc.sample(fc.dictionary(fc.constantFrom(...settingNames), values), { numRuns: count, seed });
  const weak: string[] = [];
  let thrown = 0;
  for (const env of environments) {
    try {
      const weakness = weaknessOf(env);
      if (weakness !== undefined) weak.push(weakness);
    } catch {
      thrown += 1;
    }
  }
  return { weak, thrown };
}

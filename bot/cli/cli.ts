#!/usr/bin/env node
/** `laurel …`: what can be done in a terminal. Each command loads only what it needs. */
import { text as textIn, type Key, type Text } from '../../cards/text';
import { localeOf, type Locale } from '../../domain/basics/locale';
import { StoreUnavailable } from '../../domain/basics/repository';
import { asLines, type CliContext, type Laurel } from './cli-context';
import { clockAction } from './clock-action';
import { exitCodes, type Actions } from './actions';
import { runCommandLine } from './command-line';
import { compose, knownTenants, type Overrides } from '../composition/compose';
import { localTenant, openBrowser, startLanguageRelay, startPlayground } from '../composition/local-world';
import { requestBotToken } from '../composition/teams';
import {
  isChildOfNpm,
  terminalLanguage,
  readConfig,
  readEnvFile,
  type Config,
  type LocalConfig,
} from '../config/config';
import type { ConfigFault } from '../config/config-fault';
import type { DoctorContext } from './doctor';
import { auditAction } from './audit-action';
import { catalogueAction } from './catalogue-action';
import { doctorAction } from './doctor-action';
import { evaluateAction } from './evaluate-action';
import { exportAction } from './export-action';
import { hearAction } from './hear-action';
import { importAction } from './import-action';
import { sampleAction } from './sample-action';
import { sayAction } from './say-action';
import { sweepAction } from './sweep-action';
import { limitHeapGrowth } from '../hosting/heap-growth';
import { reportStartupError } from '../hosting/startup-error';
import { waitForShutdown } from '../hosting/shutdown';
import { laurelVersion } from '../context/version';
import { windowAction } from './window-action';

/** The language that the words ask for, else that of the terminal; needed before the words can be explained. */
function localeAsked(words: readonly string[]): Locale {
  const at = words.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const asked = at < 0 ? undefined : (words[at]!.split('=', 2)[1] ?? words[at + 1]);
  return asked === undefined ? terminalLanguage(process.env) : localeOf(asked);
}

function deskWith(text: Text): CliContext {
  const print = (words: string) => void process.stdout.write(words);
  const complain = (words: string) => void process.stderr.write(words);
  const terms = { text, complain };
  return {
    text,
    print,
    complain,
    withLaurel: (run, overrides = {}) => withConfig((config) => composed(config, run, overrides), terms),
    withLocal: (refusal, run) => withConfig((config) => local(config, run, { ...terms, refusal }), terms),
  };
}

interface Terms {
  readonly text: Text;
  readonly complain: (words: string) => void;
}

async function withConfig(run: (config: Config) => Promise<number>, { text, complain }: Terms): Promise<number> {
  const reading = readConfig(process.env, readEnvFile());
  if ('faults' in reading) {
    complain(asLines(reading.faults.map((fault) => settingLine(fault, text))));
    return exitCodes.failed;
  }
  try {
    return await run(reading.config);
  } catch (error) {
    const told =
      error instanceof StoreUnavailable ? text.say('cli.fault.store-unavailable') : reportStartupError(error, text);
    if (told === undefined) throw error;
    complain(`${told}\n`);
    return exitCodes.failed;
  }
}

function settingLine(fault: ConfigFault, text: Text): string {
  return text.say(`config.fault.${fault.code}`, { ...fault });
}

async function local(
  config: Config,
  run: (config: LocalConfig) => Promise<number>,
  { text, complain, refusal }: Terms & { readonly refusal: Key },
): Promise<number> {
  if (config.kind === 'local') return run(config);
  complain(asLines([text.say(refusal)]));
  return exitCodes.failed;
}

/** This machine with its settings, whatever is wrong with them. */
function patient(): DoctorContext {
  return {
    reading: readConfig(process.env, readEnvFile()),
    now: Date.now(),
    tenants: knownTenants,
    open: async (config) => {
      const { services, close } = await compose(unfilled(config));
      return { store: services.store, close };
    },
    askForToken: requestBotToken,
  };
}

/** The sample is written only on demand, so that it does not mix with files that are imported by hand. */
function unfilled(config: Config): Config {
  return config.kind === 'local' ? { ...config, sample: undefined } : config;
}

async function composed(
  config: Config,
  run: (laurel: Laurel) => Promise<number>,
  overrides: Overrides,
): Promise<number> {
  const laurel = await compose(unfilled(config), overrides);
  const tenant = config.kind === 'local' ? localTenant : config.bot.tenant;
  try {
    const { services, say, press, importing, exportInto, restore, writeSample, sweep } = laurel;
    return await run({ services, say, press, importing, exportInto, restore, writeSample, sweep, tenant });
  } finally {
    await laurel.close();
  }
}

async function main(words: readonly string[]): Promise<number> {
  const text = textIn(localeAsked(words));
  const context = deskWith(text);
  const actions: Actions = {
    say: (said, options) => sayAction(said, options, context),
    hear: (said, options) => hearAction(said, options, context),
    import: (files, options) => importAction(files, options, context),
    evaluate: (options) => evaluateAction(options, context, Date.now()),
    export: (options) => exportAction(options, context),
    audit: (options) => auditAction(options, context),
    sample: (options) => sampleAction(options, context),
    sweep: (options) => sweepAction(options, context),
    doctor: (options) => doctorAction(options, context, patient()),
    catalogue: (options) => catalogueAction(options, context, Date.now()),
    window: (options) =>
      windowAction(options, {
        ...context,
        startPlayground,
        startLanguageRelay,
        openBrowser,
        stopAsked: () => waitForShutdown(isChildOfNpm(process.env)),
      }),
    clock: (wish, options) => clockAction(wish, options, { ...context, machine: Date.now }),
  };
  const { print, complain } = context;
  return runCommandLine(words, { text, version: laurelVersion(), actions, print, complain });
}

limitHeapGrowth();
void main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = exitCodes.failed;
  },
);

#!/usr/bin/env node
/** `laurel …`: what can be done in a terminal. Each command loads only what it needs. */
import { text as textIn, type Key, type Text } from '../../cards/text';
import { localeOf, type Locale } from '../../domain/basics/locale';
import { StoreUnavailable } from '../../domain/basics/repository';
import { asLines, type Desk, type Laurel } from './cli-context';
import { clockAction } from './clock-action';
import { exitCodes, runCommandLine, type Actions } from './command-line';
import {
  askForToken,
  compose,
  knownTenants,
  localTenant,
  openBrowser,
  startLanguageRelay,
  startPlayground,
  type Overrides,
} from '../compose';
import { isChildOfNpm, languageOf, readConfig, readEnvFile, type Config, type LocalConfig } from '../config/config';
import type { ConfigFault } from '../config/config-fault';
import type { Patient } from './doctor';
import { doctorAction } from './doctor-action';
import { evaluateAction } from './evaluate-action';
import { exportAction } from './export-action';
import { importAction } from './import-action';
import { sampleAction } from './sample-action';
import { sayAction } from './say-action';
import { sweepAction } from './sweep-action';
import { tellFault } from '../hosting/startup-error';
import { stopAsked } from '../hosting/shutdown';
import { laurelVersion } from '../context/version';
import { windowAction } from './window-action';

/** The language that the words ask for, else that of the terminal; needed before the words can be explained. */
function localeAsked(words: readonly string[]): Locale {
  const at = words.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const asked = at < 0 ? undefined : (words[at]!.split('=', 2)[1] ?? words[at + 1]);
  return asked === undefined ? languageOf(process.env) : localeOf(asked);
}

function deskWith(text: Text): Desk {
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
    const told = error instanceof StoreUnavailable ? text.say('cli.fault.store-unavailable') : tellFault(error, text);
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
function patient(): Patient {
  return {
    reading: readConfig(process.env, readEnvFile()),
    now: Date.now(),
    tenants: knownTenants,
    open: async (config) => {
      const { world, close } = await compose(unfilled(config));
      return { store: world.store, close };
    },
    askForToken,
  };
}

/** The sample is written only on demand: whoever brings files in by hand wants nothing else beside them. */
function unfilled(config: Config): Config {
  return config.kind === 'local' ? { ...config, sample: false } : config;
}

async function composed(
  config: Config,
  run: (laurel: Laurel) => Promise<number>,
  overrides: Overrides,
): Promise<number> {
  const laurel = await compose(unfilled(config), overrides);
  const tenant = config.kind === 'local' ? localTenant : config.bot.tenant;
  try {
    const { say, importing, exportInto, writeSample, sweep } = laurel;
    return await run({ say, importing, exportInto, writeSample, sweep, tenant });
  } finally {
    await laurel.close();
  }
}

async function main(words: readonly string[]): Promise<number> {
  const text = textIn(localeAsked(words));
  const desk = deskWith(text);
  const actions: Actions = {
    say: (said, options) => sayAction(said, options, desk),
    import: (files, options) => importAction(files, options, desk),
    evaluate: (options) => evaluateAction(options, desk),
    export: (options) => exportAction(options, desk),
    sample: (options) => sampleAction(options, desk),
    sweep: (options) => sweepAction(options, desk),
    doctor: (options) => doctorAction(options, desk, patient()),
    window: (options) =>
      windowAction(options, {
        ...desk,
        startPlayground,
        startLanguageRelay,
        openBrowser,
        stopAsked: () => stopAsked(isChildOfNpm(process.env)),
      }),
    clock: (wish, options) => clockAction(wish, options, { ...desk, machine: Date.now }),
  };
  const { print, complain } = desk;
  return runCommandLine(words, { text, version: laurelVersion(), actions, print, complain });
}

void main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = exitCodes.failed;
  },
);

/** The program describes to commander which commands there are and which words each one takes, in the reader's language. */
import { Command } from 'commander';
import type { Key, Text } from '../../cards/text';
import { dateOrders } from '../../domain/imports/incoming';
import { importKinds } from '../../domain/partner/import-record';
import type { ClockSetting } from '../local-world/clock-argument';
import type {
  Actions,
  AuditOptions,
  CatalogueOptions,
  ClockOptions,
  DoctorOptions,
  EvaluateOptions,
  ExportOptions,
  HearOptions,
  ImportOptions,
  SampleOptions,
  SayOptions,
  SweepOptions,
  WindowOptions,
} from './actions';
import type { SampleName } from '../config/config';
import { choiceReader, clockReader, dateReader, timestampReader } from './argument-readers';
import { UsageError } from './usage-error';

export interface CommandLine {
  readonly text: Text;
  readonly version: string;
  readonly actions: Actions;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

interface Frame extends CommandLine {
  /** Called with the exit code of the action that ran. */
  readonly done: (code: number) => void;
}

/**
 * Builds the program; parsing throws {@link UsageError} for what it refuses, and for help and version once they are printed.
 */
export function buildProgram(line: CommandLine, done: (code: number) => void): Command {
  const { text, version } = line;
  const program = withSharedOptions(new Command('laurel'), line)
    .description(text.say('cli.about'))
    .version(version, '-V, --version', text.say('cli.option.version'))
    .helpCommand(false);
  for (const name of commandNames) {
    const command = withSharedOptions(program.command(name), line).description(text.say(`cli.${name}.about`));
    describe[name](command, { ...line, done });
  }
  return program;
}

/** In the order of the help text. */
const describe = {
  say: describeSay,
  hear: describeHear,
  import: describeImport,
  evaluate: describeEvaluate,
  export: describeExport,
  audit: describeAudit,
  sample: describeSample,
  sweep: describeSweep,
  doctor: describeDoctor,
  catalogue: describeCatalogue,
  window: describeWindow,
  clock: describeClock,
} satisfies Record<keyof Actions, (command: Command, frame: Frame) => void>;

/** The first words of a command line. */
export const commandNames = Object.keys(describe) as readonly (keyof typeof describe)[];

function describeSay(command: Command, { text, actions, done }: Frame): void {
  command
    .argument('<text>', text.say('cli.say.text'))
    .option('--as <user>', text.say('cli.say.as'))
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--now <moment>', text.say('cli.say.now'), timestampReader(text))
    .option('--yes', text.say('cli.say.yes'))
    .option('--json', text.say('cli.option.json'))
    .action(async (words: string, options: SayOptions) => done(await actions.say(words, options)));
}

function describeHear(command: Command, { text, actions, done }: Frame): void {
  command
    .argument('[text]', text.say('cli.hear.text'))
    .option('--programme <id>', text.say('cli.hear.programme'))
    .option('--as <user>', text.say('cli.say.as'))
    .option('--now <moment>', text.say('cli.say.now'), timestampReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (words: string | undefined, options: HearOptions) => done(await actions.hear(words, options)));
}

function describeImport(command: Command, { text, actions, done }: Frame): void {
  command
    .argument('<file...>', text.say('cli.import.files'))
    .option('--kind <kind>', withChoices('cli.import.kind', importKinds, text), choiceReader(importKinds, text))
    .option('--dates <order>', withChoices('cli.import.dates', dateOrders, text), choiceReader(dateOrders, text))
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--now <moment>', text.say('cli.import.now'), timestampReader(text))
    .option('--dry', text.say('cli.import.dry'))
    .option('--remove-gone', text.say('cli.import.remove-gone'))
    .option('--json', text.say('cli.option.json'))
    .action(async (files: string[], options: ImportOptions) => done(await actions.import(files, options)));
}

function describeEvaluate(command: Command, { text, actions, done }: Frame): void {
  command
    .requiredOption('--input <file>', text.say('cli.evaluate.input'))
    .option('--catalogue <file|id>', text.say('cli.evaluate.catalogue'))
    .option('--as-of <date>', text.say('cli.evaluate.as-of'), dateReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: EvaluateOptions) => done(await actions.evaluate(options)));
}

function describeExport(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--out <folder>', text.say('cli.export.out'), 'laurel-export')
    .action(async (options: ExportOptions) => done(await actions.export(options)));
}

function describeAudit(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--since <date>', text.say('cli.audit.since'), dateReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: AuditOptions) => done(await actions.audit(options)));
}

const samples = ['competencies', 'designations'] as const satisfies readonly SampleName[];

function describeSample(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--programme <id>', withChoices('cli.sample.programme', samples, text), choiceReader(samples, text))
    .option('--now <moment>', text.say('cli.sample.now'), timestampReader(text))
    .action(async (options: SampleOptions) => done(await actions.sample(options)));
}

function describeSweep(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--now <moment>', text.say('cli.sweep.now'), timestampReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: SweepOptions) => done(await actions.sweep(options)));
}

function describeDoctor(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--json', text.say('cli.option.json'))
    .action(async (options: DoctorOptions) => done(await actions.doctor(options)));
}

/** `laurel catalogue check`: the only command with a word of its own. */
function describeCatalogue(command: Command, { actions, done, ...line }: Frame): void {
  const { text } = line;
  withSharedOptions(command.helpCommand(false).command('check'), { ...line, actions })
    .description(text.say('cli.catalogue.check'))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: CatalogueOptions) => done(await actions.catalogue(options)));
}

function describeWindow(command: Command, { text, actions, done }: Frame): void {
  command
    .option('--as <user>', text.say('cli.window.as'))
    .action(async (options: WindowOptions) => done(await actions.window(options)));
}

function describeClock(command: Command, { text, actions, done }: Frame): void {
  command
    .argument('[moment]', text.say('cli.clock.moment'), clockReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (wish: ClockSetting | undefined, options: ClockOptions) => done(await actions.clock(wish, options)));
}

function withChoices(key: Key, choices: readonly string[], text: Text): string {
  return `${text.say(key)} (${choices.join(', ')})`;
}

/** Adds `--locale`, help in the reader's language, and our own error in place of commander's English one. */
function withSharedOptions(command: Command, { text, print, complain }: CommandLine): Command {
  return command
    .helpOption('-h, --help', text.say('cli.option.help'))
    .option('--locale <tag>', text.say('cli.option.locale'))
    .configureHelp({ styleTitle: (title) => headingIn(title, text) })
    .configureOutput({ writeOut: print, writeErr: complain, outputError: () => undefined })
    .exitOverride(({ code, exitCode }) => {
      throw new UsageError(code, exitCode, command);
    });
}

const headings: Readonly<Record<string, Key>> = {
  'Usage:': 'cli.heading.usage',
  'Arguments:': 'cli.heading.arguments',
  'Options:': 'cli.heading.options',
  'Commands:': 'cli.heading.commands',
};

function headingIn(title: string, text: Text): string {
  const key = headings[title];
  return key ? text.say(key) : title;
}

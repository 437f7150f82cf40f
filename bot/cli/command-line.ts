/** The command line: which words there are, what is wrong with those that are none, and help in the reader's language. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Key, Text } from '../../cards/text';
import { isCalendarDate } from '../../domain/basics/date';
import { importKinds, type ImportKind } from '../../domain/partner/import-record';
import { dateOrders, type DateOrder } from '../../domain/imports/incoming';
import { parseClockSetting, type ClockSetting } from '../local-world/clock-argument';
import { parseTimestamp } from '../local-world/timestamp';

export interface SayOptions {
  readonly as?: string;
  readonly tenant?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Presses the first button of a preview as well. */
  readonly yes?: true;
  readonly json?: true;
}

export interface HearOptions {
  readonly as?: string;
  /** The id of the programme by whose names the text is read, in place of the one that is followed. */
  readonly programme?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly json?: true;
}

export interface ImportOptions {
  readonly kind?: ImportKind;
  readonly dates?: DateOrder;
  readonly tenant?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly dry?: true;
  readonly removeGone?: true;
  readonly json?: true;
}

export interface ExportOptions {
  readonly tenant?: string;
  readonly out: string;
}

export interface SampleOptions {
  /** Milliseconds since 1970. */
  readonly now?: number;
}

export interface SweepOptions {
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly json?: true;
}

export interface DoctorOptions {
  readonly json?: true;
}

export interface ClockOptions {
  readonly json?: true;
}

export interface WindowOptions {
  readonly as?: string;
}

export interface CatalogueOptions {
  readonly json?: true;
}

export interface EvaluateOptions {
  readonly input: string;
  readonly catalogue?: string;
  readonly asOf?: string;
  readonly json?: true;
}

/** What each command does; each gives the exit code. */
export interface Actions {
  say(text: string, options: SayOptions): Promise<number>;
  /** Without a text it is each line of standard input. */
  hear(text: string | undefined, options: HearOptions): Promise<number>;
  import(files: readonly string[], options: ImportOptions): Promise<number>;
  evaluate(options: EvaluateOptions): Promise<number>;
  export(options: ExportOptions): Promise<number>;
  sample(options: SampleOptions): Promise<number>;
  sweep(options: SweepOptions): Promise<number>;
  doctor(options: DoctorOptions): Promise<number>;
  catalogue(options: CatalogueOptions): Promise<number>;
  window(options: WindowOptions): Promise<number>;
  clock(wish: ClockSetting | undefined, options: ClockOptions): Promise<number>;
}

export interface CommandLine {
  readonly text: Text;
  readonly version: string;
  readonly actions: Actions;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

export const exitCodes = { done: 0, failed: 1, wrongWords: 2 } as const;

/** Does what the words say and gives the exit code. Words that mean nothing are answered with what was probably meant. */
export async function runCommandLine(words: readonly string[], line: CommandLine): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = programOf(line, (code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code !== 'commander.help') line.complain(`${complaint(error, nameIn(words), line.text)}\n`);
    return exitCodes.wrongWords;
  }
}

function programOf(line: CommandLine, done: (code: number) => void): Command {
  const { text, version, actions } = line;
  const program = dressed(new Command('laurel'), line)
    .description(text.say('cli.about'))
    .version(version, '-V, --version', text.say('cli.option.version'))
    .helpCommand(false);

  const command = (name: (typeof commandNames)[number]) =>
    dressed(program.command(name), line).description(text.say(`cli.${name}.about`));

  command('say')
    .argument('<text>', text.say('cli.say.text'))
    .option('--as <user>', text.say('cli.say.as'))
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--now <moment>', text.say('cli.say.now'), momentReader(text))
    .option('--yes', text.say('cli.say.yes'))
    .option('--json', text.say('cli.option.json'))
    .action(async (words: string, options: SayOptions) => done(await actions.say(words, options)));

  command('hear')
    .argument('[text]', text.say('cli.hear.text'))
    .option('--programme <id>', text.say('cli.hear.programme'))
    .option('--as <user>', text.say('cli.say.as'))
    .option('--now <moment>', text.say('cli.say.now'), momentReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (words: string | undefined, options: HearOptions) => done(await actions.hear(words, options)));

  command('import')
    .argument('<file...>', text.say('cli.import.files'))
    .option('--kind <kind>', withChoices('cli.import.kind', importKinds, text), choiceReader(importKinds, text))
    .option('--dates <order>', withChoices('cli.import.dates', dateOrders, text), choiceReader(dateOrders, text))
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--now <moment>', text.say('cli.import.now'), momentReader(text))
    .option('--dry', text.say('cli.import.dry'))
    .option('--remove-gone', text.say('cli.import.remove-gone'))
    .option('--json', text.say('cli.option.json'))
    .action(async (files: string[], options: ImportOptions) => done(await actions.import(files, options)));

  command('evaluate')
    .requiredOption('--input <file>', text.say('cli.evaluate.input'))
    .option('--catalogue <file|id>', text.say('cli.evaluate.catalogue'))
    .option('--as-of <date>', text.say('cli.evaluate.as-of'), dateReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: EvaluateOptions) => done(await actions.evaluate(options)));

  command('export')
    .option('--tenant <id>', text.say('cli.option.tenant'))
    .option('--out <folder>', text.say('cli.export.out'), 'laurel-export')
    .action(async (options: ExportOptions) => done(await actions.export(options)));

  command('sample')
    .option('--now <moment>', text.say('cli.sample.now'), momentReader(text))
    .action(async (options: SampleOptions) => done(await actions.sample(options)));
  command('sweep')
    .option('--now <moment>', text.say('cli.sweep.now'), momentReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: SweepOptions) => done(await actions.sweep(options)));
  command('doctor')
    .option('--json', text.say('cli.option.json'))
    .action(async (options: DoctorOptions) => done(await actions.doctor(options)));
  dressed(command('catalogue').helpCommand(false).command('check'), line)
    .description(text.say('cli.catalogue.check'))
    .option('--json', text.say('cli.option.json'))
    .action(async (options: CatalogueOptions) => done(await actions.catalogue(options)));
  command('window')
    .option('--as <user>', text.say('cli.window.as'))
    .action(async (options: WindowOptions) => done(await actions.window(options)));
  command('clock')
    .argument('[moment]', text.say('cli.clock.moment'), clockReader(text))
    .option('--json', text.say('cli.option.json'))
    .action(async (wish: ClockSetting | undefined, options: ClockOptions) => done(await actions.clock(wish, options)));

  return program;
}

/** What all commands share: the language, help in it, and that we ourselves say what is wrong. */
function dressed(command: Command, { text, print, complain }: CommandLine): Command {
  return command
    .helpOption('-h, --help', text.say('cli.option.help'))
    .option('--locale <tag>', text.say('cli.option.locale'))
    .configureHelp({ styleTitle: (title) => headingIn(title, text) })
    .configureOutput({ writeOut: print, writeErr: complain, outputError: () => undefined })
    .exitOverride();
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

function withChoices(key: Key, choices: readonly string[], text: Text): string {
  return `${text.say(key)} (${choices.join(', ')})`;
}

function choiceReader<T extends string>(choices: readonly T[], text: Text): (value: string) => T {
  return (value) => {
    const choice = choices.find((one) => one === value);
    if (choice === undefined)
      throw new InvalidArgumentError(text.say('cli.fault.not-allowed', { allowed: choices.join(', ') }));
    return choice;
  };
}

function dateReader(text: Text): (value: string) => string {
  return (value) => {
    if (!isCalendarDate(value)) throw new InvalidArgumentError(text.say('cli.fault.not-a-date'));
    return value;
  };
}

function momentReader(text: Text): (value: string) => number {
  return (value) => {
    const moment = parseTimestamp(value);
    if (moment === undefined) throw new InvalidArgumentError(text.say('cli.fault.not-a-moment'));
    return moment;
  };
}

function clockReader(text: Text): (value: string) => ClockSetting {
  return (value) => {
    const wish = parseClockSetting(value);
    if (!wish) throw new InvalidArgumentError(text.say('cli.fault.not-a-clock'));
    return wish;
  };
}

const commandNames = [
  'say',
  'hear',
  'import',
  'evaluate',
  'export',
  'sample',
  'sweep',
  'doctor',
  'catalogue',
  'window',
  'clock',
] as const;

/** The command as far as it was named: what its help is called by. */
function nameIn(words: readonly string[]): string {
  return ['laurel', ...commandNames.filter((name) => words.includes(name)).slice(0, 1)].join(' ');
}

/** The parser's own errors by their codes; what it quotes is what was given. */
const complaints: Readonly<Record<string, Key>> = {
  'commander.unknownCommand': 'cli.fault.unknown-command',
  'commander.unknownOption': 'cli.fault.unknown-option',
  'commander.missingArgument': 'cli.fault.missing-argument',
  'commander.optionMissingArgument': 'cli.fault.missing-value',
  'commander.missingMandatoryOptionValue': 'cli.fault.missing-option',
  'commander.excessArguments': 'cli.fault.too-many',
};

function complaint({ code, message }: CommanderError, name: string, text: Text): string {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, words]) => words!);
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const [, value, allowed] = /'([^']*)' is invalid(?: for argument '[^']*')?\. (.*)/s.exec(message) ?? [];
  const key = complaints[code];
  const given = quoted[0] ?? name;
  return [
    key ? text.say(key, { given }) : text.say('cli.fault.bad-value', { given: value ?? given, allowed: allowed ?? '' }),
    ...(meant === undefined ? [] : [text.say('cli.fault.did-you-mean', { meant })]),
    text.say('cli.fault.help', { command: name }),
  ].join('\n');
}

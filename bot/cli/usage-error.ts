/** A usage error is a command line that commander refuses: explained by the error's code and the command, in the reader's language. */
import type { Command } from 'commander';
import type { Key, Text } from '../../cards/text';
import { slipsBetween } from '../language-understanding/lexicon';

/** Thrown in place of commander's own error, whose message is English. `code` is commander's. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    /** 0 after help and version. */
    readonly exitCode: number,
    readonly command: Command,
  ) {
    super(code);
  }
}

interface Fault {
  readonly key: Key;
  /** Returns the words at fault; `words` is the whole command line. */
  readonly given: (command: Command, words: readonly string[]) => string | undefined;
  /** Returns the words that may have been meant instead. */
  readonly known?: (command: Command) => readonly string[];
}

/** By commander's codes, which its documentation lists as stable; its messages are not. */
const faults: Readonly<Record<string, Fault>> = {
  'commander.unknownCommand': {
    key: 'cli.fault.unknown-command',
    given: ({ args }) => args[0],
    known: ({ commands }) => commands.map((one) => one.name()),
  },
  'commander.unknownOption': {
    key: 'cli.fault.unknown-option',
    given: ({ args }) => args.find((word) => word.startsWith('-')),
    known: (command) => optionsOf(command).flatMap(({ long }) => long ?? []),
  },
  'commander.missingArgument': {
    key: 'cli.fault.missing-argument',
    given: ({ args, registeredArguments }) => registeredArguments[args.length]?.name(),
  },
  'commander.optionMissingArgument': {
    key: 'cli.fault.missing-value',
    given: ({ options }, words) => options.find(({ long, short }) => [long, short].includes(words.at(-1)))?.flags,
  },
  'commander.missingMandatoryOptionValue': {
    key: 'cli.fault.missing-option',
    given: (command) =>
      command.options.find((option) => option.mandatory && command.getOptionValue(option.attributeName()) === undefined)
        ?.flags,
  },
  'commander.excessArguments': {
    key: 'cli.fault.too-many',
    given: (command) => command.name(),
  },
};

/** Returns what is wrong with the words and, if a known word is close, what was probably meant. */
export function explainUsageError(
  { code, command }: UsageError,
  words: readonly string[],
  text: Text,
): readonly string[] {
  const fault = faults[code];
  // A new code of a later commander is shown as it is.
  if (!fault) return [code];
  const given = fault.given(command, words) ?? words.join(' ');
  const meant = fault.known ? closestWords(given, fault.known(command)) : [];
  return [
    text.say(fault.key, { given }),
    ...(meant.length > 0 ? [text.say('cli.fault.did-you-mean', { meant: meant.join(', ') })] : []),
  ];
}

/** The visible options of a command and of those that it belongs to. */
function optionsOf(command: Command): ReturnType<ReturnType<Command['createHelp']>['visibleOptions']> {
  return [...command.createHelp().visibleOptions(command), ...(command.parent ? optionsOf(command.parent) : [])];
}

const mostSlips = 3;
const leastLikeness = 0.4;

/** The known words with the fewest slips of the fingers; none if even those are unlike the given one. */
function closestWords(given: string, known: readonly string[]): readonly string[] {
  const word = given.replace(/^--/, '');
  const near = [...new Set(known)]
    .map((one) => ({ one, name: one.replace(/^--/, '') }))
    .map(({ one, name }) => ({ one, slips: slipsBetween(word, name), length: Math.max(word.length, name.length) }))
    .filter(({ slips, length }) => slips <= mostSlips && 1 - slips / length > leastLikeness);
  const fewest = Math.min(...near.map(({ slips }) => slips));
  return near.flatMap(({ one, slips }) => (slips === fewest ? [one] : [])).sort();
}

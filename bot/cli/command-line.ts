/** The command line: runs the command that the words name; words that are no command are answered with what is wrong and what to write. */
import type { Text } from '../../cards/text';
import { exitCodes } from './actions';
import { InvalidValue } from './argument-readers';
import { buildProgram, commandNames, type CommandLine } from './program';
import { explainUsageError, UsageError } from './usage-error';

/** Runs the command and returns its exit code; throws what its action throws. */
export async function runCommandLine(words: readonly string[], line: CommandLine): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = buildProgram(line, (code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof UsageError && error.exitCode === 0) return exitCodes.done;
    const fault = faultLines(error, words, line.text);
    if (!fault) throw error;
    if (fault.length > 0) line.complain(`${[...fault, helpLine(words, line.text)].join('\n')}\n`);
    return exitCodes.wrongWords;
  }
}

/** Returns what is wrong with the words; no lines if help was printed in place of them, undefined for any other error. */
function faultLines(error: unknown, words: readonly string[], text: Text): readonly string[] | undefined {
  if (error instanceof InvalidValue)
    return [text.say('cli.fault.bad-value', { given: error.given, allowed: error.remedy })];
  if (!(error instanceof UsageError)) return undefined;
  return error.code === 'commander.help' ? [] : explainUsageError(error, words, text);
}

/** Names the help of the command that the words name, or that of all. */
function helpLine(words: readonly string[], text: Text): string {
  const name = commandNames.find((one) => words.includes(one));
  return text.say('cli.fault.help', { command: ['laurel', ...(name ? [name] : [])].join(' ') });
}

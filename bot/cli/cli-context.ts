/** An action is what a command of the terminal does; this is what all of them have at hand. */
import type { Key, Text } from '../../cards/text';
import type { Composed, Overrides } from '../composition/compose';
import type { LocalConfig } from '../config/config';

export interface CliContext {
  readonly text: Text;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /**
   * Runs with composed services and closes them afterwards; returns the exit code, also if the settings or the local world are at fault, which is then printed.
   */
  readonly withLaurel: (run: (laurel: Laurel) => Promise<number>, overrides?: Overrides) => Promise<number>;
  /** Runs with the settings of the local world alone; in production it prints a refusal. Returns the exit code as above. */
  readonly withLocal: (refusal: Key, run: (config: LocalConfig) => Promise<number>) => Promise<number>;
}

export interface Laurel extends Pick<
  Composed,
  'services' | 'say' | 'press' | 'importing' | 'exportInto' | 'restore' | 'writeSample' | 'sweep'
> {
  /** The tenant that is meant where none is named. */
  readonly tenant: string;
}

/** Lines with their ends. */
export function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** JSON for people and scripts alike. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Argument readers turn a word of the command line into a value, or throw why it is none. */
import type { Text } from '../../cards/text';
import { isCalendarDate } from '../../domain/basics/date';
import { parseClockSetting, type ClockSetting } from '../local-world/clock-argument';
import { parseTimestamp } from '../local-world/timestamp';

/** A value that an option or an argument does not take. `remedy` says, in the reader's language, what to write. */
export class InvalidValue extends Error {
  constructor(
    readonly given: string,
    readonly remedy: string,
  ) {
    super(`invalid value: ${given}`);
  }
}

/** Reads one of these words. Throws {@link InvalidValue}. */
export function choiceReader<T extends string>(choices: readonly T[], text: Text): (value: string) => T {
  const remedy = text.say('cli.fault.not-allowed', { allowed: choices.join(', ') });
  return readerOf((value) => choices.find((one) => one === value), remedy);
}

/** Reads a day, `2018-06-01`. Throws {@link InvalidValue}. */
export function dateReader(text: Text): (value: string) => string {
  return readerOf((value) => (isCalendarDate(value) ? value : undefined), text.say('cli.fault.not-a-date'));
}

/** Reads a time of UTC into milliseconds since 1970. Throws {@link InvalidValue}. */
export function timestampReader(text: Text): (value: string) => number {
  return readerOf(parseTimestamp, text.say('cli.fault.not-a-moment'));
}

/** Reads where to set the clock of the local world. Throws {@link InvalidValue}. */
export function clockReader(text: Text): (value: string) => ClockSetting {
  return readerOf(parseClockSetting, text.say('cli.fault.not-a-clock'));
}

function readerOf<T>(parse: (value: string) => T | undefined, remedy: string): (value: string) => T {
  return (value) => {
    const parsed = parse(value);
    if (parsed === undefined) throw new InvalidValue(value, remedy);
    return parsed;
  };
}

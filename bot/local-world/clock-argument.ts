/** A clock setting says where to set the clock of the local world: forward by a span, to a time, or back to the clock of the machine. */
import { parseTimestamp } from './timestamp';
import { dayMs } from '../../domain/basics/date';

export type ClockSetting =
  | { readonly kind: 'forward'; readonly ms: number }
  | { readonly kind: 'set'; readonly at: number }
  | { readonly kind: 'reset' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a word of the command line asks for; nothing where it is no such word. */
export function parseClockSetting(word: string): ClockSetting | undefined {
  if (word === 'reset') return { kind: 'reset' };
  const at = parseTimestamp(word);
  if (at !== undefined) return { kind: 'set', at };
  const [, days = '0', hours = '0', minutes = '0'] =
    /^\+(?=\d)(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?$/.exec(word) ?? [];
  const ms = Number(days) * dayMs + Number(hours) * hourMs + Number(minutes) * minuteMs;
  return ms > 0 ? { kind: 'forward', ms } : undefined;
}

/** A span as the command line takes it, with its sign, to the minute: `+3d2h`. */
export function spanText(ms: number): string {
  const whole = Math.round(Math.abs(ms) / minuteMs) * minuteMs;
  const parts = [
    [Math.floor(whole / dayMs), 'd'],
    [Math.floor((whole % dayMs) / hourMs), 'h'],
    [(whole % hourMs) / minuteMs, 'm'],
  ].filter(([count]) => count !== 0);
  return `${ms < 0 ? '-' : '+'}${parts.map((part) => part.join('')).join('') || '0m'}`;
}

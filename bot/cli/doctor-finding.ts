/** A finding of the doctor: what was examined, with which result, and what to do about it. */
import type { Text } from '../../cards/text';

/** What is examined, in this order. */
export const checks = [
  'settings',
  'token',
  'secret',
  'programmes',
  'store',
  'conversations',
  'people',
  'languages',
] as const;
export type DoctorCheck = (typeof checks)[number];

/** `failed` must be mended before Laurel works; a `warning` is worth a look; `skipped` could not be examined. */
export type Result = 'ok' | 'warning' | 'failed' | 'skipped';

export interface DoctorFinding {
  readonly check: DoctorCheck;
  readonly result: Result;
  /** What was found, in one word that stays the same in all languages. */
  readonly code: string;
  /** The same in the reader's language, with what to do about it. */
  readonly says: string;
  /** How many it concerns, where they are counted. */
  readonly count?: number;
}

/** Returns the findings of checks that could not be made, because one before them failed. */
export function skipped(which: readonly DoctorCheck[], text: Text): readonly DoctorFinding[] {
  const says = text.say('doctor.not-examined');
  return which.map((check) => ({ check, result: 'skipped', code: 'not-examined', says }));
}

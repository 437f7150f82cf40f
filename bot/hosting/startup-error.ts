/** A start fault is why Laurel cannot start here, though its settings are in order; and how any such reason is told. */
import type { Key, Text } from '../../cards/text';
import { CatalogueError, faultLines } from '../config/catalogue-error';

/** Each code has a message `local.fault.<code>`, which takes the values. */
export type StartupErrorCode = 'port-busy' | 'host-unusable';

export class StartupError extends Error {
  override readonly name = 'StartFault';

  constructor(
    readonly code: StartupErrorCode,
    readonly places: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** What a part of the local world throws when a person can fix the cause: a code, and the values that its message names. */
interface TellableFault {
  readonly code: string;
  readonly places: Readonly<Record<string, string>>;
}

/** Returns one line per fault with what is wrong and what to do; undefined for an unexpected error. */
export function reportStartupError(error: unknown, text: Text): string | undefined {
  if (error instanceof CatalogueError) return faultLines(error.faults, text).join('\n');
  if (!isTellable(error)) return undefined;
  return text.say(`local.fault.${error.code}` as Key, error.places);
}

function isTellable(error: unknown): error is Error & TellableFault {
  return error instanceof Error && typeof (error as Partial<TellableFault>).places === 'object';
}

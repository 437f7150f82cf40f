/** A local-world fault is why a part of the local world cannot be used, as a code with the values its message names. */

export const localWorldFaultCodes = [
  'azurite-missing',
  'folder-unusable',
  'data-damaged',
  'ports-taken',
  'tables-failed',
  'tables-lost',
  'not-saved',
  'playground-missing',
  'playground-failed',
  'playground-lost',
  'clock-damaged',
] as const;
export type LocalWorldFaultCode = (typeof localWorldFaultCodes)[number];

/** Paths for the message `local.fault.<code>`: the folder, the file and the log of the part that fails. */
export interface FaultPlaces {
  readonly folder: string;
  readonly file: string;
  readonly log: string;
}

/** An error of the local world that a person can fix; the code says which. */
export class LocalWorldFault extends Error {
  override readonly name = 'LocalWorldFault';

  constructor(
    readonly code: LocalWorldFaultCode,
    readonly places: FaultPlaces,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${places.folder}`, options);
  }
}

/** Above what Node and shells use for themselves. */
const firstExitCode = 64;

/** The exit code of a host process that cannot start. */
export function exitCodeOf(code: LocalWorldFaultCode): number {
  return firstExitCode + localWorldFaultCodes.indexOf(code);
}

/** What an exit code says; anything unknown is the crash of a host. */
export function faultCodeOf(exitCode: number): LocalWorldFaultCode {
  return localWorldFaultCodes[exitCode - firstExitCode] ?? 'tables-failed';
}

/** A file offer is one file consent card that a person was shown; only that person can answer it, once and in time. */
import type { OfferedName } from './exported-file';

export interface OfferedFile {
  readonly id: string;
  /** Entra object id of the admin to whom the file was offered, lower case. */
  readonly by: string;
  readonly about: OfferedName;
  /** When it was offered; ISO 8601, UTC. */
  readonly at: string;
}

/** How long a file consent card can be answered, in milliseconds: what it would hand over is read anew then. */
const offeredFor = 3_600_000;

/** Whether the card can no longer be answered. */
export function hasOfferExpired({ at }: OfferedFile, now: number): boolean {
  return Math.abs(now - Date.parse(at)) > offeredFor;
}

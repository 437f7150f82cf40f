/** An import id says when a file was taken in and what it held: facts carry it as their source. */
import type { CalendarDate } from './date';

/** A moment as ids carry it: such texts sort in the order of time. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/[-:.]/g, '');
}

/** The id of an import: it sorts by time, and the same content at the very same moment is the same import. */
export function importIdOf(at: number, contentHash: string): string {
  return `${stampOf(at)}-${contentHash.slice(0, 8)}`;
}

/** Returns whether a source is an import, and not a statement of a person. */
export function isImportId(source: string): boolean {
  return /^\d{8}T\d{9}Z-[0-9a-f]{8}$/.test(source);
}

/** The day of an import, from its id. */
export function importedOn(id: string): CalendarDate {
  return `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`;
}

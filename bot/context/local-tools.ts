/** What only a local world has: a clock that can be moved, samples that take each other's place, and the files of this machine. */
import type { SampleName } from '../config/config';

/** A file of this machine, or why it is not read. */
export type LocalFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly fault: 'absent' | 'foreign' | 'oversized' | 'unreadable' };

export interface LocalTools {
  /** Whether the clock shows another time than the machine. */
  isClockMoved(): boolean;
  /** Puts a sample in the place of the one that is there; whether that was done, which facts of one's own prevent. */
  switchSample(name: SampleName): Promise<boolean>;
  /** Reads a file that the person at this machine names; a relative path starts where Laurel was started. */
  readFile(path: string): Promise<LocalFile>;
  /** Writes a file into the export folder beside the data and returns its path. Throws as the file system does. */
  saveFile(name: string, bytes: Uint8Array): Promise<string>;
}

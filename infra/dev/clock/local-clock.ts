/** The local clock: the time of the local world, stored beside its data so that all its processes share it. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultPlaces, LocalWorldFault } from '../local-world-fault';

/** What the file says: when the machine showed `machine`, this clock showed `shows`; ISO 8601. */
interface Setting {
  readonly shows: string;
  readonly machine: string;
}

export interface ClockParts {
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly machine: () => number;
  /** Told once for each change of the file that cannot be read; the clock then goes on as before. */
  readonly onDamaged: (fault: LocalWorldFault) => void;
}

/** What the clock may show, in milliseconds since 1970: no rule of any programme is older, and no date has five digits. */
export const clockRange = { first: Date.UTC(2000, 0, 1), last: Date.UTC(2099, 11, 31) } as const;

/**
 * Returns the clock of a data folder, in milliseconds since 1970; a change by another process is seen at the next call, each
 * of which reads the file's times. Throws {@link LocalWorldFault} `clock-damaged` if it cannot be read to begin with.
 */
export function openLocalClock(folder: string, { machine, onDamaged }: ClockParts): () => number {
  let version = versionOf(folder);
  let ahead = aheadIn(folder);
  return () => {
    const newest = versionOf(folder);
    if (newest !== version) {
      version = newest;
      ahead = aheadUnlessDamaged(folder, onDamaged) ?? ahead;
    }
    return machine() + ahead;
  };
}

/** By how many milliseconds the clock is ahead of the machine. Throws {@link LocalWorldFault} `clock-damaged`. */
export function aheadIn(folder: string): number {
  const places = placesIn(folder);
  try {
    const { shows, machine } = JSON.parse(readFileSync(places.file, 'utf8')) as Setting;
    const shown = Date.parse(shows);
    if (!(shown >= clockRange.first && shown <= clockRange.last)) throw new RangeError(`it shows ${shows}`);
    const ahead = shown - Date.parse(machine);
    if (Number.isNaN(ahead)) throw new RangeError(`the machine showed ${machine}`);
    return ahead;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw new LocalWorldFault('clock-damaged', places, { cause });
  }
}

export interface ClockHands {
  readonly ahead: number;
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly machine: number;
}

/** Has the clock of the folder show this from now on. Throws {@link LocalWorldFault} `folder-unusable`. */
export function setLocalClock(folder: string, { ahead, machine }: ClockHands): void {
  const places = placesIn(folder);
  const iso = (moment: number) => new Date(moment).toISOString();
  const setting: Setting = { shows: iso(machine + ahead), machine: iso(machine) };
  try {
    if (ahead === 0) return rmSync(places.file, { force: true });
    mkdirSync(folder, { recursive: true });
    // Renamed into place, so that no process reads half of it.
    const fresh = `${places.file}.${process.pid}`;
    writeFileSync(fresh, `${JSON.stringify(setting)}\n`);
    renameSync(fresh, places.file);
  } catch (cause) {
    throw new LocalWorldFault('folder-unusable', places, { cause });
  }
}

function aheadUnlessDamaged(folder: string, onDamaged: ClockParts['onDamaged']): number | undefined {
  try {
    return aheadIn(folder);
  } catch (error) {
    if (!(error instanceof LocalWorldFault)) throw error;
    onDamaged(error);
    return undefined;
  }
}

/** Differs from one content of the file to the next; empty where there is none. */
function versionOf(folder: string): string {
  try {
    const stat = statSync(placesIn(folder).file, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : '';
  } catch {
    // If the file cannot be examined, reading it reports the error.
    return 'unknown';
  }
}

function placesIn(folder: string): FaultPlaces {
  const file = join(folder, 'clock.json');
  return { folder, file, log: file };
}

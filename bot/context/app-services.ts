/** AppServices is everything that a command may use: the store, the programmes, the notifier, the clock, the text and the log. */
import type { Text } from '../../cards/text';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { Locale } from '../../domain/basics/locale';
import type { CalendarWriter } from '../../domain/imports/calendar-entry';
import type { Exporter } from '../../domain/imports/exported-file';
import type { ImportReader } from '../../domain/imports/incoming';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import type { FileTransfer } from '../../domain/imports/file-transfer';
import type { CardsMode } from '../config/config';
import type { Access } from './tenant-access';
import type { TurnLimits } from './turn-limits';
import type { LocalTools } from './local-tools';
import type { Notifier } from './notifier';
import type { AskedBefore } from './asked-before';
import type { HeldReads, TurnMemory } from './turn-memory';

/** Log entries name codes, counts and tenant ids; never names, mail addresses or what a person typed. */
export interface Log {
  info(about: Readonly<Record<string, unknown>>, message: string): void;
  warn(about: Readonly<Record<string, unknown>>, message: string): void;
  error(about: Readonly<Record<string, unknown>>, message: string): void;
}

export interface AppServices {
  readonly store: Store;
  /** By id, in the order in which they are loaded. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Reads files that are imported. */
  readonly read: ImportReader;
  /** Brings files from a chat and hands others over. */
  readonly transfer: FileTransfer;
  readonly exporter: Exporter;
  readonly writeCalendar: CalendarWriter;
  /** What only a local world has; absent in production. */
  readonly local?: LocalTools;
  readonly text: (locale: Locale) => Text;
  readonly log: Log;
  /** Absent: every read asks the store. */
  readonly held?: HeldReads;
  /** Absent: everything is worked out for each turn. */
  readonly memory?: TurnMemory;
  /** What each person asked last; absent where no message follows another. */
  readonly askedBefore?: AskedBefore;
  /** Sends proactive messages. */
  readonly notifier: Notifier;
  /** The alert settings of a person (Entra object id) who has not chosen any. */
  readonly defaultAlertSettings: (person: string) => AlertSettings;
  readonly access: Access;
  /** Absent: nothing is limited, as where only one person asks. */
  readonly limits?: TurnLimits;
  /** Whether every client gets cards without Badge, ProgressBar and charts; absent: only those that draw less. */
  readonly cards?: CardsMode;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called with the name of each reply, so that tests and the command line can tell what was answered. */
  readonly onReply: (name: string) => void;
  /** Returns a short, new id that is shown to the person and written to the log, so that the log line can be found. */
  readonly newReference: () => string;
  /** Milliseconds within which a question must be answered, well below the 10 to 15 s after which a channel gives up. */
  readonly deadline: number;
}

/** The services of a turn that was typed: words never write, so there is nothing in them that writes or sends. */
export type ReadingServices = Omit<AppServices, 'store' | 'notifier' | 'transfer' | 'local'> & {
  readonly store: ReadOnlyStore;
  readonly local?: Pick<LocalTools, 'isClockMoved'>;
  readonly transfer: Pick<FileTransfer, 'canOffer'>;
};

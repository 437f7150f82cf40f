/** The world is all that a command may touch: what is kept, the programmes, what is said, and the log. */
import type { Text } from '../../cards/text';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { Locale } from '../../domain/basics/locale';
import type { Exporter } from '../../domain/imports/exported-file';
import type { ImportReader } from '../../domain/imports/incoming';
import type { Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import type { FileTransfer } from '../../domain/imports/file-transfer';
import type { CardSetting } from '../config/config';
import type { Access } from './access';
import type { Notifier } from './notifier';

/** Where it is written down what happened; never with names, mails or what somebody typed. */
export interface Log {
  info(about: Readonly<Record<string, unknown>>, message: string): void;
  warn(about: Readonly<Record<string, unknown>>, message: string): void;
  error(about: Readonly<Record<string, unknown>>, message: string): void;
}

export interface AppServices {
  readonly store: Store;
  /** The first is the one of a partner that has not chosen. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Reads files that are imported. */
  readonly read: ImportReader;
  /** Brings files from a chat and hands others over. */
  readonly transfer: FileTransfer;
  readonly exporter: Exporter;
  readonly text: (locale: Locale) => Text;
  readonly log: Log;
  /** By which something is said to whoever has not asked. */
  readonly notifier: Notifier;
  /** When somebody may be spoken to who has not said so. */
  readonly defaultAlertSettings: (person: string) => AlertSettings;
  readonly access: Access;
  /** Whether every client gets cards without Badge, ProgressBar and charts; absent: only those that draw less. */
  readonly cards?: CardSetting;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told the name of each reply, for whoever counts them. */
  readonly onReply: (name: string) => void;
  /** Something short and new, by which a line of the log is found again. */
  readonly newReference: () => string;
  /** Milliseconds within which a question must be answered, well below the 10 to 15 s after which a channel gives up. */
  readonly deadline: number;
}

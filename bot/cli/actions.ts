/** The actions behind the commands of the terminal: the options that each one takes, and the exit codes that they return. */
import type { DateOrder } from '../../domain/imports/incoming';
import type { ImportKind } from '../../domain/partner/import-record';
import type { SampleName } from '../config/config';
import type { ClockSetting } from '../local-world/clock-argument';

export interface SayOptions {
  readonly as?: string;
  readonly tenant?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Presses the first button of a preview as well. */
  readonly yes?: true;
  readonly json?: true;
}

export interface HearOptions {
  readonly as?: string;
  /** The id of the programme by whose names the text is read, in place of the one that is followed. */
  readonly programme?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly json?: true;
}

export interface ImportOptions {
  readonly kind?: ImportKind;
  readonly dates?: DateOrder;
  readonly tenant?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly dry?: true;
  readonly removeGone?: true;
  readonly json?: true;
}

export interface ExportOptions {
  readonly tenant?: string;
  readonly out: string;
}

export interface AuditOptions {
  readonly tenant?: string;
  /** A day, `YYYY-MM-DD`. */
  readonly since?: string;
  readonly json?: true;
}

export interface SampleOptions {
  readonly programme?: SampleName;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

export interface SweepOptions {
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly json?: true;
}

export interface DoctorOptions {
  readonly json?: true;
}

export interface ClockOptions {
  readonly json?: true;
}

export interface WindowOptions {
  readonly as?: string;
}

export interface CatalogueOptions {
  readonly json?: true;
}

export interface EvaluateOptions {
  readonly input: string;
  readonly catalogue?: string;
  readonly asOf?: string;
  readonly json?: true;
}

/** What each command does; each returns the exit code. */
export interface Actions {
  say(text: string, options: SayOptions): Promise<number>;
  /** Without a text, reads each line of standard input. */
  hear(text: string | undefined, options: HearOptions): Promise<number>;
  import(files: readonly string[], options: ImportOptions): Promise<number>;
  evaluate(options: EvaluateOptions): Promise<number>;
  export(options: ExportOptions): Promise<number>;
  audit(options: AuditOptions): Promise<number>;
  sample(options: SampleOptions): Promise<number>;
  sweep(options: SweepOptions): Promise<number>;
  doctor(options: DoctorOptions): Promise<number>;
  catalogue(options: CatalogueOptions): Promise<number>;
  window(options: WindowOptions): Promise<number>;
  clock(wish: ClockSetting | undefined, options: ClockOptions): Promise<number>;
}

/** Exit codes of the process: `failed` if the command ran and failed, `wrongWords` if the words are no command. */
export const exitCodes = { done: 0, failed: 1, wrongWords: 2 } as const;

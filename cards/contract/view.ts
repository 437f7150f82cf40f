/** A view is what a card is given: domain values that have been looked up and decided, nothing that is still to be found out. */
import type { CalendarDate } from '../../domain/basics/date';
import type { RiskHorizon } from '../../domain/membership/risk-horizon';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Programme } from '../../domain/programme/programme';
import type { Renewal } from '../../domain/membership/renewal';
import type { Risk } from '../../domain/membership/risk';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';
import type { LevelStanding } from '../../domain/counting/level-standing';
import type { CompetencyState } from '../../domain/membership/competency-state';
import type { Key } from '../text';

/** What every card about the partner stands on. */
export interface CardSetting {
  readonly programme: Programme;
  readonly partner: Partner;
  /** The newest import, behind "data as of"; absent where nothing was imported yet. */
  readonly newestImport?: ImportRecord;
  /** Whether the reader may see other people's names; if not, people appear as numbers only. */
  readonly seesNames: boolean;
  /** Whether only the reader sees this view of the card, in a conversation with others. */
  readonly isOwnView?: true;
  /** The person who the reader is, where known: shown by name to themselves. */
  readonly self?: string;
  /** What to call people whose name others have as well, by id. */
  readonly namesakes?: ReadonlyMap<string, string>;
  /** The day that the clock of a local world shows, where it was moved. */
  readonly clock?: CalendarDate;
}

/** One competency at risk. */
export interface RiskLine {
  readonly risk: Risk;
  readonly state?: CompetencyState;
  /** The level as it would stand on the day for which risks are told, where it would not be met. */
  readonly standing?: LevelStanding;
}

export interface RiskView extends CardSetting, RiskHorizon {
  readonly asOf: CalendarDate;
  readonly renewal?: Renewal;
  readonly nothing?: NothingQualifies;
  readonly lines: readonly RiskLine[];
  readonly counts: readonly { readonly state: CompetencyState; readonly count: number }[];
  /** How many exams are booked for a day before the one for which risks are told; absent where none is. */
  readonly booked?: number;
  /** Everyone whose id occurs in a risk, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** How a correction stands: proposed, kept, or taken back. */
export type ChangeState = 'wanted' | 'recorded' | 'undone';

/** The commands that have messages `command.<name>.about` and `command.<name>.example`. */
export type CommandName = NameIn<Key>;
type NameIn<K> = K extends `command.${infer Name}.about` ? Name : never;

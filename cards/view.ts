/** A view is what a card is given: domain values that have been looked up and decided, nothing that is still to be found out. */
import type { Credit, Hindrance } from '../domain/counting';
import type { Credential } from '../domain/credential';
import type { CalendarDate } from '../domain/date';
import type { Gap } from '../domain/gap';
import type { ImportRecord } from '../domain/import-record';
import type { Partner } from '../domain/partner';
import type { Achievement, Person } from '../domain/person';
import type { Competency, Option, Programme } from '../domain/programme';
import type { ClauseCount, CompetencyStanding, LevelStanding, Standing } from '../domain/standing';
import type { Why } from '../domain/why';
import type { Question } from './question';
import type { Key } from './text';

/** What every card about the partner stands on. */
export interface Setting {
  readonly programme: Programme;
  readonly partner: Partner;
  /** The newest import, behind "data as of"; absent where nothing was imported yet. */
  readonly newestImport?: ImportRecord;
  /** Whether the reader may see other people's names; if not, people appear as numbers only. */
  readonly seesNames: boolean;
  /** The person who the reader is, where known: shown by name to themselves. */
  readonly self?: string;
}

export interface OverviewView extends Setting {
  /** In numbers only, as it is kept. */
  readonly standing: Standing<ClauseCount>;
  readonly page: number;
  /** How many achievements are kept that this programme does not name; with `achievements` the base for saying so. */
  readonly unnamedAchievements: number;
  readonly achievements: number;
}

/** One level of one option, with the branch nearest to being met and what it still lacks. */
export interface LevelView {
  readonly standing: LevelStanding;
  readonly gaps: readonly Gap[];
}

export interface CompetencyView extends Setting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly standing: CompetencyStanding;
  readonly options: readonly { readonly option: Option; readonly levels: readonly LevelView[] }[];
  /** Everyone whose id occurs in the standing, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

export interface RequirementsView extends Setting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
}

export interface WhyView extends Setting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly option: Option;
  readonly standing: LevelStanding;
  /** The branch explained, by its index in the standing; absent where the level requires no people. */
  readonly branch?: number;
  readonly why: Why;
  readonly page: number;
}

export interface PersonLine {
  readonly person: Person;
  readonly credit: Credit;
  /** The competencies for whose levels the person counts today. */
  readonly countsFor: readonly string[];
}

export interface PeopleView extends Setting {
  readonly asOf: CalendarDate;
  readonly people: readonly PersonLine[];
  readonly page: number;
}

/** One achievement of a person: which credential of the programme it is, if any, and what hinders it, if anything. */
export interface AchievementLine {
  readonly achievement: Achievement;
  readonly credential?: Credential;
  readonly hindrance?: Hindrance;
}

export interface PersonView extends Setting {
  readonly asOf: CalendarDate;
  readonly line: PersonLine;
  readonly achievements: readonly AchievementLine[];
  /** The page of the achievements; the first where it is absent. */
  readonly page?: number;
}

/** Something that could have been meant, and the question that it would be. */
export interface Candidate {
  readonly label: string;
  readonly question: Question;
}

/** Why there is no answer; every one of them has a card that helps on. */
export type Refusal =
  | { readonly code: 'not-understood'; readonly heard: string; readonly nearest: readonly Candidate[] }
  | { readonly code: 'ambiguous'; readonly heard: string; readonly candidates: readonly Candidate[] }
  | { readonly code: 'unknown-competency'; readonly heard: string; readonly nearest: readonly Candidate[] }
  | { readonly code: 'unknown-person'; readonly heard: string; readonly nearest: readonly Candidate[] }
  | {
      readonly code: 'which-competency';
      readonly ask: 'competency' | 'requirements' | 'why';
      readonly nearest: readonly Candidate[];
    }
  | { readonly code: 'which-person'; readonly nearest: readonly Candidate[] }
  | {
      readonly code: 'level-does-not-exist';
      readonly competency: string;
      readonly level: string;
      readonly nearest: readonly Candidate[];
    }
  | { readonly code: 'admins-only' }
  /** Names were asked for where others read along. */
  | { readonly code: 'only-in-private' }
  | { readonly code: 'tenant-not-allowed' }
  | { readonly code: 'store-unavailable' }
  | { readonly code: 'card-outdated' }
  | { readonly code: 'went-wrong'; readonly reference: string };

/** The commands that have messages `command.<name>.about` and `command.<name>.example`. */
export type CommandName = NameIn<Key>;
type NameIn<K> = K extends `command.${infer Name}.about` ? Name : never;

export interface HelpView {
  readonly isAdmin: boolean;
  /** In the order of the router. */
  readonly commands: readonly { readonly name: CommandName }[];
}

export interface WelcomeView {
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** The name of the company, where it is known. */
  readonly partner?: string;
  readonly adminIsYou: boolean;
}

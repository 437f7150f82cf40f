/** A view is what a card is given: domain values that have been looked up and decided, nothing that is still to be found out. */
import type { Locale } from '../../domain/basics/locale';
import type { Figure } from '../../domain/partner/figure';
import type { ServedGoal } from '../../domain/programme/goals-served';
import type { AchievementLine } from '../../domain/counting/achievement-line';
import type { PlanChoice } from '../../domain/planning/plan-choice';
import type { FactChange } from '../../domain/partner/correction';
import type { Credit } from '../../domain/counting/credit';
import type { OfficialDrop } from '../../domain/counting/departure';
import type { CalendarDate } from '../../domain/basics/date';
import type { Outlooked } from '../../domain/membership/displayed-level';
import type { Expiring } from '../../domain/planning/expiring';
import type { Gap } from '../../domain/counting/gap';
import type { Effect } from '../../domain/imports/import-plan';
import type { ImportKind, ImportRecord } from '../../domain/partner/import-record';
import type { DateOrder, Rejection, Warning } from '../../domain/imports/incoming';
import type { ClauseDepth } from '../../domain/counting/key-people';
import type { MembershipFault } from '../../domain/membership/membership';
import type { Override } from '../../domain/partner/override';
import type { Membership, Partner } from '../../domain/partner/partner';
import type { Achievement, Person } from '../../domain/partner/person';
import type { PointsChange } from '../../domain/counting/points-change';
import type { Plan } from '../../domain/planning/plan';
import type { Policies } from '../../domain/programme/policy';
import type { Competency, Option, Programme } from '../../domain/programme/programme';
import type { Renewal } from '../../domain/membership/renewal';
import type { Alternative } from '../../domain/programme/requirement';
import type { Risk, ShownLevel } from '../../domain/membership/risk';
import type { RiskCounts } from '../../domain/membership/risk-count';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';
import type { JointPlan, LevelPath, PathTarget, Shortage } from '../../domain/planning/level-path';
import type {
  ClauseCount,
  CompetencyStanding,
  FigureStanding,
  LevelStanding,
  Standing,
} from '../../domain/counting/standing';
import type { CompetencyState } from '../../domain/membership/competency-state';
import type { TransferFault } from '../../domain/imports/file-transfer';
import type { UpgradeOffer } from '../../domain/membership/upgrade';
import type { Event, LevelChange, WhatIf } from '../../domain/planning/what-if';
import type { Why } from '../../domain/counting/why';
import type { MembershipUndo, Question } from './question';
import type { Key } from '../text';

/** What every card about the partner stands on. */
export interface CardSetting {
  readonly programme: Programme;
  readonly partner: Partner;
  /** The newest import, behind "data as of"; absent where nothing was imported yet. */
  readonly newestImport?: ImportRecord;
  /** Whether the reader may see other people's names; if not, people appear as numbers only. */
  readonly seesNames: boolean;
  /** The person who the reader is, where known: shown by name to themselves. */
  readonly self?: string;
  /** What to call people whose name others have as well, by id. */
  readonly namesakes?: ReadonlyMap<string, string>;
}

export interface OverviewView extends CardSetting {
  /** In numbers only, as it is kept. */
  readonly standing: Standing<ClauseCount>;
  /** What is at risk by the renewal; absent where there is nothing to renew. */
  readonly risks?: RiskCounts;
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

export interface CompetencyView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly standing: CompetencyStanding;
  readonly options: readonly { readonly option: Option; readonly levels: readonly LevelView[] }[];
  /** What threatens the level by the renewal, if anything. */
  readonly risk?: Risk;
  /** Everyone whose id occurs in the standing, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

export interface RequirementsView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
}

export interface WhyView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly option: Option;
  readonly standing: LevelStanding;
  /** What holds the level, where it is not met. */
  readonly override?: Override;
  /** The branch explained, by its index in the standing; absent where the level requires no people. */
  readonly branch?: number;
  readonly why: Why;
  /** The newest import that bears on this level, whatever else has been imported since. */
  readonly fed?: ImportRecord;
  readonly page: number;
}

export interface PersonLine {
  readonly person: Person;
  readonly credit: Credit;
  /** The competencies for whose levels the person counts today. */
  readonly countsFor: readonly string[];
}

/** A person who holds a credential, with the newest row of each that was asked for. */
export interface CredentialHolder {
  readonly credit: Credit;
  readonly lines: readonly AchievementLine[];
}

export interface HoldersView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly credentials: readonly string[];
  /** How many of them a holder has at least. */
  readonly least: number;
  readonly holders: readonly CredentialHolder[];
  readonly page: number;
}

export interface ServesView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly credential: string;
  readonly goals: readonly ServedGoal[];
}

/** A figure on record, and the name of the file that it came with. */
export interface RecordedFigure {
  readonly figure: Figure;
  readonly file?: string;
}

export interface FiguresView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly figures: readonly RecordedFigure[];
  readonly page: number;
}

export interface PeopleView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly people: readonly PersonLine[];
  readonly page: number;
}

export interface PersonView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly line: PersonLine;
  readonly achievements: readonly AchievementLine[];
  /** The page of the achievements; the first where it is absent. */
  readonly page?: number;
}

/** What cannot be recorded, or not any more. */
export type MembershipRefusal =
  MembershipFault | { readonly code: 'no-renewal-date' } | { readonly code: 'changed-since' };

export interface MembershipView extends CardSetting {
  readonly asOf: CalendarDate;
  /** Whether the reader may record something. */
  readonly isAdmin: boolean;
  /** The day on which the membership ends and its requirements are checked; absent where none is recorded. */
  readonly anniversary?: CalendarDate;
  /** Whether it can be renewed today. */
  readonly isRenewable: boolean;
  /** The membership that the competency summary implies, where none is recorded. */
  readonly implied?: Pick<Membership, 'level' | 'boughtOn'>;
  readonly refusal?: MembershipRefusal;
  /** What was entered and refused, to be corrected in place. */
  readonly entered?: { readonly level?: string; readonly boughtOn?: string; readonly market?: string };
  /** What was just done, and how it can be taken back. */
  readonly done?: { readonly code: 'recorded' | 'undone' | 'unchanged'; readonly undo?: MembershipUndo };
}

/** One competency at risk. */
export interface RiskLine {
  readonly risk: Risk;
  readonly state?: CompetencyState;
  /** The level as it would stand on the day for which risks are told, where it would not be met. */
  readonly standing?: LevelStanding;
}

export interface RiskView extends CardSetting, Outlooked {
  readonly asOf: CalendarDate;
  readonly renewal?: Renewal;
  readonly nothing?: NothingQualifies;
  readonly lines: readonly RiskLine[];
  readonly counts: readonly { readonly state: CompetencyState; readonly count: number }[];
  /** Everyone whose id occurs in a risk, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

export interface UpgradeView extends CardSetting {
  readonly asOf: CalendarDate;
  /** From the lowest level. */
  readonly offers: readonly UpgradeOffer[];
}

/** Something that a partner can follow: one programme, or several together. */
export interface ProgrammeChoice {
  readonly programme: Programme;
  readonly isFollowed: boolean;
}

export interface ProgrammeView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly isAdmin: boolean;
  readonly choices: readonly ProgrammeChoice[];
  /** What would be followed instead, to be confirmed. */
  readonly wanted?: Programme;
  /** What was just recorded, and what was followed before. */
  readonly done?: { readonly code: 'recorded' | 'undone' | 'unchanged'; readonly before: string };
}

/** What today's people and figures come to in one programme. */
export interface ComparedProgramme {
  readonly programme: Programme;
  readonly isFollowed: boolean;
  readonly standing: Standing;
  /** How many of the achievements on record it names. */
  readonly named: number;
}

export interface CompareView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly programmes: readonly ComparedProgramme[];
  readonly achievements: number;
}

/** A competency that the business profile shows, and at which level. */
export type ProfileEntry = Pick<ShownLevel, 'competency' | 'level'>;

export interface ProfileView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly now: readonly ProfileEntry[];
  /** What it would show after buying or renewing each pack that may be bought, from the lowest. */
  readonly after: readonly { readonly level: string; readonly shown: readonly ProfileEntry[] }[];
}

export interface BenefitView {
  readonly programme: Programme;
  readonly asOf: CalendarDate;
  /** The one level that was asked about; absent where all are told. */
  readonly level?: string;
}

export interface RenewalView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly isAdmin: boolean;
  readonly membership: Membership;
  readonly renewal: Renewal;
  readonly nothing?: NothingQualifies;
  readonly lines: readonly RiskLine[];
  readonly policies: Policies;
}

export interface PlanView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly competency: Competency;
  readonly target: PathTarget;
  /** The best first; none where nobody on record can reach it, for the reason that `shortage` gives. */
  readonly roads: readonly LevelPath[];
  readonly shortage?: Shortage;
  /** The day for which it is made, where the level is held today and will not be met then. */
  readonly by?: CalendarDate;
  /** Why the best road gives work to these people, by their ids. */
  readonly choices?: ReadonlyMap<string, PlanChoice>;
  /** Everyone whose id occurs, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** A level that is at risk, with what keeps or wins it back, or why nothing does. */
export interface Remedy {
  readonly risk: Risk;
  readonly plan?: Plan;
  readonly shortage?: Shortage;
  /** The figures that are short beside it. */
  readonly short: readonly FigureStanding[];
}

/** What keeps the levels that are held, then those within reach with the best road each, and the work of all of them together. */
export interface ReachView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The gravest first. */
  readonly remedies: readonly Remedy[];
  /** The work for everything that is lost or will lapse. */
  readonly jointRemedy?: JointPlan;
  readonly roads: readonly LevelPath[];
  /** Under points, what gives the most of them for each credential, over all areas. */
  readonly byPoints?: readonly LevelPath[];
  readonly joint?: JointPlan;
  readonly people: ReadonlyMap<string, Person>;
}

/** A level that is held: by which option (where one competency is told), and without whom it would not be. */
export interface HeldLevel {
  readonly competency: string;
  readonly level: string;
  readonly option?: string;
  /** The ids of those without whom, each alone, the level would be lost. */
  readonly keys: readonly string[];
  readonly branch?: Alternative;
  readonly depth: readonly ClauseDepth[];
}

export interface KeyPeopleView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The one that is told in full; absent where all are told. */
  readonly competency?: Competency;
  readonly levels: readonly HeldLevel[];
  readonly people: ReadonlyMap<string, Person>;
}

export interface ExpiringView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly days: number;
  /** The earliest first. */
  readonly entries: readonly Expiring[];
  readonly page: number;
}

export interface WhatIfView extends CardSetting {
  readonly events: readonly Event[];
  readonly outcome: Pick<WhatIf, 'asOf' | 'changes' | 'points' | 'newSinglePoints'>;
  /** For each level that would be lost, the ways to win it back, the cheapest first. */
  readonly repairs: readonly Repair[];
  /** Everyone whose id occurs, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** A level that would be lost; without roads there are too few people to win it back. */
export interface Repair {
  readonly competency: string;
  readonly level: string;
  readonly roads: readonly LevelPath[];
}

/** How a correction stands: proposed, kept, or taken back. */
export type ChangeState = 'wanted' | 'recorded' | 'undone';

export interface CorrectionView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly state: ChangeState;
  readonly change: FactChange;
  /** Whom it is about, where it is about a person. */
  readonly person?: Person;
  /** The first day on which the achievement may count. */
  readonly countsFrom?: CalendarDate;
  /** The day on which the credit of a person who leaves is lost under the partner's policy; absent where it stays. */
  readonly creditLostOn?: CalendarDate;
  readonly official?: OfficialDrop;
  /** What the change does to the levels, on the day from which it acts. */
  readonly effect: {
    readonly asOf: CalendarDate;
    readonly changes: readonly LevelChange[];
    readonly points: readonly PointsChange[];
    /** How many more levels hang on one person. */
    readonly singlePoints: number;
  };
  readonly confirm?: Question;
  readonly undo?: Question;
}

/** Achievements of one person that an earlier export showed and the file does not. */
export interface GoneView {
  readonly person: Person;
  readonly achievements: readonly Achievement[];
}

export interface ImportPlanView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The id under which the file is kept until it is applied or discarded. */
  readonly pending: string;
  readonly file: string;
  readonly kind: ImportKind;
  readonly rows: number;
  readonly items: ImportRecord['people'];
  readonly achievements: Pick<ImportRecord['achievements'], 'new' | 'unchanged'>;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
  readonly gone: readonly GoneView[];
  readonly effect: Effect;
  /** What taking away what is gone would do. */
  readonly effectOfGone?: Effect;
  /** Which number of a date is the day, where somebody had to say. */
  readonly dates?: DateOrder;
  /** By which it is known whether facts have changed since. */
  readonly facts: string;
  /** Whether there is nothing to write but what is gone. */
  readonly isEmpty: boolean;
  /** Whether another plan was shown before and facts have changed since. */
  readonly isChangedSince: boolean;
}

/** What came of an import. */
export type ImportStateView = CardSetting & { readonly asOf: CalendarDate; readonly file: string } & (
    | { readonly state: 'running'; readonly pending: string }
    | { readonly state: 'discarded' }
    | { readonly state: 'applied'; readonly record: ImportRecord; readonly isUndoable: boolean }
    | {
        readonly state: 'undone';
        readonly restored: number;
        /** What somebody has changed since, as people call it. */
        readonly leftAlone: readonly string[];
      }
  );

/** Which files there are, or what became of one. */
export type ExportView = { /** Whether files can be handed over here. */ readonly canOffer: boolean } & (
  | { readonly state: 'choose' }
  | { readonly state: 'asked' | 'handed-over' | 'declined'; readonly file: string }
  | { readonly state: 'failed'; readonly file: string; readonly fault: TransferFault }
);
/** What typed words would write, and the question that writes it when it is pressed. */
/** In which language the reader is written to; `chosen` is there where the reader chose it. */
export interface LanguageView {
  readonly speaks: Locale;
  readonly chosen?: Locale;
  /** Whether it was changed a moment ago. */
  readonly isDone: boolean;
}

export interface PreviewView {
  readonly heading: string;
  /** What else there is to know before it is confirmed. */
  readonly lines: readonly string[];
  readonly question: Question;
}

/** The commands that have messages `command.<name>.about` and `command.<name>.example`. */
export type CommandName = NameIn<Key>;
type NameIn<K> = K extends `command.${infer Name}.about` ? Name : never;

export interface HelpView {
  readonly isAdmin: boolean;
  /** In the order of the router. */
  readonly commands: readonly { readonly name: CommandName }[];
}

/** How one thing is asked. */
export interface HelpTopicView {
  readonly topic: CommandName;
  /** Whether it writes, once it is confirmed. */
  readonly isAction: boolean;
}

export interface WelcomeView {
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** The name of the company, where it is known. */
  readonly partner?: string;
  readonly adminIsYou: boolean;
}

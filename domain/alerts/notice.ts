/** A notice is something to tell a person proactively: the reason, the severity, the audience and the best repair. */
import type { CalendarDate } from '../basics/date';
import type { RiskHorizon } from '../membership/risk-horizon';
import type { Person } from '../partner/people/person';
import type { Task } from '../planning/plan';
import type { Risk } from '../membership/risk';
import type { TaskHelpReason, TaskOccasion } from '../tasks/task-reminder';

export const noticeRules = [
  'renewal-at-risk',
  'level-lost',
  'level-lapses',
  'runway',
  'certification',
  'counts-now',
  'linked-elsewhere',
  'stale-data',
  'figures-outdated',
  'requirement-change',
  'onboarding',
  'onboarding-help',
  'task',
  'task-help',
  'team',
] as const;
export type NoticeRule = (typeof noticeRules)[number];

/** The rules that a person may unsubscribe from. A person's own onboarding and own tasks are no alerts: they end when they are done. */
export const stoppableRules = noticeRules.filter((rule) => rule !== 'onboarding' && rule !== 'task');

/** From the gravest. */
export const severities = ['urgent', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** A level that is lost, or will be by the renewal. */
export type GraveRisk = Exclude<Risk, { readonly code: 'thin' | 'reached' }>;

/** Why a person in onboarding is told something now: a person acted, a day has come, or nothing happened for too long. */
export const onboardingOccasions = [
  'invited',
  'account-made',
  'allowed-again',
  'reminded',
  'silent',
  'silent-again',
  'nothing-yet',
  'stuck',
] as const;
export type OnboardingOccasion = (typeof onboardingOccasions)[number];

/** The states in which a person has something to do or to wait for, and may be told about it proactively. */
export const openStates = ['invited', 'account-made', 'waiting', 'stuck'] as const;

/** Why a person in onboarding needs an admin: no account was made, the person does not react, or nothing shows after the link. */
export const helpReasons = ['no-account', 'silent', 'stuck'] as const;

/** What of a credential of one person a manager can act on: a task, or that it stops counting. */
export const credentialMatters = ['overdue', 'declined', 'ending', 'asked', 'booked'] as const;

/** One matter of one person, and the day that it is about: until or since when it is so. */
export type TeamMatter =
  | {
      readonly is: (typeof credentialMatters)[number];
      readonly person: string;
      readonly credential: string;
      readonly on: CalendarDate;
    }
  | { readonly is: (typeof helpReasons)[number]; readonly person: string; readonly on: CalendarDate };

/** How many of each there are; those that are overdue or booked are among the open tasks. */
export interface TeamCounts {
  readonly tasks: number;
  readonly overdue: number;
  readonly booked: number;
  readonly declined: number;
  readonly onboarding: number;
  readonly ending: number;
}

/** Why it is said, in facts: all that its card needs beside the names. */
export type NoticeReason =
  | {
      readonly rule: 'renewal-at-risk';
      readonly level: string;
      readonly until: CalendarDate;
      readonly because: RiskHorizon['because'];
      readonly risks: readonly GraveRisk[];
    }
  | { readonly rule: 'level-lost' | 'level-lapses'; readonly risk: GraveRisk }
  /** `step` is the number of days after the anniversary, negative before it. */
  | {
      readonly rule: 'runway';
      readonly step: number;
      readonly anniversary: CalendarDate;
      readonly closes: CalendarDate;
      /** The specialization whose own anniversary it is; absent for that of the membership. */
      readonly goal?: string;
    }
  | {
      readonly rule: 'certification';
      readonly person: string;
      readonly credential: string;
      /** The last day on which it counts. */
      readonly until: CalendarDate;
      /** Whether no file gives that day. */
      readonly isComputed?: true;
    }
  | {
      readonly rule: 'counts-now';
      readonly person: string;
      readonly since: CalendarDate;
      readonly credentials: number;
      /** The competencies that they count towards. */
      readonly countsFor?: readonly string[];
    }
  /** The person's own way: why it is told now, and where the person stands. */
  | {
      readonly rule: 'onboarding';
      readonly person: string;
      readonly occasion: OnboardingOccasion;
      readonly state: (typeof openStates)[number];
      readonly since: CalendarDate;
    }
  | {
      readonly rule: 'onboarding-help';
      readonly person: string;
      readonly why: (typeof helpReasons)[number];
      readonly since: CalendarDate;
    }
  /** A person's own task: why it is told now, and what its card shows of it (`taskVersionOf`). */
  | {
      readonly rule: 'task';
      readonly person: string;
      readonly task: string;
      readonly credential: string;
      readonly occasion: TaskOccasion;
      readonly due: CalendarDate;
      readonly version: string;
    }
  /** A task of a person that does not move; `said` is what the person typed who declined. */
  | {
      readonly rule: 'task-help';
      readonly person: string;
      readonly credential: string;
      readonly why: TaskHelpReason;
      readonly since: CalendarDate;
      readonly due: CalendarDate;
      readonly competency?: string;
      readonly level?: string;
      readonly said?: string;
    }
  /** `recorded`: another organisation has recorded the link, and no person here has; `told`: the same, and nothing was changed here. */
  | {
      readonly rule: 'linked-elsewhere';
      readonly person: string;
      readonly on: CalendarDate;
      readonly recorded?: true;
      readonly told?: true;
    }
  /** What a manager is told of those who report to them directly, in the week of a Monday. */
  | {
      readonly rule: 'team';
      readonly week: CalendarDate;
      /** How many report to the manager. */
      readonly people: number;
      readonly counts: TeamCounts;
      /** The most pressing ones. */
      readonly matters: readonly TeamMatter[];
      /** How many more there are. */
      readonly more: number;
    }
  | { readonly rule: 'stale-data'; readonly importedOn: CalendarDate; readonly days: number }
  /** How many figures are outdated and how many were never entered; one of them is not 0. */
  | {
      readonly rule: 'figures-outdated';
      readonly outdated: number;
      readonly missing: number;
      /** The day of the oldest that is outdated. */
      readonly oldest?: CalendarDate;
      /** Where all of them belong to one competency. */
      readonly competency?: string;
      /** Who entered figures last: Entra object id, in lower case. */
      readonly enteredBy?: string;
    }
  | {
      readonly rule: 'requirement-change';
      readonly competency: string;
      readonly on: CalendarDate;
      /** The levels whose rule changes, and whether today's facts would meet them then. */
      readonly levels: readonly { readonly level: string; readonly met: boolean }[];
    };

/** The cheapest way to win back what is at risk: who is to earn what, and which figures are short. */
export interface BestRepair {
  readonly competency: string;
  readonly tasks: readonly Task[];
  readonly short: readonly string[];
}

/** The admins, or one person by id; `account` is the Entra object id in lower case, which is needed to send a message. */
export type Audience = 'admins' | { readonly person: string; readonly account?: string };

export interface Notice {
  /** Made of what it means: the rule, the subject and the cycle; the same for as long as that is the same. */
  readonly key: string;
  readonly severity: Severity;
  readonly audience: Audience;
  readonly reason: NoticeReason;
  readonly repair?: BestRepair;
}

/** The one person whose own matter it is. */
export function audienceOf({ id, identifiers }: Person): Exclude<Audience, 'admins'> {
  const account = identifiers.aadUserId[0]?.toLowerCase();
  return { person: id, ...(account !== undefined && { account }) };
}

/** The key of a notice; parts that are ids may hold any characters. */
export function noticeKey(rule: NoticeRule, ...parts: readonly string[]): string {
  return [rule, ...parts.map(encodeURIComponent)].join('/');
}

/** The ids of the people whom a notice speaks of. */
export function peopleInNotice({ reason, repair }: Pick<Notice, 'reason' | 'repair'>): readonly string[] {
  const risks = 'risks' in reason ? reason.risks : 'risk' in reason ? [reason.risk] : [];
  const causes = risks.flatMap((risk) =>
    ('causes' in risk ? risk.causes : []).flatMap((cause) => ('person' in cause ? [cause.person] : [])),
  );
  const own = 'person' in reason ? [reason.person] : [];
  const team = 'matters' in reason ? reason.matters.map(({ person }) => person) : [];
  return [...new Set([...own, ...team, ...causes, ...(repair?.tasks ?? []).map(({ person }) => person)])];
}

/** A kept notice is a notice with what became of it: open, acknowledged, assigned, put off, or resolved by the facts. */
import type { CalendarDate } from '../basics/date';
import { localTimeOf } from '../basics/local-time';
import { partnerDayAt } from '../partner/partner-day';
import { digestOf } from '../programme/fingerprint';
import type { Notice, NoticeReason, NoticeRule } from './notice';
import { isAfterClockRollback } from '../basics/clock-rollback';

/** Why a notice is closed: its reason is gone, a graver one tells it too, or a newer step has taken its place. */
export const closings = ['facts', 'absorbed', 'superseded'] as const;
export type Closing = (typeof closings)[number];

/**
 * `by` and `to` are Entra object ids in lower case; `at` is milliseconds since 1970. `person` is the record of the person to whom
 * it is assigned; `to` is that id too as long as no account of the person is known.
 */
export type NoticeState =
  | { readonly is: 'open' }
  | { readonly is: 'acknowledged'; readonly by: string; readonly at: number }
  | { readonly is: 'assigned'; readonly by: string; readonly at: number; readonly to: string; readonly person?: string }
  | { readonly is: 'snoozed'; readonly by: string; readonly at: number; readonly until: CalendarDate }
  | { readonly is: 'resolved'; readonly at: number; readonly because: Closing };

export interface KeptNotice extends Notice {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** How often it was opened, and how often it was told in this opening: both from 1. */
  readonly opening: number;
  readonly round: number;
  readonly state: NoticeState;
}

/** Whether its reason stands. */
export function isActive({ state }: Pick<KeptNotice, 'state'>): boolean {
  return state.is !== 'resolved';
}

/** The rule that the notice follows from. */
export function ruleOf({ reason }: Pick<Notice, 'reason'>): NoticeRule {
  return reason.rule;
}

export interface NoticeMerge {
  readonly wanted: readonly Notice[];
  readonly now: number;
  /** The time zone by which the partner counts its days. */
  readonly timeZone?: string;
}

/**
 * The kept notices that change, as they are to be: new ones open, those whose reason is gone close, and one that comes back
 * is opened again. What was put off until today is open again and told once more. What comes back only because a clock
 * was put back, or has caught up, is not told again.
 */
export function mergeNotices(
  kept: readonly KeptNotice[],
  { wanted, now, timeZone }: NoticeMerge,
): readonly KeptNotice[] {
  const known = new Map(kept.map((notice) => [notice.key, notice]));
  const keys = new Set(wanted.map(({ key }) => key));
  const opened = wanted.flatMap((notice) => openedOr(notice, { before: known.get(notice.key), now, timeZone }));
  const closed = kept
    .filter((notice) => isActive(notice) && !keys.has(notice.key))
    .map((notice): KeptNotice => {
      const because = closingOf(notice, wanted);
      return { ...notice, state: { is: 'resolved', at: now, because } };
    });
  return [...opened, ...closed];
}

function openedOr(
  notice: Notice,
  { before, now, timeZone }: Omit<NoticeMerge, 'wanted'> & { readonly before: KeptNotice | undefined },
): readonly KeptNotice[] {
  if (!before) return [{ ...notice, openedAt: now, opening: 1, round: 1, state: { is: 'open' } }];
  if (before.state.is === 'resolved')
    return [{ ...notice, openedAt: now, ...countsOf(before, now), state: { is: 'open' } }];
  const { openedAt, opening, round, state } = awoken(before, now, timeZone);
  const after: KeptNotice = { ...notice, openedAt, opening, round, state };
  return isSame(before, after) ? [] : [after];
}

/**
 * How often it was opened and told, once it is opened again. What a clock that was put back has closed was never over, and what
 * is told once a week is told once, however often there is something to tell in that week.
 */
function countsOf(
  { state, opening, round, openedAt, reason }: KeptNotice,
  now: number,
): Pick<KeptNotice, 'opening' | 'round'> {
  const isUndone =
    state.is === 'resolved' && (isAfterClockRollback(state.at, now) || isAfterClockRollback(openedAt, state.at));
  return isUndone || reason.rule === 'team' ? { opening, round } : { opening: opening + 1, round: 1 };
}

/** "Until Monday" names a day, so the snooze ends when that day begins. */
function awoken(notice: KeptNotice, now: number, timeZone = 'UTC'): KeptNotice {
  const { state, round } = notice;
  if (state.is !== 'snoozed' || partnerDayAt(now, { timeZone }) < state.until) return notice;
  return { ...notice, openedAt: now, round: round + 1, state: { is: 'open' } };
}

/** The kept notices that are awake again, for a day on which nothing else is looked at. */
export function wakeNotice(kept: readonly KeptNotice[], now: number, timeZone?: string): readonly KeptNotice[] {
  return kept.flatMap((notice) => {
    const after = awoken(notice, now, timeZone);
    return after === notice ? [] : [after];
  });
}

function isSame(one: KeptNotice, other: KeptNotice): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

function closingOf({ key, reason }: KeptNotice, wanted: readonly Notice[]): Closing {
  if (reason.rule === 'runway' || reason.rule === 'certification') {
    const ladder = key.slice(0, key.lastIndexOf('/') + 1);
    return wanted.some((one) => one.key.startsWith(ladder)) ? 'superseded' : 'facts';
  }
  if (reason.rule === 'task' || reason.rule === 'task-help') {
    const ofTask = key.split('/').slice(0, -2).join('/');
    return wanted.some((one) => one.key.startsWith(`${ofTask}/`)) ? 'superseded' : 'facts';
  }
  if (reason.rule === 'team') {
    const ofManager = key.slice(0, key.lastIndexOf('/') + 1);
    return wanted.some((one) => one.key.startsWith(ofManager)) ? 'superseded' : 'facts';
  }
  if (reason.rule === 'figures-outdated')
    return wanted.some((one) => one.reason.rule === 'figures-outdated') ? 'superseded' : 'facts';
  if (!('risk' in reason)) return 'facts';
  const { competency } = reason.risk;
  const isLost = wanted.some((one) => one.reason.rule === 'level-lost' && one.reason.risk.competency === competency);
  if (isLost) return 'superseded';
  const isTold = wanted.some(
    (one) => 'risks' in one.reason && one.reason.risks.some((risk) => risk.competency === competency),
  );
  return isTold ? 'absorbed' : 'facts';
}

/** Whom a notice is assigned to; `person` is absent for an account that no record has. */
export interface Assignee {
  readonly to: string;
  readonly person?: string;
}

/** Whether the account of the person to whom it is assigned is not known, so that nothing can be sent. */
export function isAssignedWithoutAccount({ state }: Pick<KeptNotice, 'state'>): boolean {
  return state.is === 'assigned' && state.to === state.person;
}

/**
 * The notices whose assignee has an account by now that was unknown when they were assigned, as they are to be. `accountOf` gives
 * the Entra object id for the id of a record.
 */
export function reachedAssignees(
  notices: readonly KeptNotice[],
  accountOf: (person: string) => string | undefined,
): readonly KeptNotice[] {
  return notices.flatMap((notice) => {
    const { state } = notice;
    if (state.is !== 'assigned' || !isAssignedWithoutAccount(notice)) return [];
    const to = accountOf(state.to);
    return to === undefined ? [] : [{ ...notice, state: { ...state, to } }];
  });
}

/** What a person does about a notice. */
export type Act =
  | { readonly do: 'acknowledge' }
  | ({ readonly do: 'assign' } & Assignee)
  | { readonly do: 'snooze'; readonly until: CalendarDate };

/** Returns the notice after the action; undefined if its reason is gone and there is nothing to do. */
export function actOnNotice(
  notice: KeptNotice,
  act: Act,
  { by, at }: { readonly by: string; readonly at: number },
): KeptNotice | undefined {
  if (!isActive(notice)) return undefined;
  switch (act.do) {
    case 'acknowledge':
      return { ...notice, state: { is: 'acknowledged', by, at } };
    case 'assign':
      return { ...notice, state: { is: 'assigned', by, at, to: act.to, ...(act.person && { person: act.person }) } };
    case 'snooze':
      return { ...notice, state: { is: 'snoozed', by, at, until: act.until } };
  }
}

/** What of a notice its cards show: a card that shows another face is out of date. */
export function contentVersionOf({ opening, round, state, reason }: KeptNotice): string {
  const at = 'at' in state ? state.at : '';
  return [opening, round, state.is, at, ...changingPartOf(reason)].join('.');
}

/** What may change of a notice that stands: where a person is, and of whom a manager is told what. */
function changingPartOf(reason: NoticeReason): readonly string[] {
  switch (reason.rule) {
    case 'onboarding':
      return [reason.state];
    case 'task':
      return [reason.version];
    case 'team':
      return [digestOf(reason)];
    default:
      return [];
  }
}

/** An overview: for whom, and of which day where its recipient is. */
interface OverviewOf {
  readonly recipient: string;
  readonly day: CalendarDate;
  readonly timeZone?: string | undefined;
}

/** The same of an overview: of every open alert that it lists for an admin on its day. */
export function overviewVersionOf(
  notices: readonly KeptNotice[],
  { recipient, day, timeZone = 'UTC' }: OverviewOf,
): string {
  const listed = notices.filter(
    (notice) =>
      isActive(notice) &&
      localTimeOf(notice.openedAt, timeZone).date <= day &&
      (notice.audience === 'admins' || (notice.state.is === 'assigned' && notice.state.to === recipient)),
  );
  return digestOf(listed.map((notice) => `${notice.key} ${contentVersionOf(notice)}`).sort());
}

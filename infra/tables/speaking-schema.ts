/** The fields that a row must have to be read as a notice, a delivery or a person's alert settings. */
import { z } from 'zod/v4';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import { skips, type Delivery, type DeliveryState } from '../../domain/alerts/delivery';
import { closings, type KeptNotice, type NoticeState } from '../../domain/alerts/kept-notice';
import {
  credentialMatters,
  helpReasons,
  noticeRules,
  onboardingOccasions,
  openStates,
  severities,
  type BestRepair,
  type GraveRisk,
  type NoticeReason,
  type TeamCounts,
  type TeamMatter,
} from '../../domain/alerts/notice';
import type { Task } from '../../domain/planning/plan';
import { taskHelpReasons, taskOccasions } from '../../domain/tasks/task-reminder';
import type { Cause } from '../../domain/membership/risk';
import type { OwnRenewal } from '../../domain/partner/held-goal';
import { count, date, storedText, type Fields } from './schema';

type Kind<T, K extends string> = Extract<T, { readonly code: K }>;

const hindrance = z.discriminatedUnion('code', [
  z.object({ code: z.literal('left'), on: date } satisfies Fields<Kind<Hindrance, 'left'>>),
  z.object({ code: z.literal('linked-elsewhere'), on: date } satisfies Fields<Kind<Hindrance, 'linked-elsewhere'>>),
  z.object({ code: z.literal('account-deleted'), on: date } satisfies Fields<Kind<Hindrance, 'account-deleted'>>),
  z.object({ code: z.literal('not-linked') } satisfies Fields<Kind<Hindrance, 'not-linked'>>),
  z.object({ code: z.literal('waiting'), countsFrom: date } satisfies Fields<Kind<Hindrance, 'waiting'>>),
  z.object({ code: z.literal('not-yet-earned'), on: date } satisfies Fields<Kind<Hindrance, 'not-yet-earned'>>),
  z.object({ code: z.literal('expired'), on: date, isComputed: z.literal(true).optional() } satisfies Fields<
    Kind<Hindrance, 'expired'>
  >),
  z.object({ code: z.literal('retired'), on: date, countedUntil: date } satisfies Fields<Kind<Hindrance, 'retired'>>),
  z.object({ code: z.literal('earned-after-retirement'), on: date } satisfies Fields<
    Kind<Hindrance, 'earned-after-retirement'>
  >),
  z.object({ code: z.literal('too-old'), on: date } satisfies Fields<Kind<Hindrance, 'too-old'>>),
  z.object({ code: z.literal('third-party') } satisfies Fields<Kind<Hindrance, 'third-party'>>),
  z.object({ code: z.literal('claimed') } satisfies Fields<Kind<Hindrance, 'claimed'>>),
]);

const cause = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('credential'),
    person: storedText,
    credential: storedText,
    because: hindrance,
    on: date,
  } satisfies Fields<Kind<Cause, 'credential'>>),
  z.object({ code: z.literal('rule'), on: date } satisfies Fields<Kind<Cause, 'rule'>>),
  z.object({ code: z.literal('evidence'), metric: storedText, on: date } satisfies Fields<Kind<Cause, 'evidence'>>),
  z.object({ code: z.literal('enrolment'), goal: storedText, on: date } satisfies Fields<Kind<Cause, 'enrolment'>>),
]);

const own = z.object({ anniversary: date, opens: date, closes: date } satisfies Fields<OwnRenewal>).optional();

const risk = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('lost'),
    competency: storedText,
    level: storedText,
    on: date.optional(),
    shownUntil: date.optional(),
    causes: z.array(cause),
    own,
  } satisfies Fields<Kind<GraveRisk, 'lost'>>),
  z.object({
    code: z.literal('lapses'),
    competency: storedText,
    level: storedText,
    on: date,
    causes: z.array(cause),
    own,
  } satisfies Fields<Kind<GraveRisk, 'lapses'>>),
  z.object({
    code: z.literal('override'),
    competency: storedText,
    level: storedText,
    until: date,
    lasts: z.boolean(),
    own,
  } satisfies Fields<Kind<GraveRisk, 'override'>>),
]);

type ReasonOf<R extends NoticeReason['rule']> = Extract<NoticeReason, { readonly rule: R }>;

const reason = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('renewal-at-risk'),
    level: storedText,
    until: date,
    because: z.enum(['anniversary', 'window', 'no-membership', 'lapsed', 'ended']),
    risks: z.array(risk),
  } satisfies Fields<ReasonOf<'renewal-at-risk'>>),
  z.object({ rule: z.enum(['level-lost', 'level-lapses']), risk } satisfies Fields<
    ReasonOf<'level-lost' | 'level-lapses'>
  >),
  z.object({
    rule: z.literal('runway'),
    step: z.number().int(),
    anniversary: date,
    closes: date,
    goal: storedText.optional(),
  } satisfies Fields<ReasonOf<'runway'>>),
  z.object({
    rule: z.literal('certification'),
    person: storedText,
    credential: storedText,
    until: date,
    isComputed: z.literal(true).optional(),
  } satisfies Fields<ReasonOf<'certification'>>),
  z.object({
    rule: z.literal('counts-now'),
    person: storedText,
    since: date,
    credentials: count,
    countsFor: z.array(storedText).optional(),
  } satisfies Fields<ReasonOf<'counts-now'>>),
  z.object({
    rule: z.literal('linked-elsewhere'),
    person: storedText,
    on: date,
    told: z.literal(true).optional(),
    recorded: z.literal(true).optional(),
  } satisfies Fields<ReasonOf<'linked-elsewhere'>>),
  z.object({ rule: z.literal('stale-data'), importedOn: date, days: count } satisfies Fields<ReasonOf<'stale-data'>>),
  z.object({
    rule: z.literal('figures-outdated'),
    outdated: count,
    missing: count,
    oldest: date.optional(),
    competency: storedText.optional(),
    enteredBy: storedText.optional(),
  } satisfies Fields<ReasonOf<'figures-outdated'>>),
  z.object({
    rule: z.literal('requirement-change'),
    competency: storedText,
    on: date,
    levels: z.array(z.object({ level: storedText, met: z.boolean() })),
  } satisfies Fields<ReasonOf<'requirement-change'>>),
  z.object({
    rule: z.literal('onboarding'),
    person: storedText,
    occasion: z.enum(onboardingOccasions),
    state: z.enum(openStates),
    since: date,
  } satisfies Fields<ReasonOf<'onboarding'>>),
  z.object({
    rule: z.literal('onboarding-help'),
    person: storedText,
    why: z.enum(helpReasons),
    since: date,
  } satisfies Fields<ReasonOf<'onboarding-help'>>),
  z.object({
    rule: z.literal('task'),
    person: storedText,
    task: storedText,
    credential: storedText,
    occasion: z.enum(taskOccasions),
    due: date,
    version: storedText,
  } satisfies Fields<ReasonOf<'task'>>),
  z.object({
    rule: z.literal('task-help'),
    person: storedText,
    credential: storedText,
    why: z.enum(taskHelpReasons),
    since: date,
    due: date,
    competency: storedText.optional(),
    level: storedText.optional(),
    said: storedText.optional(),
  } satisfies Fields<ReasonOf<'task-help'>>),
  z.object({
    rule: z.literal('team'),
    week: date,
    people: count,
    counts: z.object({
      tasks: count,
      overdue: count,
      booked: count,
      declined: count,
      onboarding: count,
      ending: count,
    } satisfies Fields<TeamCounts>),
    matters: z.array(
      z.discriminatedUnion('is', [
        z.object({
          is: z.enum(credentialMatters),
          person: storedText,
          credential: storedText,
          on: date,
        } satisfies Fields<Extract<TeamMatter, { readonly credential: string }>>),
        z.object({ is: z.enum(helpReasons), person: storedText, on: date } satisfies Fields<
          Exclude<TeamMatter, { readonly credential: string }>
        >),
      ]),
    ),
    more: count,
  } satisfies Fields<ReasonOf<'team'>>),
]);

type StateOf<I extends NoticeState['is']> = Extract<NoticeState, { readonly is: I }>;
const at = z.number();

const noticeState = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open') } satisfies Fields<StateOf<'open'>>),
  z.object({ is: z.literal('acknowledged'), by: storedText, at } satisfies Fields<StateOf<'acknowledged'>>),
  z.object({
    is: z.literal('assigned'),
    by: storedText,
    at,
    to: storedText,
    person: storedText.optional(),
  } satisfies Fields<StateOf<'assigned'>>),
  z.object({ is: z.literal('snoozed'), by: storedText, at, until: date } satisfies Fields<StateOf<'snoozed'>>),
  z.object({ is: z.literal('resolved'), at, because: z.enum(closings) } satisfies Fields<StateOf<'resolved'>>),
]);

const task = z.object({ person: storedText, credentials: z.array(storedText) } satisfies Fields<Task>);

export const noticeSchema = z.object({
  key: storedText,
  severity: z.enum(severities),
  audience: z.union([z.literal('admins'), z.object({ person: storedText, account: storedText.optional() })]),
  reason,
  repair: z
    .object({ competency: storedText, tasks: z.array(task), short: z.array(storedText) } satisfies Fields<BestRepair>)
    .optional(),
  openedAt: at,
  opening: count,
  round: count,
  state: noticeState,
} satisfies Fields<KeptNotice>);

type SendingState<I extends DeliveryState['is']> = Extract<DeliveryState, { readonly is: I }>;

const deliveryState = z.discriminatedUnion('is', [
  z.object({ is: z.literal('sending'), at } satisfies Fields<SendingState<'sending'>>),
  z.object({ is: z.literal('sent'), at, activity: storedText, silent: z.literal(true).optional() } satisfies Fields<
    SendingState<'sent'>
  >),
  z.object({
    is: z.literal('failed'),
    at,
    code: storedText,
    retryAt: at.optional(),
  } satisfies Fields<SendingState<'failed'>>),
  z.object({ is: z.literal('skipped'), at, reason: z.enum(skips) } satisfies Fields<SendingState<'skipped'>>),
]);

export const deliverySchema = z.object({
  id: storedText,
  recipient: storedText,
  notice: storedText.optional(),
  post: storedText,
  day: date,
  tries: count,
  unclear: count,
  doubtedOn: date.optional(),
  shown: storedText.optional(),
  room: z.literal(true).optional(),
  state: deliveryState,
} satisfies Fields<Delivery>);

const hour = z.number().int().min(0).max(23);
const weekday = z.number().int().min(1).max(7);

export const alertSettingsSchema = z.object({
  person: storedText,
  quietFrom: hour,
  quietTo: hour,
  workingDays: z.array(weekday),
  digestOn: weekday.optional(),
  stopped: z.array(z.enum(noticeRules)),
} satisfies Fields<AlertSettings>);

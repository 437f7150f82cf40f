/** What a row must hold to be read as a value: one schema per noun, with exactly the fields of the domain's types. */
import LRUCache from 'lru-cache';
import { z } from 'zod/v4';
import type { SweepEntry } from '../../domain/alerts/sweep-entry';
import { auditedActs, type AuditEntry } from '../../domain/partner/audit-entry';
import type { Conversation, DeliveryHindrance } from '../../domain/partner/conversation';
import type {
  Correction,
  CostsChange,
  FigureChange,
  OverrideChange,
  PersonChange,
} from '../../domain/partner/correction';
import { isCalendarDate } from '../../domain/basics/date';
import type { HistoryStep, StandingHistory } from '../../domain/history/standing-history';
import type { GoalSnapshot } from '../../domain/history/standing-snapshot';
import type { StandingTrend } from '../../domain/history/standing-difference';
import type { HeadCount } from '../../domain/counting/head-count';
import type { ForgettingKey, ForgottenPerson } from '../../domain/partner/people/forgotten-person';
import type { Figure } from '../../domain/partner/figure';
import { importKinds, type ImportRecord, type StandingBefore } from '../../domain/partner/import-record';
import type { Fraction } from '../../domain/basics/fraction';
import type { Footprint, ImportTrace } from '../../domain/imports/import-trace';
import type {
  JudgedStanding,
  CachedCompetency,
  CachedLevel,
  CachedOption,
  CachedStanding,
  ChangeMark,
} from '../../domain/membership/cached-standing';
import { achievedKinds } from '../../domain/programme/credential';
import { locales } from '../../domain/basics/locale';
import type { ExamCost } from '../../domain/partner/exam-cost';
import { isCurrencyCode } from '../../domain/basics/currency';
import type { Money } from '../../domain/basics/money';
import type { Enrolment } from '../../domain/partner/enrolment';
import type { Override } from '../../domain/partner/override';
import type { ReachedDay } from '../../domain/partner/reached-day';
import type { Retention } from '../../domain/partner/retention';
import type { Membership, Partner, ShownCompetency } from '../../domain/partner/partner';
import { dateOrders } from '../../domain/imports/incoming';
import { offeredNames } from '../../domain/imports/exported-file';
import type { OfferedFile } from '../../domain/imports/file-offer';
import type { ImportProgress } from '../../domain/imports/import-progress';
import { pendingStates, wishSteps, type FileWish, type PendingImport } from '../../domain/imports/pending-import';
import type { Achievement, Identifiers, Person } from '../../domain/partner/people/person';
import type { FigurePoints, MetricPoints, ScoreStanding, StepStanding } from '../../domain/counting/points';
import { type PolicyName, standardPolicies } from '../../domain/programme/policy';
import type { Association, Holder, RecordedLink } from '../../domain/partner/association';
import {
  troubleCauses,
  type Onboarding,
  type OnboardingStep,
  type StepSource,
} from '../../domain/onboarding/onboarding';
import { fallings, type AssignedTask, type TaskGoal, type TaskState } from '../../domain/tasks/assigned-task';
import { marketClasses } from '../../domain/programme/requirement';
import type { OwnState, RiskCounts } from '../../domain/membership/risk-count';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';
import type { FigureStanding } from '../../domain/counting/level-standing';
import type { Installation } from '../../domain/partner/installation';
import { mapping } from '../mapping';

/** A schema for every field, optional ones too: a field added to the domain and forgotten here does not compile. */
export type Fields<T> = { readonly [Field in keyof Required<T>]: z.ZodType<T[Field]> };

export const storedText = z.string();
const texts = z.array(storedText);
export const count = z.number().int().nonnegative();
export const date = z.string().refine(isCalendarDate, 'not a calendar date');

const membership = z.object({
  level: storedText,
  boughtOn: date,
  renewedOn: z.array(date).default([]),
} satisfies Fields<Membership>);

const shownCompetency = z.object({
  competency: storedText,
  level: storedText,
  status: z.enum(['active', 'inactive', 'in-grace-period']),
  startsOn: date.optional(),
  endsOn: date.optional(),
} satisfies Fields<ShownCompetency>);

const override = z.object({
  competency: storedText,
  level: storedText,
  from: date.optional(),
  until: date,
  source: storedText,
} satisfies Fields<Override>);

const enrolment = z.object({
  competency: storedText,
  level: storedText,
  from: date,
} satisfies Fields<Enrolment>);

const money = z.object({
  units: count,
  currency: z.string().refine(isCurrencyCode, 'no currency'),
} satisfies Fields<Money>);

const examCost = z.object({
  credential: storedText.optional(),
  fee: money.optional(),
  vouchers: count.optional(),
  enteredOn: date,
  source: storedText,
} satisfies Fields<ExamCost>);

const fraction = z.object({ numerator: z.number(), denominator: z.number() } satisfies Fields<Fraction>);

const reachedDay = z.object({
  competency: storedText,
  level: storedText,
  on: date,
  points: fraction.optional(),
  of: fraction.optional(),
} satisfies Fields<ReachedDay>);

const keptFor = z.number().int().nonnegative().optional();

const retention = z.object({
  alerts: keptFor,
  audit: keptFor,
  left: keptFor,
  undone: keptFor,
  chats: keptFor,
} satisfies Fields<Retention>);

export const partnerSchema = z.object({
  tenant: storedText,
  name: storedText,
  programme: storedText,
  market: z.enum(marketClasses),
  membership: membership.optional(),
  policies: mapping(storedText, z.union([storedText, z.number(), z.boolean()])),
  admins: texts,
  shown: z.array(shownCompetency),
  overrides: z.array(override).optional(),
  enrolments: z.array(enrolment).optional(),
  costs: z.array(examCost).optional(),
  reached: z.array(reachedDay).optional(),
  apart: z.array(z.object({ one: texts, other: texts })).optional(),
  retention: retention.optional(),
  team: z.object({ conversation: storedText, names: z.literal(true).optional() }).optional(),
} satisfies Fields<Partner>);

const identifiers = z.object({
  corpEmail: texts,
  mcpId: texts,
  email: texts,
  aadUserId: texts,
} satisfies Fields<Identifiers>);

const sharedTexts = new LRUCache<string, string>({ max: 5_000 });

/** Text that recurs in the rows of many people, such as a title: a large partner is read with one copy of each. */
const recurringText = storedText.transform((text) => {
  const known = sharedTexts.get(text);
  if (known === undefined) sharedTexts.set(text, text);
  return known ?? text;
});

const achievement = z.object({
  title: recurringText,
  activityId: recurringText.optional(),
  kind: z.enum(achievedKinds).optional(),
  completedOn: date,
  expiresOn: date.optional(),
  source: recurringText,
} satisfies Fields<Achievement>);

export const personSchema = z.object({
  id: storedText,
  name: storedText,
  identifiers,
  accountOn: date.optional(),
  linkedOn: date.optional(),
  leftOn: date.optional(),
  linkedElsewhereOn: date.optional(),
  accountDeletedOn: date.optional(),
  office: recurringText.optional(),
  team: recurringText.optional(),
  manager: recurringText.optional(),
  achievements: z.array(achievement),
} satisfies Fields<Person>);

export const figureSchema = z.object({
  metric: storedText,
  value: z.union([z.number(), z.boolean()]),
  asOf: date,
  source: storedText,
} satisfies Fields<Figure>);

export const importSchema = z.object({
  id: storedText,
  kind: z.enum(importKinds),
  file: storedText,
  contentHash: storedText,
  importedAt: storedText,
  importedBy: storedText,
  rows: count,
  people: z.object({ new: count, changed: count, unchanged: count } satisfies Fields<ImportRecord['people']>),
  achievements: z.object({ new: count, unchanged: count, removed: count } satisfies Fields<
    ImportRecord['achievements']
  >),
  rejected: count,
  before: z
    .object({ levels: z.record(storedText, count), counting: count } satisfies Fields<StandingBefore>)
    .optional(),
  undoneAt: storedText.optional(),
} satisfies Fields<ImportRecord>);

type PersonChangeOf<K extends PersonChange['kind']> = Extract<PersonChange, { kind: K }>;

const factChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('left'),
    person: storedText,
    before: date.optional(),
    after: date,
  } satisfies Fields<PersonChangeOf<'left'>>),
  z.object({ kind: z.literal('completed'), person: storedText, achievement } satisfies Fields<
    PersonChangeOf<'completed'>
  >),
  z.object({
    kind: z.literal('removed'),
    person: storedText,
    achievements: z.array(achievement),
  } satisfies Fields<PersonChangeOf<'removed'>>),
  z.object({
    kind: z.literal('joined'),
    person: storedText,
    before: personSchema,
    other: personSchema,
  } satisfies Fields<PersonChangeOf<'joined'>>),
  z.object({
    kind: z.literal('figure'),
    before: figureSchema.optional(),
    after: figureSchema,
  } satisfies Fields<FigureChange>),
  z.object({
    kind: z.literal('override'),
    competency: storedText,
    before: override.optional(),
    after: override.optional(),
  } satisfies Fields<OverrideChange>),
  z.object({
    kind: z.literal('costs'),
    before: z.array(examCost),
    after: z.array(examCost),
  } satisfies Fields<CostsChange>),
]);

export const correctionSchema = z.object({
  id: storedText,
  by: storedText,
  at: storedText,
  change: factChange,
  undoneAt: storedText.optional(),
} satisfies Fields<Correction>);

type FootprintOf<N extends Footprint['noun']> = Extract<Footprint, { noun: N }>;

const partnerPart = partnerSchema.omit({ tenant: true, admins: true }).partial();

const footprint = z.discriminatedUnion('noun', [
  z.object({
    noun: z.literal('person'),
    id: storedText,
    before: personSchema.optional(),
    after: storedText.optional(),
  } satisfies Fields<FootprintOf<'person'>>),
  z.object({
    noun: z.literal('figure'),
    id: storedText,
    before: figureSchema.optional(),
    after: storedText.optional(),
  } satisfies Fields<FootprintOf<'figure'>>),
  z.object({
    noun: z.literal('partner'),
    id: storedText,
    before: partnerPart,
    after: partnerPart,
  } satisfies Fields<FootprintOf<'partner'>>),
]);

export const traceSchema = z.object({
  id: storedText,
  import: storedText,
  footprints: z.array(footprint),
} satisfies Fields<ImportTrace>);

const wish = z.object({
  step: z.enum(wishSteps),
  at: storedText,
  address: storedText.optional(),
  dates: z.enum(dateOrders).optional(),
  facts: storedText.optional(),
  gone: z.boolean().optional(),
  programme: storedText.optional(),
  card: storedText.optional(),
  tries: z.number().optional(),
} satisfies Fields<FileWish>);

const importProgress = z.object({ done: count, of: count } satisfies Fields<ImportProgress>);

export const pendingSchema = z.object({
  id: storedText,
  by: storedText,
  at: storedText,
  file: storedText,
  content: storedText,
  state: z.enum(pendingStates),
  begunAt: storedText.optional(),
  wish: wish.optional(),
  progress: importProgress.optional(),
  importId: storedText.optional(),
} satisfies Fields<PendingImport>);
export const offerSchema = z.object({
  id: storedText,
  by: storedText,
  about: z.enum(offeredNames),
  at: storedText,
} satisfies Fields<OfferedFile>);

export const visitSchema = z.object({
  conversation: storedText,
  welcomedAt: storedText,
} satisfies Fields<Installation>);

const figurePoints = z.object({
  metric: storedText,
  value: z.number(),
  asOf: date.optional(),
  points: fraction,
  counts: z.boolean(),
  below: z.object({ metric: storedText, value: z.number(), atLeast: z.number() }).optional(),
} satisfies Fields<FigurePoints>);

const stepStanding = z.object({
  id: storedText,
  needed: count.optional(),
  counted: count,
  points: fraction,
  waitsFor: texts,
  people: texts.optional(),
} satisfies Fields<StepStanding>);

const metricPoints = z.object({
  id: storedText,
  points: fraction,
  of: fraction,
  blocks: z.boolean(),
  floor: fraction.optional(),
  figures: z.array(figurePoints),
  steps: z.array(stepStanding),
} satisfies Fields<MetricPoints>);

const scoreStanding = z.object({
  points: fraction,
  atLeast: fraction,
  of: fraction,
  metrics: z.array(metricPoints),
} satisfies Fields<ScoreStanding>);
type StepOf<K extends OnboardingStep['kind']> = Extract<OnboardingStep, { kind: K }>;
type SourceOf<K extends StepSource['kind']> = Extract<StepSource, { kind: K }>;

const said = {
  at: storedText,
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') } satisfies Fields<SourceOf<'person'>>),
    z.object({ kind: z.literal('admin'), id: storedText } satisfies Fields<SourceOf<'admin'>>),
    z.object({ kind: z.literal('elsewhere') } satisfies Fields<SourceOf<'elsewhere'>>),
  ]),
};

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invited'), ...said } satisfies Fields<StepOf<'invited'>>),
  z.object({ kind: z.literal('account-made'), on: date, ...said } satisfies Fields<StepOf<'account-made'>>),
  z.object({ kind: z.literal('linked'), on: date, ...said } satisfies Fields<StepOf<'linked'>>),
  z.object({ kind: z.literal('linked-elsewhere'), on: date, ...said } satisfies Fields<StepOf<'linked-elsewhere'>>),
  z.object({ kind: z.literal('still-linked'), on: date, ...said } satisfies Fields<StepOf<'still-linked'>>),
  z.object({
    kind: z.literal('trouble'),
    cause: z.enum(troubleCauses),
    until: date.optional(),
    ...said,
  } satisfies Fields<StepOf<'trouble'>>),
  z.object({ kind: z.literal('reminded'), ...said } satisfies Fields<StepOf<'reminded'>>),
]);

export const associationSchema = z.object({
  account: storedText,
  holders: z.array(z.object({ tenant: storedText, on: date } satisfies Fields<Holder>)),
  recorded: z.object({ on: date.optional(), isTold: z.boolean() } satisfies Fields<RecordedLink>).optional(),
} satisfies Fields<Association>);

export const onboardingSchema = z.object({ person: storedText, steps: z.array(step) } satisfies Fields<Onboarding>);

type TaskStateOf<I extends TaskState['is']> = Extract<TaskState, { readonly is: I }>;
const at = z.number();

const taskState = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['asked', 'accepted']), at } satisfies Fields<TaskStateOf<'asked' | 'accepted'>>),
  z.object({ is: z.literal('declined'), at, why: storedText.optional() } satisfies Fields<TaskStateOf<'declined'>>),
  z.object({ is: z.literal('booked'), at, on: date } satisfies Fields<TaskStateOf<'booked'>>),
  z.object({ is: z.literal('reported'), at } satisfies Fields<TaskStateOf<'reported'>>),
  z.object({ is: z.literal('done'), at } satisfies Fields<TaskStateOf<'done'>>),
  z.object({ is: z.literal('fallen'), at, because: z.enum(fallings) } satisfies Fields<TaskStateOf<'fallen'>>),
]);

export const taskSchema = z.object({
  id: storedText,
  person: storedText,
  credential: storedText,
  goal: z
    .object({
      competency: storedText,
      level: storedText,
      by: date.optional(),
      standIn: z.literal(true).optional(),
    } satisfies Fields<TaskGoal>)
    .optional(),
  askedBy: storedText,
  askedAt: at,
  due: date,
  opening: count,
  state: taskState,
} satisfies Fields<AssignedTask>);

const level = z.object({
  level: storedText,
  met: z.boolean(),
  progress: z.number(),
  figures: z.array(
    z.object({
      metric: storedText,
      value: z.union([z.number(), z.boolean()]),
      asOf: date.optional(),
      threshold: z.union([z.number(), z.boolean()]),
      met: z.boolean(),
      share: z.number(),
    } satisfies Fields<FigureStanding>),
  ),
  counted: z.array(z.array(count)),
  score: scoreStanding.optional(),
  uncertain: z.array(z.enum(Object.keys(standardPolicies) as [PolicyName, ...PolicyName[]])),
} satisfies Fields<CachedLevel>);

const competency = z.object({
  id: storedText,
  level: storedText.optional(),
  override: override.optional(),
  options: z.array(
    z.object({
      id: storedText,
      levels: z.array(level),
      setAside: z.literal(true).optional(),
    } satisfies Fields<CachedOption>),
  ),
} satisfies Fields<CachedCompetency>);

const ownState = z.object({
  goal: storedText,
  level: storedText,
  anniversary: date,
  opens: date,
  closes: date,
  code: z.enum(['lost', 'lapses', 'override', 'thin', 'reached']).optional(),
  lapsesOn: date.optional(),
} satisfies Fields<OwnState>);

const risks = z.object({
  until: date.optional(),
  because: z.enum(['anniversary', 'window', 'no-membership', 'lapsed', 'ended']),
  counts: z.object({
    lost: count,
    lapses: count,
    override: count,
    reached: count.optional(),
    thin: count,
  } satisfies Fields<RiskCounts['counts']>),
  nothing: z.object({ level: storedText.optional() } satisfies Fields<NothingQualifies>).optional(),
  own: z.array(ownState).optional(),
} satisfies Fields<RiskCounts>);

const goalSnapshot = z.object({
  level: storedText.optional(),
  progress: count,
  points: z.number().optional(),
} satisfies Fields<GoalSnapshot>);

const heads = { people: count, counting: count, lapsed: count } satisfies Fields<HeadCount>;

const trend = z.object({
  since: date,
  held: count,
  goals: z.record(storedText, goalSnapshot),
} satisfies Fields<StandingTrend>);

const historyStep = z.object({
  on: date,
  programme: storedText.optional(),
  goals: z.record(storedText, goalSnapshot),
  ...heads,
  import: storedText.optional(),
  validUntil: date.optional(),
} satisfies Fields<HistoryStep>);

export const historySchema = z.object({
  tenant: storedText,
  steps: z.array(historyStep),
} satisfies Fields<StandingHistory>);

const judged = z.object({
  rules: storedText,
  partner: partnerSchema,
  newestImport: importSchema.optional(),
  asOf: date,
  validUntil: date.optional(),
  competencies: z.array(competency),
  risks: risks.optional(),
  heads: z.object(heads).optional(),
  trend: trend.optional(),
  achievements: count,
  unnamedAchievements: count,
} satisfies Fields<JudgedStanding>);

export const standingSchema = z.object({
  tenant: storedText,
  marks: z.array(z.object({ token: storedText, at: z.number() } satisfies Fields<ChangeMark>)),
  judged: judged.optional(),
} satisfies Fields<CachedStanding>);

const hindrance = z.object({
  kind: z.enum(['suspect', 'blocked', 'gone']),
  code: storedText,
  since: storedText,
  retryAt: storedText,
} satisfies Fields<DeliveryHindrance>);

const reference = z.object({
  channel: storedText,
  serviceUrl: storedText,
  conversation: storedText.optional(),
  bot: storedText,
  user: storedText.optional(),
} satisfies Fields<Conversation['reference']>);

export const conversationSchema = z.object({
  id: storedText,
  scope: z.enum(['personal', 'groupChat', 'channel']),
  reference,
  name: storedText,
  locale: z.enum(locales),
  language: z.enum(locales).optional(),
  timeZone: storedText.optional(),
  seenAt: storedText,
  hindrance: hindrance.optional(),
} satisfies Fields<Conversation>);

export const auditSchema = z.object({
  id: storedText,
  at: storedText,
  by: storedText,
  act: z.enum(auditedActs),
  about: storedText,
  whom: storedText.optional(),
} satisfies Fields<AuditEntry>);

export const forgottenSchema = z.object({
  id: storedText,
  signs: texts,
  at: storedText,
} satisfies Fields<ForgottenPerson>);

export const forgettingKeySchema = z.object({ tenant: storedText, key: storedText } satisfies Fields<ForgettingKey>);

export const sweepEntrySchema = z.object({
  tenant: storedText,
  dueAt: z.number(),
  calls: count,
  claim: z.object({ token: storedText, until: z.number() } satisfies Fields<SweepEntry['claim']>).optional(),
  noticed: z
    .object({ calls: count, on: date, until: date.optional(), before: z.number().optional() } satisfies Fields<
      SweepEntry['noticed']
    >)
    .optional(),
} satisfies Fields<SweepEntry>);

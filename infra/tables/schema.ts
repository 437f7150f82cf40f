/** What a row must hold to be read as a value: one schema per noun, with exactly the fields of the domain's types. */
import { z } from 'zod/v4';
import type { SweepEntry } from '../../domain/alerts/sweep-entry';
import type { Conversation, DeliveryHindrance } from '../../domain/partner/conversation';
import type { Correction, FigureChange, OverrideChange, PersonChange } from '../../domain/partner/correction';
import { isCalendarDate } from '../../domain/basics/date';
import type { Figure } from '../../domain/partner/figure';
import { importKinds, type ImportRecord } from '../../domain/partner/import-record';
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
import type { Override } from '../../domain/partner/override';
import type { ReachedDay } from '../../domain/partner/reached-day';
import type { Membership, Partner, ShownCompetency } from '../../domain/partner/partner';
import { pendingStates, type PendingImport } from '../../domain/imports/pending-import';
import type { Achievement, Identifiers, Person } from '../../domain/partner/person';
import type { FigurePoints, MetricPoints, ScoreStanding, StepStanding } from '../../domain/counting/points';
import { type PolicyName, standardPolicies } from '../../domain/programme/policy';
import type { Association, Holder, RecordedLink } from '../../domain/partner/association';
import {
  troubleCauses,
  type Onboarding,
  type OnboardingStep,
  type StepSource,
} from '../../domain/onboarding/onboarding';
import { marketClasses } from '../../domain/programme/requirement';
import type { RiskCounts } from '../../domain/membership/risk-count';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';
import type { FigureStanding } from '../../domain/counting/standing';
import type { Installation } from '../../domain/partner/installation';

/** A schema for every field, optional ones too: a field added to the domain and forgotten here does not compile. */
export type Fields<T> = { readonly [Field in keyof Required<T>]: z.ZodType<T[Field]> };

export const textField = z.string();
const texts = z.array(textField);
export const count = z.number().int().nonnegative();
export const date = z.string().refine(isCalendarDate, 'not a calendar date');

const membership = z.object({
  level: textField,
  boughtOn: date,
  renewedOn: z.array(date).default([]),
} satisfies Fields<Membership>);

const shownCompetency = z.object({
  competency: textField,
  level: textField,
  status: z.enum(['active', 'inactive', 'in-grace-period']),
  startsOn: date.optional(),
  endsOn: date.optional(),
} satisfies Fields<ShownCompetency>);

const override = z.object({
  competency: textField,
  level: textField,
  from: date.optional(),
  until: date,
  source: textField,
} satisfies Fields<Override>);

const fraction = z.object({ numerator: z.number(), denominator: z.number() } satisfies Fields<Fraction>);

const reachedDay = z.object({
  competency: textField,
  level: textField,
  on: date,
  points: fraction.optional(),
  of: fraction.optional(),
} satisfies Fields<ReachedDay>);

export const partnerSchema = z.object({
  tenant: textField,
  name: textField,
  programme: textField,
  market: z.enum(marketClasses),
  membership: membership.optional(),
  policies: z.record(textField, z.union([textField, z.number(), z.boolean()])),
  admins: texts,
  shown: z.array(shownCompetency),
  overrides: z.array(override).optional(),
  reached: z.array(reachedDay).optional(),
} satisfies Fields<Partner>);

const identifiers = z.object({
  corpEmail: texts,
  mcpId: texts,
  email: texts,
  aadUserId: texts,
} satisfies Fields<Identifiers>);

const achievement = z.object({
  title: textField,
  activityId: textField.optional(),
  kind: z.enum(achievedKinds).optional(),
  completedOn: date,
  expiresOn: date.optional(),
  source: textField,
} satisfies Fields<Achievement>);

export const personSchema = z.object({
  id: textField,
  name: textField,
  identifiers,
  accountOn: date.optional(),
  linkedOn: date.optional(),
  leftOn: date.optional(),
  linkedElsewhereOn: date.optional(),
  accountDeletedOn: date.optional(),
  achievements: z.array(achievement),
} satisfies Fields<Person>);

export const figureSchema = z.object({
  metric: textField,
  value: z.union([z.number(), z.boolean()]),
  asOf: date,
  source: textField,
} satisfies Fields<Figure>);

export const importSchema = z.object({
  id: textField,
  kind: z.enum(importKinds),
  file: textField,
  contentHash: textField,
  importedAt: textField,
  importedBy: textField,
  rows: count,
  people: z.object({ new: count, changed: count, unchanged: count } satisfies Fields<ImportRecord['people']>),
  achievements: z.object({ new: count, unchanged: count, removed: count } satisfies Fields<
    ImportRecord['achievements']
  >),
  rejected: count,
  undoneAt: textField.optional(),
} satisfies Fields<ImportRecord>);

type PersonChangeOf<K extends PersonChange['kind']> = Extract<PersonChange, { kind: K }>;

const factChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('left'),
    person: textField,
    before: date.optional(),
    after: date,
  } satisfies Fields<PersonChangeOf<'left'>>),
  z.object({ kind: z.literal('completed'), person: textField, achievement } satisfies Fields<
    PersonChangeOf<'completed'>
  >),
  z.object({
    kind: z.literal('removed'),
    person: textField,
    achievements: z.array(achievement),
  } satisfies Fields<PersonChangeOf<'removed'>>),
  z.object({
    kind: z.literal('joined'),
    person: textField,
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
    competency: textField,
    before: override.optional(),
    after: override.optional(),
  } satisfies Fields<OverrideChange>),
]);

export const correctionSchema = z.object({
  id: textField,
  by: textField,
  at: textField,
  change: factChange,
  undoneAt: textField.optional(),
} satisfies Fields<Correction>);

type FootprintOf<N extends Footprint['noun']> = Extract<Footprint, { noun: N }>;

const partnerPart = partnerSchema.omit({ tenant: true, admins: true }).partial();

const footprint = z.discriminatedUnion('noun', [
  z.object({
    noun: z.literal('person'),
    id: textField,
    before: personSchema.optional(),
    after: textField.optional(),
  } satisfies Fields<FootprintOf<'person'>>),
  z.object({
    noun: z.literal('figure'),
    id: textField,
    before: figureSchema.optional(),
    after: textField.optional(),
  } satisfies Fields<FootprintOf<'figure'>>),
  z.object({
    noun: z.literal('partner'),
    id: textField,
    before: partnerPart,
    after: partnerPart,
  } satisfies Fields<FootprintOf<'partner'>>),
]);

export const traceSchema = z.object({
  id: textField,
  import: textField,
  footprints: z.array(footprint),
} satisfies Fields<ImportTrace>);

export const pendingSchema = z.object({
  id: textField,
  by: textField,
  at: textField,
  file: textField,
  content: textField,
  state: z.enum(pendingStates),
  begunAt: textField.optional(),
  importId: textField.optional(),
} satisfies Fields<PendingImport>);
export const visitSchema = z.object({ conversation: textField, welcomedAt: textField } satisfies Fields<Installation>);

const figurePoints = z.object({
  metric: textField,
  value: z.number(),
  asOf: date.optional(),
  points: fraction,
  counts: z.boolean(),
  below: z.object({ metric: textField, value: z.number(), atLeast: z.number() }).optional(),
} satisfies Fields<FigurePoints>);

const stepStanding = z.object({
  id: textField,
  needed: count.optional(),
  counted: count,
  points: fraction,
  waitsFor: texts,
  people: texts.optional(),
} satisfies Fields<StepStanding>);

const metricPoints = z.object({
  id: textField,
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
  at: textField,
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') } satisfies Fields<SourceOf<'person'>>),
    z.object({ kind: z.literal('admin'), id: textField } satisfies Fields<SourceOf<'admin'>>),
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
  account: textField,
  holders: z.array(z.object({ tenant: textField, on: date } satisfies Fields<Holder>)),
  recorded: z.object({ on: date.optional(), isTold: z.boolean() } satisfies Fields<RecordedLink>).optional(),
} satisfies Fields<Association>);

export const onboardingSchema = z.object({ person: textField, steps: z.array(step) } satisfies Fields<Onboarding>);

const level = z.object({
  level: textField,
  met: z.boolean(),
  progress: z.number(),
  figures: z.array(
    z.object({
      metric: textField,
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
  id: textField,
  level: textField.optional(),
  override: override.optional(),
  options: z.array(
    z.object({
      id: textField,
      levels: z.array(level),
      setAside: z.literal(true).optional(),
    } satisfies Fields<CachedOption>),
  ),
} satisfies Fields<CachedCompetency>);

const risks = z.object({
  until: date.optional(),
  because: z.enum(['anniversary', 'window', 'no-membership', 'lapsed']),
  counts: z.object({
    lost: count,
    lapses: count,
    override: count,
    reached: count.optional(),
    thin: count,
  } satisfies Fields<RiskCounts['counts']>),
  nothing: z.object({ level: textField.optional() } satisfies Fields<NothingQualifies>).optional(),
} satisfies Fields<RiskCounts>);

const judged = z.object({
  rules: textField,
  partner: partnerSchema,
  newestImport: importSchema.optional(),
  asOf: date,
  validUntil: date.optional(),
  competencies: z.array(competency),
  risks: risks.optional(),
  achievements: count,
  unnamedAchievements: count,
} satisfies Fields<JudgedStanding>);

export const standingSchema = z.object({
  tenant: textField,
  marks: z.array(z.object({ token: textField, at: z.number() } satisfies Fields<ChangeMark>)),
  judged: judged.optional(),
} satisfies Fields<CachedStanding>);

const hindrance = z.object({
  kind: z.enum(['suspect', 'blocked', 'gone']),
  code: textField,
  since: textField,
  retryAt: textField,
} satisfies Fields<DeliveryHindrance>);

const reference = z.object({
  channel: textField,
  serviceUrl: textField,
  conversation: textField.optional(),
  bot: textField,
  user: textField.optional(),
} satisfies Fields<Conversation['reference']>);

export const conversationSchema = z.object({
  id: textField,
  scope: z.enum(['personal', 'groupChat', 'channel']),
  reference,
  name: textField,
  locale: z.enum(locales),
  language: z.enum(locales).optional(),
  timeZone: textField.optional(),
  seenAt: textField,
  hindrance: hindrance.optional(),
} satisfies Fields<Conversation>);

export const agendaSchema = z.object({
  tenant: textField,
  dueAt: z.number(),
  calls: count,
  claim: z.object({ token: textField, until: z.number() } satisfies Fields<SweepEntry['claim']>).optional(),
  noticed: z
    .object({ calls: count, on: date, until: date.optional(), before: z.number().optional() } satisfies Fields<
      SweepEntry['noticed']
    >)
    .optional(),
} satisfies Fields<SweepEntry>);

/** What a row must hold to be read as a value: one schema per noun, with exactly the fields of the domain's types. */
import { z } from 'zod/v4';
import type { AgendaEntry } from '../../domain/alerts/sweep-entry';
import type { Conversation, Hindrance } from '../../domain/partner/conversation';
import type { Correction, FigureChange, OverrideChange, PersonChange } from '../../domain/partner/correction';
import { isCalendarDate } from '../../domain/basics/date';
import type { Figure } from '../../domain/partner/figure';
import { importKinds, type ImportRecord } from '../../domain/partner/import-record';
import type { Fraction } from '../../domain/basics/fraction';
import type { Footprint, ImportTrace } from '../../domain/imports/import-trace';
import type {
  Judged,
  KeptCompetency,
  KeptLevel,
  KeptOption,
  KeptStanding,
  Mark,
} from '../../domain/membership/cached-standing';
import { locales } from '../../domain/basics/locale';
import type { Override } from '../../domain/partner/override';
import type { Membership, Partner, ShownCompetency } from '../../domain/partner/partner';
import { pendingStates, type PendingImport } from '../../domain/imports/pending-import';
import type { Achievement, Identifiers, Person } from '../../domain/partner/person';
import type { FigurePoints, MetricPoints, ScoreStanding, StepStanding } from '../../domain/counting/points';
import { type PolicyName, standardPolicies } from '../../domain/programme/policy';
import type { Association, Holder, Recorded } from '../../domain/partner/association';
import { troubleCauses, type Onboarding, type Step, type StepSource } from '../../domain/onboarding/onboarding';
import { marketClasses } from '../../domain/programme/requirement';
import type { RiskCounts } from '../../domain/membership/risk-count';
import type { FigureStanding } from '../../domain/counting/standing';
import type { Visit } from '../../domain/partner/installation';

/** A schema for every field, optional ones too: a field added to the domain and forgotten here does not compile. */
export type Fields<T> = { readonly [Field in keyof Required<T>]: z.ZodType<T[Field]> };

export const text = z.string();
const texts = z.array(text);
export const count = z.number().int().nonnegative();
export const date = z.string().refine(isCalendarDate, 'not a calendar date');

const membership = z.object({
  level: text,
  boughtOn: date,
  renewedOn: z.array(date).default([]),
} satisfies Fields<Membership>);

const shownCompetency = z.object({
  competency: text,
  level: text,
  status: z.enum(['active', 'inactive', 'in-grace-period']),
  startsOn: date.optional(),
  endsOn: date.optional(),
} satisfies Fields<ShownCompetency>);

const override = z.object({
  competency: text,
  level: text,
  from: date.optional(),
  until: date,
  source: text,
} satisfies Fields<Override>);

export const partnerSchema = z.object({
  tenant: text,
  name: text,
  programme: text,
  market: z.enum(marketClasses),
  membership: membership.optional(),
  policies: z.record(text, z.union([text, z.number(), z.boolean()])),
  admins: texts,
  shown: z.array(shownCompetency),
  overrides: z.array(override).optional(),
} satisfies Fields<Partner>);

const identifiers = z.object({
  corpEmail: texts,
  mcpId: texts,
  email: texts,
  aadUserId: texts,
} satisfies Fields<Identifiers>);

const achievement = z.object({
  title: text,
  activityId: text.optional(),
  completedOn: date,
  expiresOn: date.optional(),
  source: text,
} satisfies Fields<Achievement>);

export const personSchema = z.object({
  id: text,
  name: text,
  identifiers,
  accountOn: date.optional(),
  linkedOn: date.optional(),
  leftOn: date.optional(),
  linkedElsewhereOn: date.optional(),
  accountDeletedOn: date.optional(),
  achievements: z.array(achievement),
} satisfies Fields<Person>);

export const figureSchema = z.object({
  metric: text,
  value: z.union([z.number(), z.boolean()]),
  asOf: date,
  source: text,
} satisfies Fields<Figure>);

export const importSchema = z.object({
  id: text,
  kind: z.enum(importKinds),
  file: text,
  contentHash: text,
  importedAt: text,
  importedBy: text,
  rows: count,
  people: z.object({ new: count, changed: count, unchanged: count } satisfies Fields<ImportRecord['people']>),
  achievements: z.object({ new: count, unchanged: count, removed: count } satisfies Fields<
    ImportRecord['achievements']
  >),
  rejected: count,
  undoneAt: text.optional(),
} satisfies Fields<ImportRecord>);

type PersonChangeOf<K extends PersonChange['kind']> = Extract<PersonChange, { kind: K }>;

const factChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('left'),
    person: text,
    before: date.optional(),
    after: date,
  } satisfies Fields<PersonChangeOf<'left'>>),
  z.object({ kind: z.literal('completed'), person: text, achievement } satisfies Fields<PersonChangeOf<'completed'>>),
  z.object({
    kind: z.literal('removed'),
    person: text,
    achievements: z.array(achievement),
  } satisfies Fields<PersonChangeOf<'removed'>>),
  z.object({
    kind: z.literal('figure'),
    before: figureSchema.optional(),
    after: figureSchema,
  } satisfies Fields<FigureChange>),
  z.object({
    kind: z.literal('override'),
    competency: text,
    before: override.optional(),
    after: override.optional(),
  } satisfies Fields<OverrideChange>),
]);

export const correctionSchema = z.object({
  id: text,
  by: text,
  at: text,
  change: factChange,
  undoneAt: text.optional(),
} satisfies Fields<Correction>);

type FootprintOf<N extends Footprint['noun']> = Extract<Footprint, { noun: N }>;

const partnerPart = partnerSchema.omit({ tenant: true, admins: true }).partial();

const footprint = z.discriminatedUnion('noun', [
  z.object({
    noun: z.literal('person'),
    id: text,
    before: personSchema.optional(),
    after: text.optional(),
  } satisfies Fields<FootprintOf<'person'>>),
  z.object({
    noun: z.literal('figure'),
    id: text,
    before: figureSchema.optional(),
    after: text.optional(),
  } satisfies Fields<FootprintOf<'figure'>>),
  z.object({
    noun: z.literal('partner'),
    id: text,
    before: partnerPart,
    after: partnerPart,
  } satisfies Fields<FootprintOf<'partner'>>),
]);

export const traceSchema = z.object({
  id: text,
  import: text,
  footprints: z.array(footprint),
} satisfies Fields<ImportTrace>);

export const pendingSchema = z.object({
  id: text,
  by: text,
  at: text,
  file: text,
  content: text,
  state: z.enum(pendingStates),
  begunAt: text.optional(),
  importId: text.optional(),
} satisfies Fields<PendingImport>);
export const visitSchema = z.object({ conversation: text, welcomedAt: text } satisfies Fields<Visit>);

const fraction = z.object({ numerator: z.number(), denominator: z.number() } satisfies Fields<Fraction>);

const figurePoints = z.object({
  metric: text,
  value: z.number(),
  asOf: date.optional(),
  points: fraction,
  counts: z.boolean(),
  below: z.object({ metric: text, value: z.number(), atLeast: z.number() }).optional(),
} satisfies Fields<FigurePoints>);

const stepStanding = z.object({
  id: text,
  needed: count.optional(),
  counted: count,
  points: fraction,
  waitsFor: texts,
  people: texts.optional(),
} satisfies Fields<StepStanding>);

const metricPoints = z.object({
  id: text,
  points: fraction,
  of: fraction,
  blocks: z.boolean(),
  figures: z.array(figurePoints),
  steps: z.array(stepStanding),
} satisfies Fields<MetricPoints>);

const scoreStanding = z.object({
  points: fraction,
  atLeast: fraction,
  of: fraction,
  metrics: z.array(metricPoints),
} satisfies Fields<ScoreStanding>);
type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;
type SourceOf<K extends StepSource['kind']> = Extract<StepSource, { kind: K }>;

const said = {
  at: text,
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') } satisfies Fields<SourceOf<'person'>>),
    z.object({ kind: z.literal('admin'), id: text } satisfies Fields<SourceOf<'admin'>>),
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
  account: text,
  holders: z.array(z.object({ tenant: text, on: date } satisfies Fields<Holder>)),
  recorded: z.object({ on: date.optional(), isTold: z.boolean() } satisfies Fields<Recorded>).optional(),
} satisfies Fields<Association>);

export const onboardingSchema = z.object({ person: text, steps: z.array(step) } satisfies Fields<Onboarding>);

const level = z.object({
  level: text,
  met: z.boolean(),
  progress: z.number(),
  figures: z.array(
    z.object({
      metric: text,
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
} satisfies Fields<KeptLevel>);

const competency = z.object({
  id: text,
  level: text.optional(),
  override: override.optional(),
  options: z.array(
    z.object({
      id: text,
      levels: z.array(level),
      setAside: z.literal(true).optional(),
    } satisfies Fields<KeptOption>),
  ),
} satisfies Fields<KeptCompetency>);

const risks = z.object({
  until: date,
  because: z.enum(['anniversary', 'window']),
  counts: z.object({ lost: count, lapses: count, override: count, thin: count } satisfies Fields<RiskCounts['counts']>),
} satisfies Fields<RiskCounts>);

const judged = z.object({
  rules: text,
  partner: partnerSchema,
  newestImport: importSchema.optional(),
  asOf: date,
  validUntil: date.optional(),
  competencies: z.array(competency),
  risks: risks.optional(),
  achievements: count,
  unnamedAchievements: count,
} satisfies Fields<Judged>);

export const standingSchema = z.object({
  tenant: text,
  marks: z.array(z.object({ token: text, at: z.number() } satisfies Fields<Mark>)),
  judged: judged.optional(),
} satisfies Fields<KeptStanding>);

const hindrance = z.object({
  kind: z.enum(['suspect', 'blocked', 'gone']),
  code: text,
  since: text,
  retryAt: text,
} satisfies Fields<Hindrance>);

const reference = z.object({
  channel: text,
  serviceUrl: text,
  conversation: text.optional(),
  bot: text,
  user: text.optional(),
} satisfies Fields<Conversation['reference']>);

export const conversationSchema = z.object({
  id: text,
  scope: z.enum(['personal', 'groupChat', 'channel']),
  reference,
  name: text,
  locale: z.enum(locales),
  timeZone: text.optional(),
  seenAt: text,
  hindrance: hindrance.optional(),
} satisfies Fields<Conversation>);

export const agendaSchema = z.object({
  tenant: text,
  dueAt: z.number(),
  calls: count,
  claim: z.object({ token: text, until: z.number() } satisfies Fields<AgendaEntry['claim']>).optional(),
  noticed: z
    .object({ calls: count, on: date, until: date.optional(), before: z.number().optional() } satisfies Fields<
      AgendaEntry['noticed']
    >)
    .optional(),
} satisfies Fields<AgendaEntry>);

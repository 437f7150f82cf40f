/** What a row must hold to be read as a value: one schema per noun, with exactly the fields of the domain's types. */
import { z } from 'zod/v4';
import type { AgendaEntry } from '../../domain/agenda';
import type { Conversation, Hindrance } from '../../domain/conversation';
import type { Correction, FigureChange, PersonChange } from '../../domain/correction';
import { isCalendarDate } from '../../domain/date';
import type { Figure } from '../../domain/figure';
import { importKinds, type ImportRecord } from '../../domain/import-record';
import type { Judged, KeptCompetency, KeptLevel, KeptStanding, Mark } from '../../domain/kept-standing';
import { locales } from '../../domain/locale';
import type { Membership, Partner, ShownCompetency } from '../../domain/partner';
import type { Achievement, Identifiers, Person } from '../../domain/person';
import { type PolicyName, standardPolicies } from '../../domain/policy';
import { marketClasses } from '../../domain/requirement';
import type { FigureStanding } from '../../domain/standing';
import type { Visit } from '../../domain/visit';

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

export const partnerSchema = z.object({
  tenant: text,
  name: text,
  programme: text,
  market: z.enum(marketClasses),
  membership: membership.optional(),
  policies: z.record(text, z.union([text, z.number(), z.boolean()])),
  admins: texts,
  shown: z.array(shownCompetency),
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
]);

export const correctionSchema = z.object({
  id: text,
  by: text,
  at: text,
  change: factChange,
  undoneAt: text.optional(),
} satisfies Fields<Correction>);

const hindrance = z.object({
  kind: z.enum(['suspect', 'blocked', 'gone']),
  code: text,
  since: text,
  retryAt: text,
} satisfies Fields<Hindrance>);

export const conversationSchema = z.object({
  id: text,
  scope: z.enum(['personal', 'groupChat', 'channel']),
  reference: z.object({
    channel: text,
    serviceUrl: text,
    conversation: text.optional(),
    bot: text,
    user: text.optional(),
  } satisfies Fields<Conversation['reference']>),
  name: text,
  locale: z.enum(locales),
  timeZone: text.optional(),
  seenAt: text,
  hindrance: hindrance.optional(),
} satisfies Fields<Conversation>);

export const visitSchema = z.object({ conversation: text, welcomedAt: text } satisfies Fields<Visit>);

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
  uncertain: z.array(z.enum(Object.keys(standardPolicies) as [PolicyName, ...PolicyName[]])),
} satisfies Fields<KeptLevel>);

const competency = z.object({
  id: text,
  level: text.optional(),
  options: z.array(z.object({ id: text, levels: z.array(level) })),
} satisfies Fields<KeptCompetency>);

const judged = z.object({
  rules: text,
  partner: partnerSchema,
  newestImport: importSchema.optional(),
  asOf: date,
  validUntil: date.optional(),
  competencies: z.array(competency),
  achievements: count,
  unnamedAchievements: count,
} satisfies Fields<Judged>);

export const standingSchema = z.object({
  tenant: text,
  marks: z.array(z.object({ token: text, at: z.number() } satisfies Fields<Mark>)),
  judged: judged.optional(),
} satisfies Fields<KeptStanding>);

export const agendaSchema = z.object({
  tenant: text,
  dueAt: z.number(),
  calls: count,
  claim: z.object({ token: text, until: z.number() } satisfies Fields<AgendaEntry['claim']>).optional(),
  noticed: z
    .object({ calls: count, on: date, until: date.optional() } satisfies Fields<AgendaEntry['noticed']>)
    .optional(),
} satisfies Fields<AgendaEntry>);

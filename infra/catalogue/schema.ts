/** The shape of a programme file, key by key as README.md explains it: the mouth at which every file is checked. */
import { z } from 'zod/v4';
import { benefitCodes } from '../../domain/programme/benefit';
import { credentialKinds, validities } from '../../domain/programme/credential';
import { isCalendarDate } from '../../domain/basics/date';
import type { Expression } from '../../domain/programme/expression';
import { fractionOf, readFraction, type Fraction } from '../../domain/basics/fraction';
import { goalKinds, units } from '../../domain/programme/programme';
import { grades, unknownParts } from '../../domain/programme/provenance';
import { mapping } from '../mapping';
import type { FileFaultCode } from './fault';

/** What a shape says of a value that zod has no word for. */
export interface OwnFault {
  readonly fault: FileFaultCode;
  readonly args?: Readonly<Record<string, string>>;
}

const says = (params: OwnFault) => ({ params: { ...params } });

const text = z.string().trim().min(1);
const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,79}$/);
const date = z.string().refine(isCalendarDate, says({ fault: 'not-a-date' }));
const named = <Shape extends z.ZodType>(shape: Shape) => mapping(id, shape);

/** Who says so, how sure that is, and when it was last checked. */
const provenance = { source: text, grade: z.enum(grades).optional(), checkedOn: date.optional() };

const names = z.strictObject({
  en: text,
  'zh-CN': text.optional(),
  'zh-TW': text.optional(),
  'ru-RU': text.optional(),
  'pt-BR': text.optional(),
});

/**
 * One of several shapes, chosen by looking at the value, so that the faults are those of the shape that was meant; a plain
 * union would report the faults of all of them or of none.
 */
function chosen<T>(choose: (value: unknown) => z.ZodType<T>): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const read = choose(value).safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues)
      context.issues.push({ ...issue, path: [...issue.path], input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const single = id.transform((credential): Expression => ({ credential }));
const expression: z.ZodType<Expression> = z.lazy(() =>
  chosen((value) => {
    if (!isMapping(value)) return single;
    return 'all' in value ? allOf : anyOf;
  }),
);
const anyOf = z.strictObject({ any: z.array(expression) });
const allOf = z.strictObject({ all: z.array(expression), focus: text.optional() });

const clause = z.strictObject({
  id,
  n: z.number(),
  each: expression,
  within: id.optional(),
  apart: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id).default([])),
});

const limit = z.custom<number | boolean>(
  (value) => typeof value === 'number' || typeof value === 'boolean',
  says({ fault: 'wrong-type', args: { expected: 'number' } }),
);
const threshold = z
  .strictObject({
    metric: id,
    all: limit.optional(),
    developed: limit.optional(),
    developing: limit.optional(),
  })
  .refine(
    ({ all, developed, developing }) => all === undefined || (developed === undefined && developing === undefined),
    says({ fault: 'all-and-market' }),
  );

/** Whole numbers, decimals and texts such as `40/6`, all of them exact. */
const fraction = z.unknown().transform((value, context): Fraction => {
  const read = typeof value === 'number' && value >= 0 ? fractionOf(value) : readFraction(String(value));
  if (read && read.numerator >= 0) return read;
  context.issues.push({
    code: 'custom',
    ...says({ fault: 'not-a-fraction', args: { value: String(value) } }),
    input: value,
  });
  return z.NEVER;
});

const step = z.strictObject({
  id,
  n: z.number().optional(),
  each: expression,
  points: fraction.optional(),
  after: z.array(id).optional(),
});
const figureRule = z.strictObject({
  metric: id,
  points: fraction,
  baseline: z.strictObject({ metric: id, atLeast: z.number() }).optional(),
});
const scoreMetric = z.strictObject({
  id,
  of: fraction,
  figures: z.array(figureRule).default([]),
  steps: z.array(step).default([]),
  mayBeZero: z.boolean().default(false),
});
const score = z.strictObject({ atLeast: fraction, of: fraction, metrics: z.array(scoreMetric) });

const requirement = z.strictObject({
  level: id,
  effectiveFrom: date,
  effectiveTo: date.optional(),
  figures: z.array(threshold).default([]),
  people: z.array(z.array(clause)).default([]),
  score: score.optional(),
  ...provenance,
  source: text.optional(),
});

const option = z.strictObject({
  names,
  associations: z.array(id).default([]),
  effectiveFrom: date.optional(),
  notes: text.optional(),
  requirements: z.array(requirement),
});

const condition = z.strictObject({
  metric: id,
  atLeast: z.number().optional(),
  above: z.number().optional(),
  below: z.number().optional(),
  under: mapping(z.string(), text).default({}),
  effectiveFrom: date.optional(),
  effectiveTo: date.optional(),
});
const choice = z.array(z.strictObject({ option: id, when: z.array(condition).default([]) }));

const competency = z.strictObject({
  area: text.optional(),
  names,
  otherNames: z.array(text).default([]),
  sharedNames: z.array(text).optional(),
  ...provenance,
  unknown: z.array(z.enum(unknownParts)).optional(),
  choice: choice.optional(),
  options: named(option),
});
/** In an extension: options to add to a competency that is there already, or to put in the place of its own. */
const moreOptions = z.strictObject({ source: text.optional(), options: named(option) });

const metric = z.strictObject({
  names,
  unit: z.enum(units),
  weights: named(fraction).optional(),
  heldGoal: id.optional(),
  anyOf: z.array(id).min(1).optional(),
  allOf: z.array(id).min(1).optional(),
  holdsMonths: z.number().optional(),
  ...provenance,
});

const credential = z.strictObject({
  kind: z.enum(credentialKinds),
  exam: text.optional(),
  titles: z.tuple([text], text),
  activityIds: z.array(z.preprocess((value) => (Number.isInteger(value) ? String(value) : value), text)).default([]),
  retiredOn: date.optional(),
  countsUntil: date.optional(),
  replacedBy: id.optional(),
  requires: expression.optional(),
  orExperience: z.literal(true).optional(),
  validity: z.enum(validities).default('unlimited'),
  ...provenance,
});

const benefit = z.strictObject({
  code: z.enum(benefitCodes),
  level: id.optional(),
  usd: z.number().optional(),
  ...provenance,
});

const listed = z.strictObject({ names, ...provenance, unknown: z.array(z.enum(unknownParts)) });

const format = z.literal(1);
const policies = mapping(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({});
const definitions = {
  associations: named(text).default({}),
  metrics: named(metric).default({}),
  scoreMetrics: named(z.strictObject({ names })).default({}),
  credentials: named(credential).default({}),
};

/** A file that holds a whole programme. */
export const programmeFile = z.strictObject({
  format,
  id,
  names,
  goals: z.enum(goalKinds).optional(),
  edition: text,
  effectiveFrom: date,
  effectiveTo: date.optional(),
  checkedOn: date.optional(),
  grade: z.enum(grades).optional(),
  levels: z.array(z.strictObject({ id, names })),
  policies,
  ...definitions,
  competencies: named(competency),
  listed: named(listed).default({}),
  benefits: z.array(benefit).optional(),
});
export type ProgrammeFile = z.infer<typeof programmeFile>;

/** A file that adds to a programme of another file, or replaces parts of it. */
export const extensionFile = z.strictObject({
  format,
  extends: id,
  edition: text.optional(),
  checkedOn: date.optional(),
  policies,
  ...definitions,
  competencies: named(
    chosen<z.infer<typeof competency> | z.infer<typeof moreOptions>>((value) =>
      isMapping(value) && !('names' in value) ? moreOptions : competency,
    ),
  ).default({}),
});
export type ExtensionFile = z.infer<typeof extensionFile>;

export type CompetencyEntry = z.infer<typeof competency>;
export type OptionEntry = z.infer<typeof option>;
export type RequirementEntry = z.infer<typeof requirement>;
export type ScoreEntry = z.infer<typeof score>;
export type Definitions = Pick<ProgrammeFile, 'metrics' | 'scoreMetrics' | 'credentials'>;

/** Whether a file means to extend another one; it is held to that shape then. */
export function extendsAnother(value: unknown): boolean {
  return isMapping(value) && 'extends' in value;
}

/** What a pressed button claims to ask, believed only as far as it has the shape of a question. */
import { z } from 'zod/v4';
import { type QuestionName, mostOnboarded, type Question } from '../../cards/contract/question';
import { isCalendarDate } from '../../domain/basics/date';
import { troubleCauses } from '../../domain/onboarding/onboarding';
import { exportedNames } from '../../domain/imports/exported-file';
import { dateOrders } from '../../domain/imports/incoming';
import { stoppableRules } from '../../domain/alerts/notice';
import { marketClasses } from '../../domain/programme/requirement';
import { isNamedDay } from '../recognizers/day-argument';

const text = z.string().min(1).max(200);
/** A page that makes no sense is the first one; one past the end is the card's to settle. */
const page = z.number().int().min(1).max(100_000).optional().catch(1);

/** What stands in a field of a card; one that was left empty says nothing. */
const typed = z
  .string()
  .max(200)
  .transform((value) => value.trim() || undefined)
  .optional();

const day = z.string().refine(isCalendarDate);
const membershipRecord = z.object({
  market: z.enum(marketClasses),
  membership: z.object({ level: text, boughtOn: day, renewedOn: z.array(day).max(100) }).optional(),
});

/** More than anybody supposes at once. */
const mostEvents = 10;
const on = text.optional();
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leaves'), person: text, on }),
  z.object({ kind: z.literal('retires'), credential: text, on }),
  z.object({ kind: z.literal('passes'), person: text, credential: text, on }),
]);

const namedDay = z.string().refine(isNamedDay).optional();
const confirm = z.object({ version: z.string().max(200), at: z.number().int().positive() }).optional();

const hour = z
  .string()
  .regex(/^(?:1?\d|2[0-3])$/)
  .optional();
const rule = z.enum(stoppableRules).optional();

const questions: { readonly [A in QuestionName]: z.ZodType<Extract<Question, { ask: A }>> } = {
  help: z.object({ ask: z.literal('help') }),
  progress: z.object({ ask: z.literal('progress'), page }),
  competency: z.object({ ask: z.literal('competency'), competency: text }),
  requirements: z.object({ ask: z.literal('requirements'), competency: text }),
  why: z.object({
    ask: z.literal('why'),
    competency: text,
    level: text.optional(),
    option: text.optional(),
    page,
  }),
  people: z.object({ ask: z.literal('people'), page }),
  person: z.object({ ask: z.literal('person'), person: text, page }),
  membership: z.object({
    ask: z.literal('membership'),
    level: typed,
    boughtOn: typed,
    market: typed,
    undo: z.object({ after: membershipRecord, before: membershipRecord }).optional(),
  }),
  renewal: z.object({ ask: z.literal('renewal') }),
  programme: z.object({
    ask: z.literal('programme'),
    programme: text.optional(),
    from: text.optional(),
    isUndo: z.boolean().optional(),
  }),
  compare: z.object({ ask: z.literal('compare') }),
  risk: z.object({ ask: z.literal('risk') }),
  upgrade: z.object({ ask: z.literal('upgrade') }),
  profile: z.object({ ask: z.literal('profile') }),
  benefits: z.object({ ask: z.literal('benefits'), level: text.optional() }),
  renewed: z.object({ ask: z.literal('renewed'), on: typed }),
  plan: z.object({ ask: z.literal('plan'), competency: text.optional(), level: text.optional() }),
  'key-people': z.object({ ask: z.literal('key-people'), competency: text.optional() }),
  expiring: z.object({
    ask: z.literal('expiring'),
    days: z.number().int().min(1).max(3650).catch(90).optional(),
    page,
  }),
  'what-if': z.object({ ask: z.literal('what-if'), events: z.array(event).min(1).max(mostEvents) }),
  left: z.object({ ask: z.literal('left'), person: text, on: namedDay, confirm }),
  completed: z.object({ ask: z.literal('completed'), credential: text, person: text, on: namedDay, confirm }),
  remove: z.object({ ask: z.literal('remove'), credential: text, person: text, confirm }),
  figure: z.object({
    ask: z.literal('figure'),
    metric: text,
    value: z.union([z.number().nonnegative(), z.boolean()]),
    on: namedDay,
    confirm,
  }),
  override: z.object({
    ask: z.literal('override'),
    competency: text,
    level: text.optional(),
    until: namedDay,
    remove: z.literal(true).optional(),
    confirm,
  }),
  undo: z.object({ ask: z.literal('undo'), correction: text.optional() }),
  onboard: z.object({ ask: z.literal('onboard'), people: z.array(text).min(1).max(mostOnboarded).optional() }),
  step: z.object({
    ask: z.literal('step'),
    people: z.array(text).min(1).max(mostOnboarded),
    step: z.enum(['account-made', 'linked', 'linked-elsewhere', 'still-linked', 'reminded']),
    on: typed,
  }),
  trouble: z.object({
    ask: z.literal('trouble'),
    person: text,
    cause: z.enum(troubleCauses).optional(),
    until: typed,
  }),
  onboarding: z.object({ ask: z.literal('onboarding'), page }),
  import: z.object({
    ask: z.literal('import'),
    pending: text.optional(),
    dates: z.enum(dateOrders).optional(),
    step: z.enum(['apply', 'discard']).optional(),
    gone: z.boolean().optional(),
    facts: text.optional(),
  }),
  'undo-import': z.object({ ask: z.literal('undo-import'), import: text.optional() }),
  export: z.object({ ask: z.literal('export'), file: z.enum(exportedNames).optional() }),
  alerts: z.object({
    ask: z.literal('alerts'),
    page,
    alert: z.string().min(1).max(500).optional(),
    face: text.optional(),
    act: z.enum(['acknowledge', 'assign', 'snooze']).optional(),
    to: text.optional(),
    until: day.optional(),
  }),
  'alert-settings': z.object({
    ask: z.literal('alert-settings'),
    quietFrom: hour,
    quietTo: hour,
    workingDays: typed,
    digestOn: typed,
  }),
  'stop-alerts': z.object({ ask: z.literal('stop-alerts'), rule }),
  'start-alerts': z.object({ ask: z.literal('start-alerts'), rule }),
};

const payload = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).catch({}) });

/** The question of a payload, or nothing where it is none that any of our cards could ask. */
export function parseActionPayload(value: unknown): Question | undefined {
  const claim = payload.safeParse(value);
  if (!claim.success || !Object.hasOwn(questions, claim.data.verb)) return undefined;
  const ask = claim.data.verb as QuestionName;
  return questions[ask].safeParse({ ...claim.data.data, ask }).data;
}

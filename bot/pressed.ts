/** What a pressed button claims to ask, believed only as far as it has the shape of a question. */
import { z } from 'zod/v4';
import type { Ask, Question } from '../cards/question';

const text = z.string().min(1).max(200);
/** A page that makes no sense is the first one; one past the end is the card's to settle. */
const page = z.number().int().min(1).max(100_000).optional().catch(1);

const questions: { readonly [A in Ask]: z.ZodType<Extract<Question, { ask: A }>> } = {
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
};

const payload = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).catch({}) });

/** The question of a payload, or nothing where it is none that any of our cards could ask. */
export function pressedQuestion(value: unknown): Question | undefined {
  const claim = payload.safeParse(value);
  if (!claim.success || !Object.hasOwn(questions, claim.data.verb)) return undefined;
  const ask = claim.data.verb as Ask;
  return questions[ask].safeParse({ ...claim.data.data, ask }).data;
}

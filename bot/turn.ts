/** A turn is one question and its answer: whoever may ask gets one card in time, whatever happens. */
import type { Question } from '../cards/question';
import type { Refusal } from '../cards/view';
import { StoreUnavailable } from '../domain/ports';
import type { Ask } from './ask';
import { inTime, TooSlow } from './deadline';
import { lookAtPartner } from './look';
import { pressedQuestion } from './pressed';
import { refused, type Reply } from './reply';
import { answer, understand, vocabularyFor } from './router';
import type { World } from './world';

/** What was heard: words, or the payload of a button, which is only a claim. */
export type Heard = { readonly said: string } | { readonly pressed: unknown };

/** The reply to a turn. Never throws, and takes no longer than `deadline` milliseconds. */
export async function replyTo(heard: Heard, ask: Ask, world: World): Promise<Reply> {
  const reply = await safeReply(heard, ask, world);
  world.answered(reply.name);
  return reply;
}

async function safeReply(heard: Heard, ask: Ask, world: World): Promise<Reply> {
  const text = world.text(ask.locale);
  if (!mayTalk(ask, world)) return refused({ code: 'tenant-not-allowed' }, text);
  try {
    return await inTime(answerTo(heard, ask, world), world.deadline);
  } catch (error) {
    return refused(excuse(error, ask, world), text);
  }
}

/** Whether the tenant may talk to this bot; nothing is read for anybody else. */
export function mayTalk({ tenant }: Pick<Ask, 'tenant'>, { access }: Pick<World, 'access'>): boolean {
  if (tenant === '') return false;
  return access.tenants === 'any' || access.tenants.some((allowed) => allowed.toLowerCase() === tenant.toLowerCase());
}

async function answerTo(heard: Heard, ask: Ask, world: World): Promise<Reply> {
  const question = 'said' in heard ? await meant(heard.said, ask, world) : pressedQuestion(heard.pressed);
  if (question === undefined) return refused({ code: 'card-outdated' }, world.text(ask.locale));
  return 'code' in question ? refused(question, world.text(ask.locale)) : answer(question, ask, world);
}

async function meant(said: string, ask: Ask, world: World): Promise<Question | Refusal> {
  const { programme } = await lookAtPartner(ask, world);
  return understand(said, { vocabulary: vocabularyFor(programme), locale: ask.locale });
}

function excuse(error: unknown, { tenant }: Ask, { log, newReference }: World): Refusal {
  if (error instanceof StoreUnavailable || error instanceof TooSlow) {
    log.error({ tenant, error }, 'A question was not answered, because the store did not answer.');
    return { code: 'store-unavailable' };
  }
  const reference = newReference();
  log.error({ tenant, reference, error }, 'A question was not answered, because something went wrong.');
  return { code: 'went-wrong', reference };
}

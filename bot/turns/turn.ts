/** A turn is one question and its answer: whoever may ask gets one card in time, whatever happens. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/view';
import { StoreUnavailable } from '../../domain/basics/repository';
import { mayTalk } from '../context/access';
import type { Ask } from '../context/turn-request';
import { inTime, TooSlow } from '../context/timeout';
import { withElsewhere } from './other-programme-hint';
import { answerConsent, type Consent } from '../imports/file-consent';
import { answerDropped, type Dropped } from '../imports/dropped-file';
import { lookAtPartner } from '../partner/partner-snapshot';
import { pressedQuestion } from './action-payload';
import { refused, type Reply } from '../context/reply';
import { answer, understand, vocabularyFor } from './router';
import type { World } from '../context/app-services';

/** What was heard: words, the payload of a button, files, or an answer to the question for leave; all but words are claims. */
export type Heard =
  | { readonly said: string }
  | { readonly pressed: unknown }
  | { readonly dropped: readonly Dropped[] }
  | { readonly consented: Consent };

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

async function answerTo(heard: Heard, ask: Ask, world: World): Promise<Reply> {
  if ('dropped' in heard) return answerDropped(heard.dropped, ask, world);
  if ('consented' in heard) return answerConsent(heard.consented, ask, world);
  const question = 'said' in heard ? await meant(heard.said, ask, world) : pressedQuestion(heard.pressed);
  if (question === undefined) return refused({ code: 'card-outdated' }, world.text(ask.locale));
  return 'code' in question ? refused(question, world.text(ask.locale)) : answer(question, ask, world);
}

async function meant(said: string, ask: Ask, world: World): Promise<Question | Refusal> {
  const { programme } = await lookAtPartner(ask, world);
  const { locale } = ask;
  const understood = understand(said, { vocabulary: vocabularyFor(programme), locale });
  return 'code' in understood ? withElsewhere(understood, { said, locale, followed: programme.id }, world) : understood;
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

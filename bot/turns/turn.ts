/** A turn is one question and its answer: everyone who may ask gets one card before the deadline, also after an error. */
import type { Question } from '../../cards/contract/question';
import { offersOf, type Refusal } from '../../cards/contract/refusal';
import { StoreUnavailable } from '../../domain/basics/repository';
import type { TurnRequest } from '../context/turn-request';
import { annotate } from '../context/telemetry';
import { withTimeout, TimeoutError } from '../context/timeout';
import { replyToFileConsent, type FileConsent } from '../imports/file-consent';
import { replyToDroppedFiles, type DroppedFile } from '../imports/dropped-file';
import { ensureFirstAdmin } from '../partner/admin';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { refuseTooMany } from '../context/turn-limits';
import { commandNamed } from '../intents/all-commands';
import { refuseAccess, refuseStranger } from './command-access';
import { parseActionPayload } from './action-payload';
import { isPreview, refused, type Reply } from '../context/reply';
import { maySeeNames } from '../partner/name-visibility';
import { withoutNamedPeople } from './nameless-offer';
import { isFollowed } from '../hearing/follow-up';
import { refusalOfOtherCredential } from '../hearing/other-programme-hint';
import { readSentence } from '../hearing/reading';
import { runCommand } from './router';
import type { AppServices } from '../context/app-services';

/** What was heard: words, the payload of a button or of a card that keeps itself current, files, or an answer to the question for leave; all but words are claims. */
export type TurnInput =
  | { readonly said: string }
  | { readonly pressed: unknown }
  | { readonly refreshed: unknown }
  | { readonly dropped: readonly DroppedFile[] }
  | { readonly consented: FileConsent };

/** The reply to a turn. Never throws, and takes no longer than `deadline` milliseconds. */
export async function replyTo(utterance: TurnInput, request: TurnRequest, services: AppServices): Promise<Reply> {
  const reply = await safeReply(utterance, request, services);
  annotate({ 'laurel.reply': reply.name });
  services.onReply(reply.name);
  return reply;
}

async function safeReply(utterance: TurnInput, request: TurnRequest, services: AppServices): Promise<Reply> {
  const text = services.text(request.locale);
  const stranger = refuseStranger(request, services);
  if (stranger) return refused(stranger, text);
  try {
    return await withTimeout(answerTo(utterance, request, services), services.deadline);
  } catch (error) {
    return refused(excuse(error, request, services), text);
  }
}

async function answerTo(utterance: TurnInput, asked: TurnRequest, services: AppServices): Promise<Reply> {
  // A press may write, so whether it may is decided by what is stored now.
  const request = await ensureFirstAdmin(asked, 'said' in utterance ? services : { ...services, held: undefined });
  if ('dropped' in utterance) return replyToDroppedFiles(utterance.dropped, request, services);
  if ('consented' in utterance) return replyToFileConsent(utterance.consented, request, services);
  if ('refreshed' in utterance) return refresh(utterance.refreshed, request, services);
  const question =
    'said' in utterance ? await meant(utterance.said, request, services) : parseActionPayload(utterance.pressed);
  if (question === undefined) return refused({ code: 'card-outdated' }, services.text(request.locale));
  const understood = 'code' in question ? formFor(question) : question;
  if (understood === undefined) return refuse(question as Refusal, request, services);
  const by = 'said' in utterance ? 'asking' : 'pressing';
  const reply = await runCommand({ question: understood, by }, request, services);
  const isAnswered = reply.name === understood.ask || isPreview(reply.name);
  if (isAnswered && isFollowed(understood)) await keepAsked(understood, request, services);
  return reply;
}

/** What is answered is kept for a follow-up. */
async function keepAsked(question: Question, request: TurnRequest, services: AppServices): Promise<void> {
  if (!services.askedBefore) return;
  const { programme } = await loadPartnerSnapshot(request, services);
  services.askedBefore.answered(question, programme.id, request);
}

async function refuse(refusal: Refusal, request: TurnRequest, services: AppServices): Promise<Reply> {
  const { programme } = await loadPartnerSnapshot(request, services);
  services.askedBefore?.refused(refusal, programme.id, request);
  return refused(await tellable(refusal, request, services), services.text(request.locale));
}

/**
 * A sentence is read with the names of everyone on record, also for those who may not see them. Where every offer names somebody, who may
 * not see names is told why none of them can be asked.
 */
async function tellable(refusal: Refusal, request: TurnRequest, services: AppServices): Promise<Refusal> {
  const { isAdmin, ...snapshot } = await loadPartnerSnapshot(request, services);
  if (maySeeNames(request, { ...snapshot, isAdmin })) return refusal;
  const told = withoutNamedPeople(refusal);
  const [offered] = offersOf(refusal);
  if (!offered || offersOf(told).length > 0) return told;
  const { access, accessTo } = commandNamed(offered.question.ask)!;
  return refuseAccess(accessTo?.(offered.question) ?? access, { isAdmin, scope: request.scope }) ?? told;
}

/** The client asks again on behalf of a reader who has pressed nothing: so nothing is written, and only cards that keep current are answered. */
async function refresh(claim: unknown, request: TurnRequest, services: AppServices): Promise<Reply> {
  const text = services.text(request.locale);
  const question = parseActionPayload(claim);
  if (question === undefined || commandNamed(question.ask)?.keepsCurrent !== true)
    return refused({ code: 'card-outdated' }, text);
  const limited = refuseTooMany(['refresh'], request, services);
  if (limited) return refused(limited, text);
  return runCommand({ question, by: 'asking' }, { ...request, isOwnView: true }, services);
}

/** What is recorded has a form: it is shown to people who do not say whom or what they mean. */
function formFor(refusal: Refusal): Question | undefined {
  if (refusal.code !== 'which-person' && refusal.code !== 'which-credential') return undefined;
  const { ask } = refusal;
  const known = 'known' in refusal ? refusal.known : undefined;
  return ask === 'left' || ask === 'completed' ? (known ?? { ask }) : undefined;
}

async function meant(said: string, request: TurnRequest, services: AppServices): Promise<Question | Refusal> {
  const { programme, asOf: today } = await loadPartnerSnapshot(request, services);
  const last = services.askedBefore?.last(request);
  const { understood } = await readSentence(said, request, { services, programme, last });
  const asked = { said, locale: request.locale, followed: programme.id, today };
  return refusalOfOtherCredential(understood, asked, services) ?? understood;
}

function excuse(error: unknown, { tenant }: TurnRequest, { log, newReference }: AppServices): Refusal {
  if (error instanceof StoreUnavailable || error instanceof TimeoutError) {
    log.error({ tenant, error }, 'A question was not answered, because the store did not answer.');
    return { code: 'store-unavailable' };
  }
  const reference = newReference();
  log.error({ tenant, reference, error }, 'A question was not answered, because something went wrong.');
  return { code: 'went-wrong', reference };
}

/** The answer about a file that comes after its turn: the card that said that it takes a moment is replaced by it. */
import { begunLapsesAfter, type PendingImport } from '../../domain/imports/pending-import';
import { languageOf } from '../../domain/partner/conversation';
import type { AppServices } from '../context/app-services';
import type { Message, SendOutcome } from '../context/notifier';
import type { Reply } from '../context/reply';
import { scheduleBy } from '../partner/sweep-schedule';
import { answered, changePendingFile } from './pending-file';

/** What answering later needs. */
export type FileAnswerDeps = Pick<AppServices, 'store' | 'notifier' | 'log' | 'now'>;

interface Shown {
  readonly tenant: string;
  /** The message that shows that work goes on, where the channel has said which it is. */
  readonly card: string | undefined;
}

/**
 * Replaces the card of a reply when what it tells of is done; a reply that is whole is left alone. Never throws and waits for nothing: what fails
 * is gone on with by the next sweep.
 */
export function answerLater({ later }: Reply, shown: Shown, services: FileAnswerDeps): void {
  if (!later) return;
  const { tenant } = shown;
  void (async () => {
    const { pending } = later;
    try {
      const known = await withCard(pending, shown, services);
      await showAnswer(await later.reply, known, { tenant, services });
    } catch (error) {
      services.log.error({ tenant, error }, 'Work on a dropped file failed.');
      await letGo(pending, { tenant, services }, false).catch(() => undefined);
    }
  })();
}

/** The file with the message that its answer replaces; a crash finds it in the row. */
async function withCard(
  pending: PendingImport,
  { card, tenant }: Shown,
  { store }: FileAnswerDeps,
): Promise<PendingImport> {
  const { wish } = pending;
  if (card === undefined || !wish || wish.card === card) return pending;
  const place = { pendings: store.pendings, tenant };
  await changePendingFile(pending.id, (kept) => (kept.wish ? { ...kept, wish: { ...kept.wish, card } } : kept), place);
  return { ...pending, wish: { ...wish, card } };
}

export interface AnswerPlace {
  readonly tenant: string;
  readonly services: FileAnswerDeps;
}

/** Shows the answer in place of its card, or as a message where there is none, unless it was shown on a press meanwhile. */
export async function showAnswer(reply: Reply, pending: PendingImport, place: AnswerPlace): Promise<void> {
  const { tenant, services } = place;
  const { pendings, conversations } = services.store;
  const kept = (await pendings.get(tenant, pending.id))?.value;
  if (kept && !kept.wish) return;
  const to = (await conversations.get(tenant, pending.by))?.value;
  const message = to && { card: reply.card, locale: languageOf(to) };
  const outcome = to && message && (await said({ to, message, card: kept?.wish?.card ?? pending.wish?.card }, place));
  if (outcome?.kind === 'later' || outcome?.kind === 'unclear') return letGo(pending, place, true);
  await changePendingFile(pending.id, answered, { pendings, tenant });
}

interface Saying {
  readonly to: Parameters<AppServices['notifier']['send']>[1];
  readonly message: Message;
  readonly card: string | undefined;
}

async function said(
  { to, message, card }: Saying,
  { tenant, services: { notifier } }: AnswerPlace,
): Promise<SendOutcome> {
  if (card === undefined) return notifier.send(tenant, to, message);
  const outcome = await notifier.update(tenant, to, { activity: card, message });
  return outcome.kind === 'gone' ? notifier.send(tenant, to, message) : outcome;
}

/** A sweep goes on with it when the claim of this instance has lapsed; what could only not be said is not counted as a failure. */
async function letGo({ id }: PendingImport, { tenant, services }: AnswerPlace, wasUnsaid: boolean): Promise<void> {
  const now = services.now();
  const begunAt = new Date(now).toISOString();
  await scheduleBy(services, tenant, now + begunLapsesAfter + 1);
  await changePendingFile(
    id,
    (kept) => (kept.wish ? { ...kept, begunAt, wish: { ...kept.wish, ...(wasUnsaid && { tries: 0 }) } } : kept),
    { pendings: services.store.pendings, tenant },
  );
}

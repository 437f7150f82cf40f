/**
 * Sends the cards that are due, each once: a delivery is stored as `sending` before the request and with its outcome
 * afterwards.
 */
import { languageOf, type Conversation, type DeliveryHindrance } from '../../domain/partner/conversation';
import { attempted, type Delivery } from '../../domain/alerts/delivery';
import type { PlannedCard } from '../../domain/alerts/plan-deliveries';
import type { Change, Versioned } from '../../domain/basics/repository';
import type { Message, Notifier, SendOutcome } from '../context/notifier';
import { forEachConcurrent } from './bounded-concurrency';
import { annotate, countMetric, traced } from '../context/telemetry';
import type { Store } from '../../domain/ports';
import { upsert } from '../store/row-update';
import { dayMs } from '../../domain/basics/date';

export interface Dispatch {
  readonly tenant: string;
  /** The deliveries as they were read, with their versions. */
  readonly ledger: ReadonlyMap<string, Versioned<Delivery>>;
  readonly conversations: ReadonlyMap<string, Versioned<Conversation>>;
  readonly messageFor: (post: PlannedCard, locale: Conversation['locale']) => Promise<Message>;
}

/** What sending needs: where deliveries and conversations are stored, and what sends a card. */
export interface DeliverDeps {
  readonly store: Pick<Store, 'deliveries' | 'conversations'>;
  readonly notifier: Notifier;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** So many cards wait for their turn or their answer at once: enough to keep the channel busy while some wait in vain. */
const inFlight = 32;

/** Sends each card and returns the deliveries as stored afterwards; skips those that another instance is sending. */
export async function deliver(
  posts: readonly PlannedCard[],
  dispatch: Dispatch,
  deps: DeliverDeps,
): Promise<readonly Delivery[]> {
  const done: Delivery[] = [];
  await forEachConcurrent(posts, inFlight, async (post) => {
    const work = () => send(post, dispatch, deps);
    done.push(...(await traced('laurel.deliver', { 'laurel.notices': post.say.length }, work)));
  });
  return done;
}

async function send(post: PlannedCard, dispatch: Dispatch, deps: DeliverDeps): Promise<readonly Delivery[]> {
  const { tenant, ledger, conversations } = dispatch;
  const to = conversations.get(post.recipient);
  if (!to) return [];
  // Built before the delivery is stored as `sending`, so that a crash while it is built leaves the delivery to be sent.
  const drafted = await dispatch.messageFor(post, languageOf(to.value));
  let begun: Promise<readonly Delivery[]> | undefined;
  const beginOnce = () => (begun ??= begin(post.say, { tenant, ledger }, deps));
  const isMine = () => beginOnce().then(({ length }) => length === post.say.length);
  const message = post.say.length === 0 ? drafted : { ...drafted, begin: () => isMine().catch(() => false) };
  const outcome = await outcomeOf(post, { tenant, to: to.value, message }, deps);
  observeOutcome(outcome);
  // A delivery that was refused before its request is stored as well.
  const say = await beginOnce();
  if (say.length === 0 && post.say.length > 0) return [];
  await learn(to, { tenant, outcome, isNew: post.activity === undefined }, deps);
  return conclude({ ...post, say }, { ...dispatch, outcome }, deps);
}

/** Records the outcome in telemetry, with the error code of Teams if there is one. */
function observeOutcome(outcome: SendOutcome): void {
  annotate({ 'laurel.outcome': outcome.kind, ...('code' in outcome && { 'laurel.code': outcome.code }) });
  countMetric('laurel.deliveries', { outcome: outcome.kind });
}

interface Addressed {
  readonly tenant: string;
  readonly to: Conversation;
  readonly message: Message;
}

/** A card of today that is no longer there is said anew, if there is something new on it. */
async function outcomeOf(
  post: PlannedCard,
  { tenant, to, message }: Addressed,
  { notifier }: DeliverDeps,
): Promise<SendOutcome> {
  if (post.activity === undefined) return notifier.send(tenant, to, message);
  const outcome = await notifier.update(tenant, to, { activity: post.activity, message });
  return outcome.kind === 'gone' && post.say.length > 0 ? notifier.send(tenant, to, message) : outcome;
}

type Written = Pick<Dispatch, 'tenant' | 'ledger'>;

/** Stores the deliveries as `sending` and returns those that no other write came before. */
async function begin(
  say: readonly Delivery[],
  { tenant, ledger }: Written,
  { store, now }: DeliverDeps,
): Promise<readonly Delivery[]> {
  const begun = say.map((delivery) => ({ ...delivery, state: { is: 'sending', at: now() } as const }));
  const conflicts = await store.deliveries.write(tenant, changesTo(begun, ledger));
  const taken = new Set(conflicts.map(({ id }) => id));
  return begun.filter(({ id }) => !taken.has(id));
}

/** Returns the changes that store these deliveries. */
export function changesTo(
  deliveries: readonly Delivery[],
  ledger: ReadonlyMap<string, Versioned<Delivery>>,
): readonly Change<Delivery>[] {
  return deliveries.map((value) => upsert(ledger.get(value.id), value));
}

/** Stores the outcome. If another instance has written a delivery meanwhile, because this one took too long, its row stays. */
async function conclude(
  { say, said, activity }: PlannedCard,
  { tenant, ledger, outcome }: Dispatch & { readonly outcome: SendOutcome },
  { store, now }: DeliverDeps,
): Promise<readonly Delivery[]> {
  const isSilent = outcome.kind === 'sent' && outcome.activity === activity;
  const after = say.map((delivery) => attempted(delivery, isSilent ? { ...outcome, silent: true } : outcome, now()));
  const isRenewed = outcome.kind !== 'later' && outcome.kind !== 'unclear' && activity !== undefined;
  const renewed = isRenewed ? said.filter(({ id, shown }) => ledger.get(id)?.value.shown !== shown) : [];
  const kept = await Promise.all(say.map(({ id }) => store.deliveries.get(tenant, id)));
  const changes = after.flatMap((value, index): readonly Change<Delivery>[] => {
    const row = kept[index];
    const isOurs = row?.value.state.is === 'sending' && row.value.tries === value.tries;
    return isOurs ? [upsert(row, value)] : [];
  });
  const moved = movedTo(outcome, renewed, activity);
  await store.deliveries.write(tenant, [...changes, ...changesTo(moved, ledger)]);
  return [...after, ...moved];
}

/** What a card said before stands on the card that was sent in its place, if it had to be sent anew. */
function movedTo(outcome: SendOutcome, said: readonly Delivery[], activity: string | undefined): readonly Delivery[] {
  if (outcome.kind !== 'sent' || outcome.activity === activity) return said;
  return said.map((one) =>
    one.state.is === 'sent' ? { ...one, state: { ...one.state, activity: outcome.activity } } : one,
  );
}

interface Lesson {
  readonly tenant: string;
  readonly outcome: SendOutcome;
  readonly isNew: boolean;
}

/** Keeps what an outcome tells of the conversation: where it is, or that nothing can be delivered there for now. */
async function learn(
  to: Versioned<Conversation>,
  { tenant, outcome, isNew }: Lesson,
  { store, now }: DeliverDeps,
): Promise<void> {
  const after = learnt(to.value, outcome, { isNew, now: now() });
  if (after === to.value) return;
  await store.conversations.write(tenant, [upsert(to, after)]);
}

function learnt(
  before: Conversation,
  outcome: SendOutcome,
  { isNew, now }: { readonly isNew: boolean; readonly now: number },
): Conversation {
  if (outcome.kind === 'sent') {
    const { hindrance, ...others } = before;
    const conversation = outcome.conversation ?? before.reference.conversation;
    if (!hindrance && conversation === before.reference.conversation) return before;
    return { ...others, reference: { ...before.reference, ...(conversation !== undefined && { conversation }) } };
  }
  if (!isNew || (outcome.kind !== 'suspect' && outcome.kind !== 'blocked' && outcome.kind !== 'gone')) return before;
  const { kind, code } = outcome;
  const hindrance: DeliveryHindrance = { kind, code, since: iso(now), retryAt: iso(now + dayMs) };
  return { ...before, hindrance };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

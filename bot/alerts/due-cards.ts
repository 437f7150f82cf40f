/** Sends the cards that are due in a tenant in three steps: plan, send, and find the moment of the next plan. */
import { dayMs } from '../../domain/basics/date';
import type { Versioned } from '../../domain/basics/repository';
import type { Delivery } from '../../domain/alerts/delivery';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { planDeliveries, type DeliveryPlan, type DeliverySituation } from '../../domain/alerts/plan-deliveries';
import { never } from '../../domain/alerts/sweep-entry';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { measure } from '../context/telemetry';
import { changesTo, deliver, type DeliverDeps } from '../delivery/deliver';
import { loadRecipients, type RecipientDeps, type TenantRecipients } from '../delivery/recipients';
import { listAll } from '../store/row-list';
import { alertMessages, type AlertMessageDeps } from './alert-message';

/** What sending the due cards needs. */
export type DueCardsDeps = AlertMessageDeps & RecipientDeps & DeliverDeps;

/** planned = sent + failed + skipped. */
export interface DeliveryCounts {
  readonly planned: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface SentCards {
  readonly deliveries: DeliveryCounts;
  /** When something may be due again, in milliseconds since 1970. */
  readonly next: number;
}

/** Sends what is due of these notices. Throws {@link StoreUnavailable} as the store does; what the channel answers is counted. */
export async function sendDueCards(
  partner: Partner,
  notices: readonly KeptNotice[],
  services: DueCardsDeps,
): Promise<SentCards> {
  const facts = await readDeliveryFacts(partner, notices, services);
  const before = [...facts.ledger.values()].map(({ value }) => value);
  measureQueue(before, services.now());
  const plan = planDeliveries(situationOf(facts, before, services.now()));
  const done = await sendPlan(plan, facts, services);
  const after = new Map([...before, ...plan.settled, ...done].map((delivery) => [delivery.id, delivery]));
  const next = nextPlanAt(situationOf(facts, [...after.values()], services.now()));
  return { deliveries: countsOf(plan, done), next };
}

/** What a plan is made from, as it was read at the beginning. */
interface DeliveryFacts {
  readonly partner: Partner;
  readonly notices: readonly KeptNotice[];
  readonly circle: TenantRecipients;
  readonly ledger: ReadonlyMap<string, Versioned<Delivery>>;
  /** Milliseconds. */
  readonly escalateAfter: number;
}

async function readDeliveryFacts(
  partner: Partner,
  notices: readonly KeptNotice[],
  services: DueCardsDeps,
): Promise<DeliveryFacts> {
  const circle = await loadRecipients(partner, accountsIn(notices), services);
  const all = await listAll(services.store.deliveries, partner.tenant);
  // What is posted in rooms has plans of its own.
  const rows = all.filter(({ value }) => !value.room);
  const { escalateAfter } = policiesOf(partner, followedProgramme(partner, services.programmes));
  return {
    partner,
    notices,
    circle,
    ledger: new Map(rows.map((row) => [row.value.id, row])),
    escalateAfter: escalateAfter * dayMs,
  };
}

function accountsIn(notices: readonly KeptNotice[]): readonly string[] {
  return notices.flatMap(({ audience, state }) => [
    ...(typeof audience === 'object' && audience.account !== undefined ? [audience.account] : []),
    ...(state.is === 'assigned' ? [state.to] : []),
  ]);
}

function situationOf(
  { notices, circle, escalateAfter }: DeliveryFacts,
  deliveries: readonly Delivery[],
  now: number,
): DeliverySituation {
  return { ...circle, notices, deliveries, escalateAfter, now };
}

async function sendPlan(
  { settled, posts }: DeliveryPlan,
  { partner, notices, circle, ledger }: DeliveryFacts,
  services: DueCardsDeps,
): Promise<readonly Delivery[]> {
  const { tenant } = partner;
  await services.store.deliveries.write(tenant, changesTo(settled, ledger));
  const messageFor = alertMessages(partner, { notices, circle }, services);
  return deliver(posts, { tenant, ledger, conversations: circle.conversations, messageFor }, services);
}

/** Measures how long the oldest delivery waits that was begun, or failed and is to be tried again. */
function measureQueue(deliveries: readonly Delivery[], now: number): void {
  const waiting = deliveries.flatMap(({ state }) =>
    state.is === 'sending' || (state.is === 'failed' && state.retryAt !== undefined) ? [state.at] : [],
  );
  measure('laurel.queue.age', waiting.length === 0 ? 0 : Math.max(0, now - Math.min(...waiting)) / 1000);
}

/** After this time, in milliseconds, a card that could not be renewed is tried again. */
const againAfter = 60_000;

/** When something may be due after what was sent, in milliseconds since 1970; soon if the same plan still has cards to send. */
function nextPlanAt(situation: DeliverySituation): number {
  const { next = never, posts } = planDeliveries(situation);
  return posts.length > 0 ? Math.min(next, situation.now + againAfter) : next;
}

/** Cards that were only renewed are not counted. */
function countsOf({ settled, posts }: DeliveryPlan, done: readonly Delivery[]): DeliveryCounts {
  const begun = new Set(posts.flatMap(({ say }) => say.map(({ id }) => id)));
  const deliveries = [...settled, ...done.filter(({ id }) => begun.has(id))];
  const count = (is: Delivery['state']['is']) => deliveries.filter(({ state }) => state.is === is).length;
  return { planned: deliveries.length, sent: count('sent'), failed: count('failed'), skipped: count('skipped') };
}

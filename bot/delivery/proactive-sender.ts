/**
 * Sends proactive messages: only to trusted service URLs, one at a time per conversation, within the rate limits of Teams;
 * returns the outcome.
 */
import type { Conversation } from '../../domain/partner/conversation';
import { channelFailureOf } from './channel-failure';
import { activityOf } from './card-activity';
import { isTextual, withTextualCards } from './card-form';
import type { CardsMode } from '../config/config';
import { KeyedQueue } from './keyed-queue';
import type { Message, Notifier, SendOutcome } from '../context/notifier';
import { classifyFailure } from './failure-policy';
import { RateLimiter, spare, teamsRateLimits } from './rate-limiter';
import type { Address, ChannelClient } from './channel-client';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

export interface ProactiveSenderParts {
  readonly post: ChannelClient;
  /** Whether our token may be sent to this service URL. */
  readonly isTrusted: (serviceUrl: string) => boolean;
  /** Whether anything may be said to this tenant. */
  readonly mayReach: (tenant: string) => boolean;
  readonly clock: Clock;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  readonly pace?: typeof teamsRateLimits;
  readonly cards?: CardsMode;
}

/** Creates the notifier that sends with these parts. */
export function createProactiveSender(parts: ProactiveSenderParts): Notifier {
  const wayOut = new WayOut(parts);
  return {
    send: (tenant, to, message) => wayOut.say(tenant, to, message),
    update: (tenant, to, said) => wayOut.renew(tenant, to, said),
  };
}

/** More conversations than are made between a send and the note of its outcome. */
const mostRemembered = 10_000;

/** How long before its request a delivery is stored as `sending`, in milliseconds. */
const lead = 50;
const withdrawn: SendOutcome = { kind: 'later', code: 'withdrawn', afterMs: 0 };

interface Place {
  readonly tenant: string;
  readonly to: Conversation;
  /** Under which the conversation is paced and its failures are counted. */
  readonly key: string;
}

class WayOut {
  readonly #parts: ProactiveSenderParts;
  readonly #conversations: RateLimiter;
  readonly #tenants: RateLimiter;
  readonly #lines = new KeyedQueue();
  /** The ids of the conversations that this sender created, by key; the caller stores them with the outcome. */
  readonly #made = new Map<string, string>();
  /** How often in a row it has failed where it has. */
  readonly #failures = new Map<string, number>();

  constructor(parts: ProactiveSenderParts) {
    const { pace = teamsRateLimits } = parts;
    this.#parts = parts;
    this.#conversations = new RateLimiter(pace.conversation);
    this.#tenants = new RateLimiter(pace.tenant);
  }

  say(tenant: string, to: Conversation, message: Message): Promise<SendOutcome> {
    return this.#inTurn({ tenant, to, key: keyOf(tenant, to) }, async (place) => {
      const conversation = to.reference.conversation ?? (await safely(this.#conversationOf(place)));
      if (!(await this.#slot(place, message.begin))) return withdrawn;
      const activity = await this.#parts.post.send({ ...to.reference, conversation }, this.#activityOf(to, message));
      return { kind: 'sent', activity, ...(to.reference.conversation === undefined && { conversation }) };
    });
  }

  renew(tenant: string, to: Conversation, said: Parameters<Notifier['update']>[2]): Promise<SendOutcome> {
    return this.#inTurn({ tenant, to, key: keyOf(tenant, to) }, async (place) => {
      const conversation = to.reference.conversation ?? this.#made.get(place.key);
      // What was said somewhere was said in a conversation; without one it is not there any longer.
      if (conversation === undefined) return { kind: 'gone', code: 'nobody-to-reach' };
      if (!(await this.#slot(place, said.message.begin))) return withdrawn;
      const address: Address = { ...to.reference, conversation };
      await safely(this.#parts.post.renew(address, said.activity, this.#activityOf(to, said.message)));
      return { kind: 'sent', activity: said.activity };
    });
  }

  #activityOf({ reference: { channel } }: Conversation, message: Message): object {
    const activity = activityOf(message);
    return isTextual(this.#parts.cards ?? 'auto', { channel }) ? withTextualCards(activity) : activity;
  }

  async #inTurn(place: Place, act: (place: Place) => Promise<SendOutcome>): Promise<SendOutcome> {
    const obstacle = this.#obstacle(place);
    if (obstacle) return obstacle;
    return this.#lines.run(place.key, async () => {
      const outcome = await act(place).catch((error: unknown) => this.#outcomeOf(error, place));
      this.#count(place, outcome);
      return outcome;
    });
  }

  /** Why nothing may be sent there at all. */
  #obstacle({ tenant, to: { reference } }: Place): SendOutcome | undefined {
    if (!this.#parts.mayReach(tenant)) return { kind: 'refused', code: 'tenant-not-allowed' };
    if (!this.#parts.isTrusted(reference.serviceUrl)) return { kind: 'refused', code: 'untrusted-address' };
    if (reference.conversation === undefined && reference.user === undefined)
      return { kind: 'refused', code: 'nobody-to-reach' };
    return undefined;
  }

  /** The conversation with this person, made where it is not yet known. */
  async #conversationOf(place: Place): Promise<string> {
    const made = this.#made.get(place.key);
    if (made !== undefined) return made;
    await this.#slot(place);
    const { reference } = place.to;
    const conversation = await this.#parts.post.create({ ...reference, user: reference.user! }, place.tenant);
    if (this.#made.size >= mostRemembered) this.#made.clear();
    this.#made.set(place.key, conversation);
    return conversation;
  }

  /**
   * Waits until the rate limits of the conversation and of its tenant allow one more request, and reserves it. Calls `begin`
   * shortly before, so that a crash while many messages wait leaves only few stored as `sending`. If `begin` takes too long,
   * because the store is slow, another request is reserved. Returns whether to send.
   */
  async #slot({ key, tenant }: Place, begin?: Message['begin']): Promise<boolean> {
    const { clock } = this.#parts;
    await this.#until(this.#conversations.next(key, clock.now()));
    const at = this.#reserve(tenant);
    if (begin) await this.#until(at - lead);
    const isWanted = begin === undefined || (await begin());
    await this.#until(at);
    // A late request would arrive together with those that have the next reservations, and Teams would refuse some of them.
    if (isWanted && clock.now() - at > spare) await this.#until(this.#reserve(tenant));
    this.#conversations.note(key, clock.now());
    return isWanted;
  }

  /** The next moment that is free within the limits of the tenant, in milliseconds since 1970; it is taken with this. */
  #reserve(tenant: string): number {
    const at = this.#tenants.next(tenant, this.#parts.clock.now());
    this.#tenants.note(tenant, at);
    return at;
  }

  async #until(moment: number): Promise<void> {
    const { clock } = this.#parts;
    for (let ms = moment - clock.now(); ms > 0; ms = moment - clock.now()) await clock.wait(ms);
  }

  #outcomeOf(error: unknown, { key }: Place): SendOutcome {
    const isSafe = error instanceof Repeatable;
    const failure = channelFailureOf(isSafe ? error.cause : error);
    if (failure === undefined) throw isSafe ? error.cause : error;
    const { clock, random } = this.#parts;
    return classifyFailure(
      { ...failure, isSafe },
      { now: clock.now(), failures: this.#failures.get(key) ?? 0, random },
    );
  }

  #count({ key }: Place, { kind }: SendOutcome): void {
    if (kind === 'gone' || kind === 'blocked') this.#made.delete(key);
    if (kind === 'later' || kind === 'unclear') this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
    else this.#failures.delete(key);
  }
}

/** Something failed that does no harm if it is done twice: to make a conversation that is there, to renew a message. */
class Repeatable extends Error {
  override readonly name = 'Repeatable';
}

async function safely<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new Repeatable('Nothing was said', { cause });
  }
}

function keyOf(tenant: string, { id }: Conversation): string {
  return `${tenant} ${id}`;
}

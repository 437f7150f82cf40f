/** A fault is what goes wrong with one request: an error that Teams documents, or a connection that fails. */
import { chanceOf } from './chance';

/** Answered so, and nothing is done. */
export interface AnswerFault {
  readonly kind: 'answer';
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Fault =
  | AnswerFault
  /** The connection is dropped; `delivered`: after the request was carried out, so that only the answer is lost. */
  | { readonly kind: 'cut'; readonly delivered: boolean }
  /** Nothing is ever answered; `delivered` as above. */
  | { readonly kind: 'hang'; readonly delivered: boolean }
  /** Carried out and answered as usual, but so late. */
  | { readonly kind: 'slow'; readonly ms: number };

const error = (status: number, code: string, message = code): AnswerFault => ({
  kind: 'answer',
  status,
  body: { error: { code, message } },
});

/** Every error of the Bot API that Microsoft documents, in the shape that Teams sends. */
export const documentedFaults = {
  BadArgument: error(400, 'BadArgument', 'Bad Argument'),
  BotNotRegistered: error(401, 'BotNotRegistered', 'No registration found for this bot.'),
  BotDisabledByAdmin: error(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.'),
  BotNotInConversationRoster: error(
    403,
    'BotNotInConversationRoster',
    'The bot is not part of the conversation roster.',
  ),
  ConversationBlockedByUser: error(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  ForbiddenOperationException: error(403, 'ForbiddenOperationException', 'Bot is not installed in personal scope.'),
  InvalidBotApiHost: error(403, 'InvalidBotApiHost', 'Invalid bot api host.'),
  NotEnoughPermissions: error(403, 'NotEnoughPermissions', 'Bot does not have permissions for this action.'),
  MessageWritesBlocked: {
    kind: 'answer',
    status: 403,
    body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":"Thread is blocked for writes."}' },
  },
  /** Some refusals in the field carry no code at all. */
  Forbidden: { kind: 'answer', status: 403 },
  ConversationNotFound: error(404, 'ConversationNotFound', 'Conversation not found.'),
  ActivityNotFoundInConversation: error(404, 'ActivityNotFoundInConversation', 'No such activity.'),
  PreconditionFailed: error(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  MessageSizeTooBig: error(413, 'MessageSizeTooBig', 'Message size too large.'),
  Throttled: error(429, 'Throttled', 'Too many requests.'),
  ServiceError: error(500, 'ServiceError', 'Internal error.'),
  BadGateway: { kind: 'answer', status: 502 },
  ServiceUnavailable: { kind: 'answer', status: 503 },
  GatewayTimeout: { kind: 'answer', status: 504 },
} as const satisfies Readonly<Record<string, AnswerFault>>;

export type FaultName = keyof typeof documentedFaults;

/** What a request is about, as input of the decision whether it fails. */
export interface Call {
  readonly operation: 'create' | 'say' | 'renew' | 'remove' | 'members';
  readonly tenant: string;
  /** Empty for a conversation that is yet to be created. */
  readonly conversation: string;
}

/** Decides on the fault of a call; `undefined` lets it be. */
export type FaultRule = (call: Call) => Fault | undefined;

/** Which requests go wrong: those named next, else what the first rule with an opinion says. */
export class FaultPlan {
  #next: (Fault | undefined)[] = [];
  #rules: FaultRule[] = [];

  /** For the calls that come next, in order; `undefined` lets one pass. */
  next(...faults: readonly (Fault | undefined)[]): void {
    this.#next.push(...faults);
  }

  rule(rule: FaultRule): void {
    this.#rules.push(rule);
  }

  /** Everything about one conversation goes wrong in this way. */
  conversation(conversation: string, fault: Fault): void {
    this.rule((call) => (call.conversation === conversation ? fault : undefined));
  }

  /** A share of all calls (0 to 1) goes wrong, each in one of these ways, the same for the same seed. */
  rate(share: number, faults: readonly Fault[], seed = 1): void {
    const chance = chanceOf(seed);
    this.rule(() => (chance() < share ? faults[Math.floor(chance() * faults.length)] : undefined));
  }

  clear(): void {
    this.#next = [];
    this.#rules = [];
  }

  faultOf(call: Call): Fault | undefined {
    if (this.#next.length > 0) return this.#next.shift();
    for (const rule of this.#rules) {
      const fault = rule(call);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}

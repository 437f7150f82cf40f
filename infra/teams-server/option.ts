/** The options of a Teams server: whom it knows, whom it calls, and how strict it is. */
import type { Registration } from './identity';
import type { Entry } from './journal';
import type { Limits } from './limit';

export interface TeamsServerOptions {
  readonly host?: string;
  readonly port?: number;
  /** The bot that may call; without it callers are not authenticated. */
  readonly bot?: Registration;
  /** The address at which the bot is called. */
  readonly endpoint?: string;
  readonly limits?: Limits;
  /** How a refusal for too many requests tells when to come back; `mixed` changes from one to the next. */
  readonly retryAfter?: 'seconds' | 'date' | 'none' | 'mixed';
  /** Milliseconds that every request takes; two at a time in one conversation are then refused. */
  readonly latencyMs?: number;
  readonly tokenSeconds?: number;
  /** Whether the journal keeps what was said; without it, it stays small. */
  readonly keepsBodies?: boolean;
  /** Told of every request when it is over. */
  readonly told?: (entry: Entry) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a client of Teams tells about itself beside the message. */
import type { Activity } from 'botbuilder';

export interface ClientInfo {
  readonly locale?: string;
  readonly platform?: string;
  readonly timezone?: string;
}

/** The facts that the client sent with this activity, if it sent any. */
export function clientIn({ entities }: Partial<Activity>): ClientInfo | undefined {
  return entities?.find(({ type }) => type === 'clientInfo') as ClientInfo | undefined;
}

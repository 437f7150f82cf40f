/**
 * Parses the payload of a pressed button, which may be forged or of an older card; what does not match the schema of its command
 * is refused. Role and chat are checked after that, in `command-access.ts`.
 */
import { z } from 'zod/v4';
import type { Question } from '../../cards/contract/question';
import { commandNamed } from '../intents/all-commands';

/** Own code, because `z.record` reads `constructor` of the value, which the sender may have set to anything. */
const fields = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const payload = z.object({ verb: z.string(), data: fields.catch({}) });

/** Returns the question of a payload, or undefined if no card of ours could ask it. */
export function parseActionPayload(value: unknown): Question | undefined {
  const claim = payload.safeParse(value);
  if (!claim.success) return undefined;
  const command = commandNamed(claim.data.verb);
  const carried = command?.payload.safeParse(claim.data.data).data;
  return command && carried && ({ ...carried, ask: command.name } as Question);
}

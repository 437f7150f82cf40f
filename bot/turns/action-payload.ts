/** Parses the payload of a pressed button, which is believed only as far as it has the shape of a question. */
import { z } from 'zod/v4';
import type { Question } from '../../cards/contract/question';
import { commandNamed } from './all-commands';

const payload = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).catch({}) });

/** Returns the question of a payload, or undefined if no card of ours could ask it. */
export function parseActionPayload(value: unknown): Question | undefined {
  const claim = payload.safeParse(value);
  if (!claim.success) return undefined;
  const command = commandNamed(claim.data.verb);
  const carried = command?.payload.safeParse(claim.data.data).data;
  return command && carried && ({ ...carried, ask: command.name } as Question);
}

/** Whether a turn leaves a trace: usually where its sender can be reached is kept, but not of a turn that forgot the sender. */
import type { TurnContext } from 'botbuilder';
import type { Reply } from '../context/reply';

const noTrace = Symbol('the sender was forgotten by this turn');

/** Notes that the reply forgot its sender. */
export function noteTrace({ turnState }: TurnContext, { leavesNoTrace }: Pick<Reply, 'leavesNoTrace'>): void {
  if (leavesNoTrace) turnState.set(noTrace, true);
}

/** Whether where the sender can be reached may be kept after the turn. */
export function leavesTrace({ turnState }: TurnContext): boolean {
  return turnState.get<boolean | undefined>(noTrace) !== true;
}

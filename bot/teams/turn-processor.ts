/** The processor of HTTP requests: authenticates the caller, runs the turn, and stores where to write to the sender later. */
import type { Activity } from 'botbuilder';
import type { AppServices } from '../context/app-services';
import { updateConversationReferences, type ReferenceDeps, type TurnOrigin } from '../delivery/conversation-reference';
import { isComplete } from './activities/activity-kind';
import type { App } from './app';
import type { AuthenticatedAdapter } from './authenticated-adapter';
import { turnOriginOf } from './activities/incoming-activity';
import { createRefusalLog } from './refusal-log';
import type { TurnProcessor } from './server';
import { conversationRead } from './activities/turn-language';
import { leavesTrace } from './turn-trace';

type ProcessorDeps = ReferenceDeps & Pick<AppServices, 'local'>;

/** Creates the processor of HTTP requests: answers the activity, then stores its conversation reference. */
export function createTurnProcessor(adapter: AuthenticatedAdapter, app: App, services: ProcessorDeps): TurnProcessor {
  const logRefusal = createRefusalLog(services);
  return async (request, response) => {
    // The server lets nothing through that the schema of activities refuses.
    const activity = request.body as Activity;
    const answer = await adapter.authenticate(activity, request.headers.authorization);
    if ('status' in answer) {
      logRefusal(answer);
      response.send(answer.status, { code: answer.code });
      return;
    }
    let seen: TurnOrigin | undefined;
    const invoked = await adapter.answer({ caller: answer.caller, activity }, async (context) => {
      // Nothing can be asked of the context after its turn.
      seen = isComplete(context.activity) ? await turnOriginOf(context, services) : undefined;
      await app(context);
      const own = conversationRead(context);
      if (!leavesTrace(context)) seen = undefined;
      if (seen && own !== undefined) seen = { ...seen, own };
    });
    response.send(invoked?.status ?? 200, invoked?.body);
    if (seen) await updateConversationReferences(seen, services);
  };
}

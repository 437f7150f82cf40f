/** The last handler of errors: what failed outside of answering, above all while sending. */
import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { AppServices } from '../context/app-services';
import { refused } from '../context/reply';
import { isComplete } from './activities/activity-kind';
import { messageActivity, pressResponse } from './activities/outgoing-activity';
import { languageIn } from './activities/turn-language';

type ErrorDeps = Pick<AppServices, 'log' | 'newReference' | 'text'>;

/** Creates the handler of errors: it logs them under a reference and shows that. An invoke without a response would be a 501. */
export function createTurnErrorHandler(services: ErrorDeps): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const reference = services.newReference();
    services.log.error({ reference, type: context.activity.type, error }, 'A turn failed.');
    if (isComplete(context.activity)) await sayThatItFailed(context, reference, services);
  };
}

/** Throws nothing, because no other handler follows: it logs what fails here. */
async function sayThatItFailed(context: TurnContext, reference: string, services: ErrorDeps): Promise<void> {
  try {
    const locale = languageIn(context);
    const reply = refused({ code: 'went-wrong', reference }, services.text(locale));
    const isInvoke = context.activity.type === 'invoke';
    if (isInvoke ? context.turnState.get(INVOKE_RESPONSE_KEY) : context.activity.type !== 'message') return;
    await context.sendActivity(isInvoke ? pressResponse(reply) : messageActivity(reply, locale));
  } catch (again) {
    services.log.error({ reference, error: again }, 'Could not send the error card.');
  }
}

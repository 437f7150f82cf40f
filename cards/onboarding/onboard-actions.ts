/** The buttons of the onboarding card: what may have happened in each state, and for admins a reminder. */
import type { IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards';
import { openStates } from '../../domain/alerts/notice';
import type { OnboardView } from '../contract/onboarding-view';
import { button, link } from '../elements/elements';
import type { Text } from '../text';

/** Where Partner Center is opened from; the way from there differs by language and is told beside it. */
const partnerCenter = 'https://partner.microsoft.com/dashboard';

/** Returns the buttons of the card. */
export function onboardActions(view: OnboardView, text: Text): readonly (IExecuteAction | IOpenUrlAction)[] {
  const { person, standing, isSelf, isAdmin } = view;
  return [
    ...(isOpen(standing) && standing.state !== 'invited'
      ? [link(partnerCenter, text.say('button.partner-center'), { style: 'positive' })]
      : []),
    ...stateActions(view, text),
    ...(isAdmin && !isSelf && isTold(standing) ? [stepButton('reminded', view, text.say('button.remind'))] : []),
    ...(isAdmin ? [button({ ask: 'onboarding' }, text.say('button.onboarding'), alone)] : []),
    ...(isOpen(standing) ? [] : [button({ ask: 'person', person: person.id }, text.say('button.person'), alone)]),
  ];
}

type ReportedStep = 'account-made' | 'linked' | 'linked-elsewhere' | 'reminded';

/** Only the button of a link sends the day that stands in the field. */
function stepButton(step: ReportedStep, { person }: OnboardView, words: string): IExecuteAction {
  const look = step === 'linked' ? ({ associatedInputs: 'auto' } as const) : alone;
  return button({ ask: 'step', people: [person.id], step }, words, look);
}

/** A button for each thing that may have happened in this state. */
function stateActions(view: OnboardView, text: Text): readonly IExecuteAction[] {
  const made = stepButton('account-made', view, text.say(view.isSelf ? 'button.signed-in' : 'button.account-made'));
  const linked = needsDay(view) ? [stepButton('linked', view, text.say('button.linked'))] : [];
  const elsewhere = stepButton('linked-elsewhere', view, text.say('button.linked-elsewhere'));
  const trouble = button({ ask: 'trouble', person: view.person.id }, text.say('button.trouble'), alone);
  const byState: Readonly<Record<OnboardView['standing']['state'], readonly IExecuteAction[]>> = {
    invited: [made, trouble],
    'account-made': [...linked, trouble],
    blocked: [trouble],
    waiting: [trouble, elsewhere],
    stuck: [trouble, elsewhere],
    shown: [elsewhere],
    counts: [elsewhere],
    'linked-elsewhere': [...contest(view, text), ...linked, trouble],
    left: [],
  };
  return byState[view.standing.state];
}

/** What another organisation has recorded can be answered: nothing but the day is known of it, and that may be wrong. */
function contest({ person, standing: { by, since } }: OnboardView, text: Text): readonly IExecuteAction[] {
  if (by?.kind !== 'elsewhere' || since === undefined) return [];
  const words = text.say('button.still-linked');
  return [button({ ask: 'step', people: [person.id], step: 'still-linked', on: since }, words, alone)];
}

/** Returns whether the card asks for the day of a link: where one may be reported. */
export function needsDay({ standing, limit }: OnboardView): boolean {
  return (standing.state === 'account-made' || standing.state === 'linked-elsewhere') && !limit;
}

/** Returns whether something is still to be done or waited for. */
export function isOpen({ state }: OnboardView['standing']): boolean {
  return !['counts', 'shown', 'left'].includes(state);
}

/** Whether there is something to remind of: who has to wait for a day is told when it comes. */
function isTold({ state }: OnboardView['standing']): boolean {
  return openStates.some((one) => one === state);
}

/** These buttons send nothing that was typed. */
const alone = { associatedInputs: 'none' } as const;

/** Onboarding: the four steps of one person, the one that comes next in full, with a button for each thing that may have happened. */
import { partnerDayAt } from '../../domain/partner/partner-day';
import { goalNoun } from '../words/wording';
import type { CardElement, IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards';
import { openStates } from '../../domain/alerts/notice';
import { button, card, dateField, group, line, link, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { doubtLines } from '../sections/doubt';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { OnboardView, StepReply } from '../contract/onboarding-view';
import { deliveryCodeWords } from '../words/delivery-code';
import {
  contradictionWords,
  countsForWords,
  limitWords,
  occasionWords,
  sourceWords,
  stateTitle,
} from '../words/onboarding';
import { nameOf } from '../words/who';

/** Where Partner Center is opened from; the way from there differs by language and is told beside it. */
const partnerCenter = 'https://partner.microsoft.com/dashboard';

/** The card that leads a person, shown anew in place with every step. */
export function onboardCard(view: OnboardView, text: Text): Card {
  const { person, standing } = view;
  const headline = stateTitle(standing, text);
  const name = nameOf(person, { ...view, seesNames: true }, text)!;
  return card({
    text,
    speak: text.say('onboard.speak', { name, title: headline }),
    body: [
      note(name),
      title(headline),
      ...doubtLines(view, text),
      ...occasionLines(view, text),
      ...replyLines(view.reply, text),
      group(stepLines(view, text)),
      group(guidance(view, text)),
      ...remarks(view, text),
      ...(needsDay(view) ? [dayField(view, text)] : []),
      ...footer(view, text),
    ],
    actions: actionsOf(view, text),
  });
}

function occasionLines({ told }: OnboardView, text: Text): readonly CardElement[] {
  return told ? [line(occasionWords(told, text))] : [];
}

const longestName = 80;

function replyLines(reply: StepReply | undefined, text: Text): readonly CardElement[] {
  return reply ? [line(replyWords(reply, text), { weight: 'Bolder' })] : [];
}

function replyWords(reply: StepReply, text: Text): string {
  switch (reply.kind) {
    case 'taken':
      return text.say('onboard.reply.taken');
    case 'known':
      return text.say(reply.isOtherDay ? 'onboard.reply.known-other-day' : 'onboard.reply.known', {
        date: text.date(reply.since),
      });
    case 'limited':
      return limitWords(reply.limit, text);
    case 'refused':
      return text.say(`onboard.reply.${reply.code}`);
  }
}

/** How many of the four steps are done. */
const done: Readonly<Record<OnboardView['standing']['state'], number>> = {
  invited: 0,
  'account-made': 1,
  blocked: 1,
  waiting: 2,
  stuck: 3,
  shown: 3,
  counts: 4,
  'linked-elsewhere': 1,
  left: 0,
};

function doneBy({ state, checks }: OnboardView['standing']): number {
  return state === 'waiting' && checks > 0 ? 3 : done[state];
}

function stepLines({ person, standing, policies }: OnboardView, text: Text): readonly CardElement[] {
  const count = doneBy(standing);
  const steps = [
    { words: text.say('onboard.step.account'), since: person.accountOn },
    { words: text.say('onboard.step.link'), since: person.linkedOn },
    { words: text.say('onboard.step.wait', { hours: policies.countingDelay }) },
    { words: text.say('onboard.step.count') },
  ];
  return steps.map(({ words, since }, index) => {
    const isNext = index === count && standing.state !== 'left';
    const parts = [
      `${index < count ? '✓' : isNext ? '→' : '○'} ${words}`,
      ...(index < count && since ? [text.say('onboard.step.since', { date: text.date(since) })] : []),
      ...(index === saidStep(standing, count) ? [sourceWords(standing.by, text) ?? ''] : []),
    ];
    const look = isNext ? ({ weight: 'Bolder' } as const) : {};
    return line(parts.filter((part) => part !== '').join(' · '), look, { spacing: 'Small' });
  });
}

/** The step that was taken last: an import shows the last one, people report an account or a link. */
function saidStep({ by }: OnboardView['standing'], count: number): number {
  if (by?.kind === 'elsewhere') return -1;
  return by?.kind === 'import' ? count - 1 : Math.min(count, 2) - 1;
}

function guidance(view: OnboardView, text: Text): readonly CardElement[] {
  const { standing, limit } = view;
  switch (standing.state) {
    case 'invited':
      return [line(text.say('onboard.account.how', { path: text.say('path.add-user') }))];
    case 'account-made':
      return linkGuidance(view, text);
    case 'blocked':
      return [...(limit ? [line(limitWords(limit, text))] : []), line(text.say('onboard.blocked.how'))];
    case 'waiting':
      return waitGuidance(view, text);
    case 'stuck':
      return stuckGuidance(view, text);
    case 'shown':
      return [line(text.say('onboard.shown.how'))];
    case 'counts':
      return [line(countsForWords(view.countsFor, { programme: view.programme, text }))];
    case 'linked-elsewhere':
      return [
        line(text.say('onboard.elsewhere.how', { date: text.date(standing.since ?? '') })),
        ...(standing.by?.kind === 'elsewhere' ? [note(text.say('onboard.elsewhere.recorded'))] : []),
        ...linkGuidance(view, text),
      ];
    case 'left':
      return [line(text.say('onboard.left.how'))];
  }
}

function linkGuidance({ linksLeft, limit }: OnboardView, text: Text): readonly CardElement[] {
  const steps = [
    text.say('onboard.link.sign-in'),
    text.say('onboard.link.open', { path: text.say('path.account-settings') }),
    text.say('onboard.link.associate'),
  ];
  return [
    ...steps.map((words, index) => line(`${'abc'[index]}) ${words}`, {}, { spacing: 'Small' })),
    note(text.say('onboard.link.only-you')),
    limit
      ? line(`⚠ ${limitWords(limit, text)}`, { weight: 'Bolder' })
      : note(text.say('onboard.link.left', { count: linksLeft })),
  ];
}

/** The check after which it is time to look oneself (`countingSecondCheck`). */
const secondCheck = 2;

function waitGuidance(view: OnboardView, text: Text): readonly CardElement[] {
  const { standing, asOf, policies } = view;
  const next = standing.next && partnerDayAt(Date.parse(standing.next.at), policies);
  const date = text.date(next ?? asOf);
  if (standing.checks === 0)
    return [
      line(text.say('onboard.wait.first', { path: text.say('path.progress', goalNoun(view)), date })),
      note(text.say('onboard.wait.import')),
    ];
  const again = line(text.say('onboard.wait.again', { date }));
  if (standing.checks < secondCheck) return [again, note(text.say('onboard.wait.import'))];
  return [
    again,
    line(text.say('onboard.wait.try')),
    ...numbered([associatedWords(text), text.say('onboard.stuck.profile'), text.say('onboard.stuck.import')]),
    whomLine(view, text),
  ];
}

function associatedWords(text: Text): string {
  return text.say('onboard.stuck.associated', { path: text.say('path.account-settings') });
}

function numbered(words: readonly string[]): readonly CardElement[] {
  return words.map((one, index) => line(`${index + 1}. ${one}`, {}, { spacing: 'Small' }));
}

/** The person to ask: the admin who sent the invitation, if known. */
function whomLine({ invitedBy }: OnboardView, text: Text): CardElement {
  return line(
    invitedBy === undefined
      ? text.say('onboard.whom.admin')
      : text.say('onboard.whom', { name: escapeMarkdown(invitedBy, longestName) }),
  );
}

function stuckGuidance(view: OnboardView, text: Text): readonly CardElement[] {
  const checks = [
    associatedWords(text),
    text.say('onboard.stuck.profile'),
    text.say('onboard.stuck.mail'),
    text.say('onboard.stuck.named'),
    text.say('onboard.stuck.import'),
  ];
  return [line(text.say('onboard.stuck.how')), ...numbered(checks), ...(view.isSelf ? [whomLine(view, text)] : [])];
}

/** Troubles, contradictions, and the day of the last reminder. */
function remarks(
  { standing, contradictions, steps, isAdmin, hindrance }: OnboardView,
  text: Text,
): readonly CardElement[] {
  const reminded = steps.findLast(({ kind }) => kind === 'reminded');
  return [
    ...(standing.trouble
      ? [
          line(`⚠ ${text.say(`trouble.${standing.trouble.cause}.short`)}`, { weight: 'Bolder' }),
          note(text.say(`trouble.${standing.trouble.cause}.advice`)),
        ]
      : []),
    ...contradictions.map((one) => line(`⚠ ${contradictionWords(one, text)}`, { color: 'Attention' })),
    ...(hindrance !== undefined && isOpen(standing)
      ? [line(`⚠ ${text.say('onboard.unreachable')}`, { weight: 'Bolder' }), note(deliveryCodeWords(hindrance, text))]
      : []),
    ...(isAdmin && reminded ? [note(text.say('onboard.reminded', { date: text.date(reminded.at.slice(0, 10)) }))] : []),
  ];
}

/** The day of a link is asked for where one may be said. */
function needsDay({ standing, limit }: OnboardView): boolean {
  return (standing.state === 'account-made' || standing.state === 'linked-elsewhere') && !limit;
}

function dayField({ asOf }: OnboardView, text: Text): CardElement {
  const field = { id: 'on', label: text.say('onboard.day'), value: asOf, empty: text.say('onboard.day.empty') };
  return dateField(field, asOf);
}

function actionsOf(view: OnboardView, text: Text): readonly (IExecuteAction | IOpenUrlAction)[] {
  const { person, standing, isSelf, isAdmin } = view;
  const people = [person.id];
  const step = (name: 'account-made' | 'linked' | 'linked-elsewhere' | 'reminded', words: string) =>
    button({ ask: 'step', people, step: name }, words, name === 'linked' ? { associatedInputs: 'auto' } : alone);
  const trouble = button({ ask: 'trouble', person: person.id }, text.say('button.trouble'), alone);
  const forState: Readonly<Record<typeof standing.state, readonly IExecuteAction[]>> = {
    invited: [step('account-made', text.say(isSelf ? 'button.signed-in' : 'button.account-made')), trouble],
    'account-made': [...(needsDay(view) ? [step('linked', text.say('button.linked'))] : []), trouble],
    blocked: [trouble],
    waiting: [trouble, step('linked-elsewhere', text.say('button.linked-elsewhere'))],
    stuck: [trouble, step('linked-elsewhere', text.say('button.linked-elsewhere'))],
    shown: [step('linked-elsewhere', text.say('button.linked-elsewhere'))],
    counts: [step('linked-elsewhere', text.say('button.linked-elsewhere'))],
    'linked-elsewhere': [
      ...contest(view, text),
      ...(needsDay(view) ? [step('linked', text.say('button.linked'))] : []),
      trouble,
    ],
    left: [],
  };
  return [
    ...(isOpen(standing) && standing.state !== 'invited'
      ? [link(partnerCenter, text.say('button.partner-center'))]
      : []),
    ...forState[standing.state],
    ...(isAdmin && !isSelf && isTold(standing) ? [step('reminded', text.say('button.remind'))] : []),
    ...(isAdmin ? [button({ ask: 'onboarding' }, text.say('button.onboarding'), alone)] : []),
    ...(isOpen(standing) ? [] : [button({ ask: 'person', person: person.id }, text.say('button.person'), alone)]),
  ];
}

/** What another organisation has recorded can be answered: nothing but the day is known of it, and that may be wrong. */
function contest({ person, standing: { by, since } }: OnboardView, text: Text): readonly IExecuteAction[] {
  if (by?.kind !== 'elsewhere' || since === undefined) return [];
  const words = text.say('button.still-linked');
  return [button({ ask: 'step', people: [person.id], step: 'still-linked', on: since }, words, alone)];
}

/** Whether something is still to be done or waited for. */
function isOpen({ state }: OnboardView['standing']): boolean {
  return !['counts', 'shown', 'left'].includes(state);
}

/** Whether there is something to remind of: who has to wait for a day is told when it comes. */
function isTold({ state }: OnboardView['standing']): boolean {
  return openStates.some((one) => one === state);
}

/** These buttons send nothing that was typed. */
const alone = { associatedInputs: 'none' } as const;

/** Onboarding: the four steps of one person, the one that comes next in full, with a button for each thing that may have happened. */
import type { CardElement } from '@microsoft/teams.cards';
import { card, dateField, group, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { doubtLines } from '../sections/doubt';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import type { OnboardView, StepReply } from '../contract/onboarding-view';
import { deliveryCodeWords } from '../words/delivery-code';
import { contradictionWords, limitWords, occasionWords, sourceWords, stateTitle } from '../words/onboarding';
import { nameOf } from '../words/who';
import { isOpen, needsDay, onboardActions } from './onboard-actions';
import { guidance } from './onboard-guidance';

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
    actions: onboardActions(view, text),
  });
}

function occasionLines({ told }: OnboardView, text: Text): readonly CardElement[] {
  return told ? [line(occasionWords(told, text))] : [];
}

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
    return line(parts.filter((part) => part !== '').join(' · '), look, { spacing: 'None' });
  });
}

/** The step that was taken last: an import shows the last one, people report an account or a link. */
function saidStep({ by }: OnboardView['standing'], count: number): number {
  if (by?.kind === 'elsewhere') return -1;
  return by?.kind === 'import' ? count - 1 : Math.min(count, 2) - 1;
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
    ...contradictions.map((one) => line(`⚠ ${contradictionWords(one, text)}`, { weight: 'Bolder' })),
    ...(hindrance !== undefined && isOpen(standing)
      ? [line(`⚠ ${text.say('onboard.unreachable')}`, { weight: 'Bolder' }), note(deliveryCodeWords(hindrance, text))]
      : []),
    ...(isAdmin && reminded ? [note(text.say('onboard.reminded', { date: text.date(reminded.at.slice(0, 10)) }))] : []),
  ];
}

function dayField({ asOf }: OnboardView, text: Text): CardElement {
  const field = { id: 'on', label: text.say('onboard.day'), value: asOf, empty: text.say('onboard.day.empty') };
  return dateField(field, asOf);
}

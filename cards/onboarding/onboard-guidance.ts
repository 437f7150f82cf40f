/** What a person in onboarding does next, in full: one text for each state. */
import type { CardElement } from '@microsoft/teams.cards';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { OnboardView } from '../contract/onboarding-view';
import { fold } from '../elements/blocks';
import { line, note } from '../elements/elements';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { countsForWords, limitWords } from '../words/onboarding';
import { goalNoun } from '../words/wording';

const longestName = 80;

/** Returns the lines about the next step, or about what was reached. */
export function guidance(view: OnboardView, text: Text): readonly CardElement[] {
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

/** How an account is linked, for anybody. */
export function linkingSteps(text: Text): readonly CardElement[] {
  const steps = [
    text.say('onboard.link.sign-in'),
    text.say('onboard.link.open', { path: text.say('path.account-settings') }),
    text.say('onboard.link.associate'),
  ];
  return [
    ...steps.map((words, index) => line(`${'abc'[index]}) ${words}`, {}, { spacing: 'None' })),
    note(text.say('onboard.link.only-you'), { spacing: 'None' }),
  ];
}

function linkGuidance({ linksLeft, limit }: OnboardView, text: Text): readonly CardElement[] {
  return [
    ...linkingSteps(text),
    limit
      ? line(`⚠ ${limitWords(limit, text)}`, { weight: 'Bolder' })
      : note(text.say('onboard.link.left', { count: linksLeft }), { spacing: 'None' }),
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
    ...fold({
      id: 'try',
      heading: text.say('onboard.wait.try'),
      items: [
        ...numbered([associatedWords(text), text.say('onboard.stuck.profile'), text.say('onboard.stuck.import')]),
        whomLine(view, text),
      ],
    }),
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

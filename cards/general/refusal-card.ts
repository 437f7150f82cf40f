/** Why there is no answer, in a sentence, and with buttons what to do instead. */
import { button, card, line, mostActions, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { refusalText } from '../sections/import-text';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { SuggestedQuestion, Refusal } from '../contract/view';
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';

const longestHeard = 60;

/** The card of a refusal; none is a dead end. */
export function refusalCard(refusal: Refusal, text: Text): Card {
  const heading = headingOf(refusal, text);
  const candidates = candidatesOf(refusal);
  return card({
    text,
    speak: heading,
    body: [title(heading), ...helpLines(refusal, candidates, text)],
    actions: actionsOf(refusal, candidates, text),
  });
}

function headingOf(refusal: Refusal, text: Text): string {
  switch (refusal.code) {
    case 'not-understood':
    case 'ambiguous':
    case 'unknown-competency':
    case 'unknown-person':
    case 'unknown-credential':
    case 'not-a-date':
    case 'unknown-metric':
      return text.say(`refusal.${refusal.code}`, { heard: escapeMarkdown(refusal.heard, longestHeard) });
    case 'date-in-the-past':
    case 'override-over':
      return text.say('refusal.date-in-the-past', { date: text.date(refusal.date) });
    case 'which-competency':
      return text.say('refusal.which-competency', { ask: refusal.ask });
    case 'no-override':
      return text.say('refusal.no-override', { competency: refusal.competency });
    case 'import-refused':
      return text.say('refusal.import-refused', { file: escapeMarkdown(refusal.file, longestHeard) });
    case 'value-does-not-fit':
      return text.say('refusal.value-does-not-fit', { metric: refusal.metric });
    case 'level-does-not-exist':
      return text.say('refusal.level-does-not-exist', { competency: refusal.competency, level: refusal.level });
    default:
      return text.say(`refusal.${refusal.code}`);
  }
}

function candidatesOf(refusal: Refusal): readonly SuggestedQuestion[] {
  if ('candidates' in refusal) return refusal.candidates;
  return 'nearest' in refusal ? refusal.nearest : [];
}

function helpLines(refusal: Refusal, candidates: readonly SuggestedQuestion[], text: Text): readonly CardElement[] {
  switch (refusal.code) {
    case 'went-wrong':
      return [line(text.say('refusal.help.went-wrong', { reference: refusal.reference }))];
    case 'import-refused':
      return [line(refusalText(refusal.refusal, text))];
    case 'file-not-fetched':
      return [line(text.say('refusal.help.file-not-fetched', { fault: refusal.fault, mib: refusal.mib }))];
    case 'one-file-only':
    case 'not-a-file':
    case 'file-in-private':
    case 'import-expired':
    case 'no-import-to-undo':
    case 'import-undo-too-late':
    case 'admins-only':
    case 'not-your-card':
    case 'only-in-private':
    case 'tenant-not-allowed':
    case 'store-unavailable':
    case 'card-outdated':
    case 'not-a-date':
    case 'date-in-the-past':
    case 'which-event':
    case 'which-credential':
    case 'which-value':
    case 'value-does-not-fit':
    case 'day-to-come':
    case 'already-so':
    case 'changed-since':
    case 'nothing-to-undo':
    case 'undo-too-late':
    case 'no-override':
    case 'override-over':
      return [line(text.say(`refusal.help.${refusal.code}`))];
    case 'ambiguous':
    case 'which-competency':
    case 'which-person':
      return [line(text.say('refusal.help.choose'))];
    default:
      return [line(text.say(candidates.length > 0 ? 'refusal.help.nearest' : 'refusal.help.nothing-near'))];
  }
}

/** The candidates, and after them what always works, as far as there is room. */
function actionsOf(refusal: Refusal, candidates: readonly SuggestedQuestion[], text: Text): readonly IExecuteAction[] {
  if (refusal.code === 'tenant-not-allowed') return [];
  const always = [
    ...(refusal.code === 'not-your-card' ? [button({ ask: 'onboard' }, text.say('button.onboard'))] : []),
    button({ ask: 'progress' }, text.say('button.progress')),
    button({ ask: 'help' }, text.say('button.help')),
  ];
  const offered = candidates.map(({ label, question }) => button(question, label));
  return [...offered.slice(0, mostActions - 1), ...always].slice(0, mostActions);
}

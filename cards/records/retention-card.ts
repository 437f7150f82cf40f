/** How long things are kept: the form, the preview of what would be deleted, and that it was saved. */
import {
  keptDays,
  longestRetention,
  retainedKinds,
  shortestRetention,
  type RetainedKind,
  type Retention,
} from '../../domain/partner/retention';
import type { Question } from '../contract/question';
import { button, card, choiceField, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Text } from '../text';

export interface RetentionView {
  readonly retention: Retention | undefined;
  /** Whether what was entered is now kept, or was out of range and is not. */
  readonly said?: 'saved' | 'range';
}

/** Days that a field offers, beside those that are set. */
const offered: Readonly<Record<RetainedKind, readonly number[]>> = {
  alerts: [30, 90, 180, 400],
  audit: [90, 180, 400, 730, 1_825],
  left: [0, 180, 400, 730, 1_825],
  undone: [0, 30, 90, 400],
  chats: [0, 180, 400, 730],
};

/** The answer to "retention", and to what saves it. */
export function retentionCard({ retention, said }: RetentionView, text: Text): Card {
  const heading = text.say('retention.heading');
  const range = { shortest: shortestRetention, longest: longestRetention };
  const outcome = said === undefined ? undefined : text.say(`retention.${said}`, range);
  return card({
    text,
    speak: outcome ?? heading,
    body: [
      title(heading),
      ...(outcome === undefined ? [] : [line(outcome, { weight: 'Bolder' })]),
      note(text.say('retention.about')),
      ...retainedKinds.map((kind) => field(kind, keptDays(retention, kind), text)),
    ],
    actions: [button({ ask: 'retention' }, text.say('button.retention'), { style: 'positive' })],
  });
}

function field(kind: RetainedKind, days: number, text: Text) {
  const label = text.say('retention.kind', { kind });
  const all = [...new Set([...offered[kind], days])].sort((one, other) => one - other);
  const choices = all.map((one) => ({ value: String(one), title: text.say('retention.days', { days: one }) }));
  return choiceField({ id: kind, label, value: String(days), empty: label }, choices);
}

export interface RetentionPreview {
  readonly retention: Retention;
  /** How many of each kind are older. */
  readonly counts: Readonly<Record<RetainedKind, number>>;
  readonly question: Question;
}

/** What would be deleted with these settings; nothing is saved until the button is pressed. */
export function retentionPreviewCard({ retention, counts, question }: RetentionPreview, text: Text): Card {
  const heading = text.say('retention.wanted');
  const isHarmless = Object.values(counts).every((count) => count === 0);
  const lineOf = (kind: RetainedKind) =>
    text.say('retention.would', { kind, days: keptDays(retention, kind), count: counts[kind] });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...retainedKinds.map((kind) => line(lineOf(kind), {}, { spacing: 'Small' })),
      note(text.say('retention.about')),
      note(text.say('correction.not-yet'), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      button(question, text.say('button.confirm'), { style: isHarmless ? 'positive' : 'destructive' }),
      button({ ask: 'retention' }, text.say('button.retention-settings')),
    ],
  });
}

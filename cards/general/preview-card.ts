/** The preview of a change that was typed: what would be written, and the button that writes it. */
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Text } from '../text';
import type { Question } from '../contract/question';

/** What typed words would write, and the question that writes it when it is pressed. */
export interface PreviewView {
  readonly heading: string;
  /** What else there is to know before it is confirmed. */
  readonly lines: readonly string[];
  /** Absent where nothing is left to confirm. */
  readonly question?: Question;
}

/** The answer to typed words that ask for a change: nothing is written until the button is pressed. */
export function previewCard({ heading, lines, question }: PreviewView, text: Text): Card {
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...lines.map((words) => line(words, {}, { spacing: 'Small' })),
      ...(question ? [note(text.say('correction.not-yet'), { separator: true, spacing: 'Medium' })] : []),
    ],
    actions: [
      ...(question ? [button(question, text.say('button.confirm'), { style: 'positive' })] : []),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}

/** How grave an alert is, as a badge with the word and as the tone of its box. */
import type { CardElement } from '@microsoft/teams.cards';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Tone } from '../elements/blocks';
import { badge } from '../elements/elements';
import type { Text } from '../text';

type Graded = Pick<KeptNotice, 'severity' | 'state' | 'reason'>;

const badgeStyles = { urgent: 'Attention', warning: 'Warning', note: 'Informative', good: 'Good' } as const;

/** The tone of an alert: one that is over is quiet again, and good news is no warning. */
export function toneOf({ severity, state, reason }: Graded): Tone {
  if (state.is === 'resolved') return 'note';
  return reason.rule === 'counts-now' ? 'good' : severity;
}

/** The word for how grave it is, or that it is over. */
export function severityBadge(notice: Graded, text: Text): CardElement {
  const isOver = notice.state.is === 'resolved';
  return badge(text.say(`alert.severity.${isOver ? 'over' : toneOf(notice)}`), badgeStyles[toneOf(notice)]);
}

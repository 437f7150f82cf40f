/** The tone of a risk: how grave each kind looks, and the gravest of several, the same on every card. */
import type { Risk } from '../../domain/membership/risk';
import { badge } from '../elements/elements';
import type { CardElement } from '@microsoft/teams.cards';
import type { Text } from '../text';

type RiskCode = Risk['code'];

/** What is lost or will lapse is urgent; what hangs on few people or on an override is not yet. */
const tones = { lost: 'urgent', lapses: 'urgent', override: 'warning', thin: 'warning', reached: 'good' } as const;

const riskCodes = Object.keys(tones) as readonly RiskCode[];

const badgeStyles = { urgent: 'Attention', warning: 'Warning', good: 'Good' } as const;

/** The gravest of the risks that there are; good where there is none, urgent where nothing would qualify at all. */
export function toneOfRisks(
  isThere: (code: RiskCode) => boolean,
  nothingQualifies: boolean,
): 'urgent' | 'warning' | 'good' {
  const codes = riskCodes.filter(isThere);
  if (nothingQualifies || codes.some((code) => tones[code] === 'urgent')) return 'urgent';
  return codes.some((code) => tones[code] === 'warning') ? 'warning' : 'good';
}

/** What kind of danger it is, in a word or two; `count` is on how many people it hangs. */
export function riskBadge(
  { code, count }: { readonly code: RiskCode; readonly count: number },
  text: Text,
): CardElement {
  return badge(text.say(`risk.badge.${code}`, { count }), badgeStyles[tones[code]]);
}

/** The renewals of specializations: when each is due, until when its evidence holds, and what stands in the way. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { GoalRenewal } from '../../domain/membership/own-renewal';
import { lastSafeExamOf } from '../../domain/membership/renewal';
import type { Policies } from '../../domain/programme/policy';
import type { RiskLine } from '../contract/view';
import { fold } from '../elements/blocks';
import { heading, line, note } from '../elements/elements';
import { metricName } from '../words/figure';
import { missingWords } from '../words/missing';
import { riskSentence } from '../words/risk';
import { competencyName, levelName, type Wording } from '../words/wording';

export interface OwnRenewals {
  readonly asOf: CalendarDate;
  readonly own?: readonly GoalRenewal[];
  readonly lines: readonly RiskLine[];
  readonly policies: Policies;
}

/** Each specialization with its own days; nothing where the company is enrolled in none. */
export function ownRenewalLines(about: OwnRenewals, wording: Wording): readonly CardElement[] {
  const { own = [] } = about;
  if (own.length === 0) return [];
  return [
    heading(wording.text.say('renewal.own'), { separator: true }),
    ...own.flatMap((one) => linesOf(one, about, wording)),
  ];
}

/** The same on the card of the membership: folded unless one of them is lost or will lapse. */
export function foldedOwnRenewals(about: OwnRenewals, wording: Wording): readonly CardElement[] {
  const { own = [], lines } = about;
  const isUrgent = ({ risk }: RiskLine) => risk.code === 'lost' || risk.code === 'lapses';
  const isThreatened = own.some(({ goal }) => lines.some((one) => one.risk.competency === goal && isUrgent(one)));
  if (own.length === 0 || isThreatened) return ownRenewalLines(about, wording);
  const items = own.flatMap((one) => linesOf(one, about, wording));
  return fold({ id: 'own', heading: wording.text.say('renewal.own'), items });
}

function linesOf(renewal: GoalRenewal, about: OwnRenewals, wording: Wording): readonly CardElement[] {
  const { goal, anniversary, opens, closes, evidence } = renewal;
  const { text } = wording;
  const days = { anniversary: text.date(anniversary), opens: text.date(opens), closes: text.date(closes) };
  const threat = about.lines.find(({ risk }) => risk.competency === goal);
  return [
    line(text.say('renewal.own-goal', { goal: competencyName(goal, wording), ...days }), {}, { spacing: 'Small' }),
    ...(threat ? threatLines(threat, renewal, { ...wording, about }) : []),
    ...evidence.map(({ metric, until }) =>
      note(
        text.say('renewal.own-figure', {
          figure: metricName(metric, wording),
          date: text.date(until),
          when: until < about.asOf ? 'past' : 'ahead',
        }),
      ),
    ),
  ];
}

function threatLines(
  { risk, standing }: RiskLine,
  { goal, anniversary }: GoalRenewal,
  { about: { asOf, policies }, ...wording }: Wording & { readonly about: OwnRenewals },
): readonly CardElement[] {
  const { text } = wording;
  const sign = risk.code === 'reached' ? '✓' : '⚠';
  const words = line(`${sign} ${riskSentence(risk, wording)}`, {}, { spacing: 'None' });
  if (!standing) return [words];
  const gap = {
    competency: competencyName(goal, wording),
    level: levelName(risk.level, wording),
    missing: missingWords(standing, wording),
  };
  const lacksPeople = standing.alternatives.length > 0 && standing.alternatives.every(({ met }) => !met);
  const by = lastSafeExamOf(anniversary, policies);
  const missing =
    lacksPeople && by >= asOf
      ? text.say('renewal.gap-until', { ...gap, date: text.date(by) })
      : text.say('renewal.gap', gap);
  return [words, line(`○ ${missing}`, {}, { spacing: 'None' })];
}

/** The renewal: how long until the anniversary, the days on which something must be done, and what stands in the way. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { addDays, daysBetween, type CalendarDate } from '../../domain/basics/date';
import type { Policies } from '../../domain/programme/policy';
import { hasScores } from '../../domain/programme/programme';
import { qualificationWindowOf } from '../../domain/membership/qualification-window';
import type { Renewal } from '../../domain/membership/renewal';
import { fold, noticeBox, timeLine } from '../elements/blocks';
import { button, card, heading, line, note, row, title, type TextStyle } from '../elements/elements';
import type { Card } from '../elements/card';
import { toneOfRisks } from '../sections/risk-tone';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { RiskLine, CardSetting } from '../contract/view';
import { missingWords } from '../words/missing';
import { nothingWords, riskCounts, riskOfCompetency } from '../words/risk';
import { competencyName, levelName, programmeName, type Wording, goalNoun } from '../words/wording';
import type { Membership } from '../../domain/partner/partner';
import type { GoalRenewal } from '../../domain/membership/own-renewal';
import { foldedOwnRenewals } from '../sections/own-renewal-lines';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';

export interface RenewalView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly isAdmin: boolean;
  readonly membership: Membership;
  readonly renewal: Renewal;
  readonly nothing?: NothingQualifies;
  readonly lines: readonly RiskLine[];
  /** Those of the specializations, which have anniversaries of their own. */
  readonly own?: readonly GoalRenewal[];
  readonly policies: Policies;
}

const longestPartner = 80;
const mostGaps = 9;
/** Microsoft's first reminder is sent on this day before the anniversary. */
const firstReminder = 15;
const daysOfYear = 365;
/** A deadline that is nearer than this is told as a warning. */
const soonDays = 30;

/** The answer to "when do we renew, and shall we be able to". */
export function renewalCard(view: RenewalView, text: Text): Card {
  const { partner, programme, membership, renewal } = view;
  const wording = { text, programme };
  const headline = headlineOf(view, text);
  const bought = text.say('renewal.bought', {
    level: levelName(membership.level, wording),
    date: text.date(membership.boughtOn),
  });
  return card({
    text,
    speak: `${headline}. ${text.say('renewal.speak', { date: text.date(renewal.anniversary) })}`,
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      note(bought, { spacing: 'None' }),
      ...yearLine(view, text),
      ...nextDeadline(view, text),
      ...riskLines(view, wording),
      ...foldedOwnRenewals(view, wording),
      ...fold({ id: 'dates', heading: text.say('renewal.dates'), items: timeline(view, text) }),
      ...fold({ id: 'rules', heading: text.say('renewal.rules'), items: policyNotes(view, text) }),
      ...footer(view, text),
    ],
    actions: actionsOf(view, text),
  });
}

/** The year before the anniversary, with the days that matter on it; not to scale at its end, where they stand close together. */
function yearLine({ renewal, asOf }: RenewalView, text: Text): readonly CardElement[] {
  const { phase, lastSafeExam, anniversary, windowCloses } = renewal;
  if (phase !== 'running') return [];
  const ways = [
    { key: 'exam', from: addDays(anniversary, -daysOfYear), to: lastSafeExam, width: 5 },
    { key: 'anniversary', from: lastSafeExam, to: anniversary, width: 3 },
    { key: 'end', from: anniversary, to: windowCloses, width: 3 },
  ] as const;
  const stops = ways.map(({ key, from, to, width }) => ({
    caption: text.say(`renewal.line.${key}`),
    day: text.date(to),
    over: Math.min(1, Math.max(0, daysBetween(from, asOf) / Math.max(1, daysBetween(from, to)))),
    width,
  }));
  return [timeLine(stops)];
}

/** The next day on which the company itself must have done something; the others are Microsoft's. */
function nextDeadline({ renewal, asOf }: RenewalView, text: Text): readonly CardElement[] {
  const { phase, lastSafeExam, anniversary, windowCloses } = renewal;
  const own = [
    ...(phase === 'running' ? [{ on: lastSafeExam, words: text.say('renewal.last-safe-exam') }] : []),
    ...(phase === 'running' ? [{ on: anniversary, words: text.say('renewal.anniversary') }] : []),
    { on: windowCloses, words: text.say('renewal.window-closes') },
  ];
  const next = own.find(({ on }) => on >= asOf);
  if (!next) return [];
  const days = daysBetween(asOf, next.on);
  const when = text.say('renewal.next-day', { date: text.date(next.on), days });
  return [
    noticeBox({
      tone: days <= soonDays ? 'warning' : 'note',
      heading: next.words,
      below: [line(when, {}, { spacing: 'None' })],
    }),
  ];
}

function headlineOf({ renewal, asOf }: RenewalView, text: Text): string {
  const { phase, anniversary, windowCloses } = renewal;
  if (phase === 'running') return text.say('renewal.running', { days: daysBetween(asOf, anniversary) });
  if (phase === 'window') return text.say('renewal.window', { days: daysBetween(asOf, windowCloses) });
  return text.say('renewal.lapsed', { date: text.date(windowCloses) });
}

interface Stop {
  readonly on: CalendarDate;
  readonly words: string;
}

function stopsOf(renewal: Renewal, text: Text): readonly Stop[] {
  const { checks, lastSafeExam, anniversary, phase } = renewal;
  const check = (days: number) =>
    text.say(days === firstReminder ? 'renewal.first-reminder' : 'renewal.check', { days });
  return [
    ...checks.map(({ on, daysBefore }) => ({ on, words: check(daysBefore) })),
    { on: lastSafeExam, words: text.say('renewal.last-safe-exam') },
    { on: anniversary, words: text.say('renewal.anniversary') },
    { on: renewal.windowOpens, words: text.say('renewal.window-opens') },
    { on: renewal.secondReminder, words: text.say('renewal.second-reminder') },
    { on: renewal.windowCloses, words: text.say('renewal.window-closes') },
    ...(phase === 'lapsed' ? [] : [{ on: renewal.nextAnniversary, words: text.say('renewal.next-anniversary') }]),
  ].sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}

/** What is past stands back, the next day stands out. */
function timeline({ renewal, asOf }: RenewalView, text: Text): readonly CardElement[] {
  const stops = stopsOf(renewal, text);
  const next = stops.find(({ on }) => on >= asOf)?.on;
  return stops.map(({ on, words }) => {
    const look: TextStyle = on < asOf ? { isSubtle: true } : on === next ? { weight: 'Bolder' } : {};
    const sign = on < asOf ? '–' : on === next ? '→' : '○';
    return row(line(`${sign} ${words}`, look), line(text.date(on), look));
  });
}

/** What would not be met on the renewal day, each with the last day on which an exam still helps. */
function riskLines(
  { lines, nothing, renewal, asOf, newestImport }: RenewalView,
  wording: Wording,
): readonly CardElement[] {
  const { text } = wording;
  if (renewal.phase === 'lapsed' || !newestImport) return [];
  const until = renewal.phase === 'window' ? renewal.windowCloses : renewal.anniversary;
  const gaps = lines.filter(({ risk, standing }) => standing !== undefined && risk.code !== 'reached' && !risk.own);
  const by = renewal.phase === 'running' && renewal.lastSafeExam >= asOf ? renewal.lastSafeExam : undefined;
  const told = nothing && nothingWords(nothing, until, wording);
  const counts = lines.length > 0 ? riskCounts(lines, text) : told ? '' : text.say('risk.none');
  const [first, ...below] = [told ?? '', counts].filter((words) => words !== '');
  const rows = gaps.slice(0, mostGaps).map((one) => line(`○ ${gapWords(one, by, wording)}`, {}, { spacing: 'Small' }));
  const untold = gaps.length - mostGaps;
  const more = (count: number) => text.say('risk.more', { count, ...goalNoun(wording) });
  const reached = lines.flatMap(({ risk }) =>
    risk.code === 'reached' ? [line(`✓ ${reachedWords(risk, wording)}`)] : [],
  );
  const rest = [...rows.slice(openGaps), ...(untold > 0 ? [note(more(untold))] : []), ...reached];
  return [
    heading(text.say('renewal.risk'), { spacing: 'Medium' }),
    noticeBox({
      tone: toneOfRisks((code) => lines.some(({ risk }) => risk.code === code), nothing !== undefined),
      heading: first!,
      below: below.map((words) => line(words, {}, { spacing: 'None' })),
      open: { question: { ask: 'risk' }, title: text.say('button.risk') },
    }),
    ...rows.slice(0, openGaps),
    ...(rest.length > 0 ? fold({ id: 'gaps', heading: text.say('renewal.details'), items: rest }) : []),
  ];
}

const openGaps = 3;

function reachedWords(risk: Extract<RiskLine['risk'], { code: 'reached' }>, wording: Wording): string {
  return riskOfCompetency(risk, wording);
}

function gapWords({ risk, standing }: RiskLine, by: CalendarDate | undefined, wording: Wording): string {
  const { text } = wording;
  if (risk.code === 'override' && risk.lasts) return riskOfCompetency(risk, wording);
  const about = {
    competency: competencyName(risk.competency, wording),
    level: levelName(risk.level, wording),
    missing: missingWords(standing!, wording),
  };
  return by === undefined
    ? text.say('renewal.gap', about)
    : text.say('renewal.gap-until', { ...about, date: text.date(by) });
}

/** The open points of the rules on which these days depend. */
function policyNotes({ policies, programme, renewal }: RenewalView, text: Text): readonly CardElement[] {
  const { renewalWindow, nextAnniversaryRule, countingDelay, retakeBuffer } = policies;
  return [
    note(text.say('renewal.policy.exam', { hours: countingDelay, days: retakeBuffer })),
    note(text.say('renewal.policy.window', { opens: renewalWindow })),
    note(text.say('renewal.policy.next', { rule: nextAnniversaryRule })),
    ...(hasScores(programme) ? [note(windowWords(renewal, policies, text))] : []),
  ];
}

function windowWords({ anniversary }: Renewal, policies: Policies, text: Text): string {
  const { from, to } = qualificationWindowOf(anniversary, policies);
  return text.say('renewal.policy.score', { from: text.date(from), to: text.date(to) });
}

function actionsOf({ isAdmin, renewal, asOf }: RenewalView, text: Text): readonly IExecuteAction[] {
  return [
    button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' }),
    button({ ask: 'risk' }, text.say('button.risk')),
    ...(isAdmin && renewal.phase === 'window'
      ? [button({ ask: 'renewed', on: asOf }, text.say('button.renewed-today'))]
      : []),
    button({ ask: 'membership' }, text.say('button.membership')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}

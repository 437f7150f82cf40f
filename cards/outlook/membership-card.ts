/** The membership: what was bought and when it ends, and for admins the form to enter it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { MembershipRecord, MembershipFault } from '../../domain/membership/membership';
import { policiesOf } from '../../domain/partner/partner';
import { noticeBox } from '../elements/blocks';
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { hasScores } from '../../domain/programme/programme';
import { enrolledUntil } from '../../domain/partner/held-goal';
import { competencyName, levelName, programmeName, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import { membershipForm, type MembershipEntry } from './membership-form';
import type { CalendarDate } from '../../domain/basics/date';
import type { Membership } from '../../domain/partner/partner';
import type { MembershipUndo } from '../contract/question';

/** What cannot be recorded, or not any more. */
export type MembershipRefusal =
  MembershipFault | { readonly code: 'no-renewal-date' } | { readonly code: 'changed-since' };

export interface MembershipView extends CardSetting {
  readonly asOf: CalendarDate;
  /** Whether the reader may record something. */
  readonly isAdmin: boolean;
  /** The day on which the membership ends and its requirements are checked; absent where none is recorded. */
  readonly anniversary?: CalendarDate;
  /** The last day of its programme, where that is over or will be before the membership can be renewed. */
  readonly endsOn?: CalendarDate;
  /** Whether it can be renewed today. */
  readonly isRenewable: boolean;
  /** The membership that the competency summary implies, where none is recorded. */
  readonly implied?: Pick<Membership, 'level' | 'boughtOn'>;
  readonly refusal?: MembershipRefusal;
  /** What was entered and refused, to be corrected in place. */
  readonly entered?: MembershipEntry;
  /** What was just done, and how it can be taken back. */
  readonly done?: { readonly code: 'recorded' | 'undone' | 'unchanged'; readonly undo?: MembershipUndo };
}

const longestPartner = 80;
const mostRenewals = 10;
const mostEnrolments = 12;
const mostRemovable = 2;

/** The answer to "which membership do we have", and to everything that changes it. */
export function membershipCard(view: MembershipView, text: Text): Card {
  const { partner, programme, refusal } = view;
  const wording = { text, programme };
  const headline = headlineOf(view, wording);
  return card({
    text,
    speak: text.say('sentence.stop', { words: headline }),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      ...(refusal ? [noticeBox({ tone: 'warning', heading: refusalWords(refusal, wording) })] : []),
      ...recordLines(view, wording),
      ...impliedLines(view, wording),
      ...(view.isAdmin && !isHistory(view) ? [...membershipForm(view, wording), ...enrolHint(view, wording)] : []),
    ],
    actions: actionsOf(view, wording),
  });
}

/** After the end of the programme nothing can be entered. */
function isHistory({ endsOn, asOf }: MembershipView): boolean {
  return endsOn !== undefined && asOf > endsOn;
}

function headlineOf({ partner: { membership }, done, refusal }: MembershipView, wording: Wording): string {
  const { text } = wording;
  if (refusal?.code === 'programme-ended') return text.say('membership.ended', { date: text.date(refusal.on) });
  if (refusal && refusal.code !== 'nothing-to-renew') return text.say('membership.refused');
  const recorded = membership
    ? text.say('membership.heading', { level: levelName(membership.level, wording) })
    : text.say('membership.none');
  return done ? text.say(`membership.done.${done.code}`, { recorded }) : recorded;
}

function refusalWords(refusal: MembershipRefusal, wording: Wording): string {
  const { text, programme } = wording;
  switch (refusal.code) {
    case 'not-a-date':
      return text.say('membership.refusal.not-a-date', { heard: escapeMarkdown(refusal.heard, 40) });
    case 'unknown-zone':
      return text.say('membership.refusal.unknown-zone', { heard: escapeMarkdown(refusal.heard, 60) });
    case 'in-the-future':
    case 'long-ago':
      return text.say(`membership.refusal.${refusal.code}`, { date: text.date(refusal.on) });
    case 'programme-ended':
      return text.say('membership.refusal.programme-ended', { date: text.date(refusal.on) });
    case 'renewed-too-early':
      return text.say('membership.refusal.renewed-too-early', { date: text.date(refusal.opens) });
    case 'renewed-too-late':
      return text.say('membership.refusal.renewed-too-late', { date: text.date(refusal.closed) });
    default:
      return text.say(`membership.refusal.${refusal.code}`, {
        level: levelName(programme.levels[0]?.id ?? '', wording),
      });
  }
}

/** What is recorded, one line each. */
function recordLines(view: MembershipView, { text }: Wording): readonly CardElement[] {
  const { partner, programme, anniversary, endsOn, asOf } = view;
  const words = [
    ...purchaseWords(partner, text),
    ...(anniversary === undefined ? [] : [text.say('membership.anniversary', { date: text.date(anniversary) })]),
    ...(endsOn === undefined || !partner.membership ? [] : [endWords(endsOn, asOf, text)]),
    text.say('membership.market', { market: partner.market }),
    text.say('membership.zone', { zone: zoneOf(view) }),
    ...enrolmentWords(partner, { text, programme }),
  ];
  return words.map((one) => line(one, {}, { spacing: 'Small' }));
}

function endWords(endsOn: string, asOf: string, text: Text): string {
  return text.say('membership.never-renewed', { date: text.date(endsOn), when: asOf > endsOn ? 'past' : 'ahead' });
}

/** As the time zone database writes it, in every language. */
function zoneOf({ partner, programme }: Pick<MembershipView, 'partner' | 'programme'>): string {
  return escapeMarkdown(policiesOf(partner, programme).timeZone, 60);
}

function purchaseWords({ membership }: MembershipRecord, text: Text): readonly string[] {
  const renewals = (membership?.renewedOn ?? []).slice(-mostRenewals).map((day) => text.date(day));
  return [
    ...(membership ? [text.say('membership.bought', { date: text.date(membership.boughtOn) })] : []),
    ...(renewals.length > 0 ? [text.say('membership.renewed', { dates: text.list(renewals) })] : []),
  ];
}

/** One line for each designation and specialization in which the company is enrolled. */
function enrolmentWords({ enrolments = [], membership }: MembershipRecord, wording: Wording): readonly string[] {
  const { text } = wording;
  const words = enrolments.slice(0, mostEnrolments).map((one) =>
    text.say('membership.enrolled', {
      goal: competencyName(one.competency, wording),
      level: levelName(one.level, wording),
      from: text.date(one.from),
      until: text.date(enrolledUntil(one, { membership, programme: wording.programme })),
    }),
  );
  const more = enrolments.length - mostEnrolments;
  return more > 0 ? [...words, text.say('list.more', { count: more })] : words;
}

/** What a change would record, one line each, for its preview; the enrolments that it takes away first. */
export function recordWords(record: MembershipRecord, before: MembershipRecord, wording: Wording): readonly string[] {
  const { text } = wording;
  const { membership, market, timeZone } = record;
  const kept = new Set(record.enrolments?.map(({ competency }) => competency));
  const left = (before.enrolments ?? []).filter(({ competency }) => !kept.has(competency));
  return [
    ...left.map((one) =>
      text.say('membership.enrolment-removed', {
        goal: competencyName(one.competency, wording),
        level: levelName(one.level, wording),
        from: text.date(one.from),
      }),
    ),
    membership
      ? text.say('membership.heading', { level: levelName(membership.level, wording) })
      : text.say('membership.none'),
    ...purchaseWords(record, text),
    text.say('membership.market', { market }),
    ...(timeZone === undefined ? [] : [text.say('membership.zone', { zone: escapeMarkdown(timeZone, 60) })]),
    ...enrolmentWords(record, wording),
  ];
}

function impliedLines({ implied }: MembershipView, wording: Wording): readonly CardElement[] {
  if (!implied) return [];
  const { text } = wording;
  const level = levelName(implied.level, wording);
  return [
    line(text.say('membership.implied', { level, date: text.date(implied.boughtOn) }), {}, { spacing: 'Medium' }),
  ];
}

/** Designations are entered one by one; the form is for what was bought. */
function enrolHint({ programme }: MembershipView, { text }: Wording): readonly CardElement[] {
  return hasScores(programme) ? [note(text.say('membership.enrol-how'))] : [];
}

/** Only the button of the form sends what stands in its fields. */
const alone = { associatedInputs: 'none' } as const;

function actionsOf(view: MembershipView, wording: Wording): readonly IExecuteAction[] {
  const { text } = wording;
  const { isAdmin, isRenewable, implied, done, asOf } = view;
  const forAdmins = [
    ...(done?.undo ? [button({ ask: 'membership', undo: done.undo }, text.say('button.undo'), alone)] : []),
    ...(implied ? [button({ ask: 'membership', ...implied }, text.say('button.take-over'), alone)] : []),
    ...(isHistory(view)
      ? [button({ ask: 'programme' }, text.say('button.programme'), alone)]
      : [button({ ask: 'membership' }, text.say('button.save'), { style: 'positive', associatedInputs: 'auto' })]),
    ...(view.partner.enrolments ?? []).slice(-mostRemovable).map(({ competency }) => {
      const title = text.say('button.remove-enrolment', { goal: competencyName(competency, wording) });
      return button({ ask: 'membership', competency, remove: true }, title, alone);
    }),
    ...(isRenewable ? [button({ ask: 'renewed', on: asOf }, text.say('button.renewed-today'), alone)] : []),
  ];
  return [
    ...(isAdmin ? forAdmins : []),
    ...(view.anniversary !== undefined
      ? [button({ ask: 'renewal' }, text.say('button.renewal'), alone)]
      : [button({ ask: 'progress' }, text.say('button.progress'), alone)]),
    button({ ask: 'help' }, text.say('button.help'), alone),
  ];
}

/** The membership: what was bought and when it ends, and for admins the form to enter it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { MembershipRecord, MembershipFault } from '../../domain/membership/membership';
import { policiesOf } from '../../domain/partner/partner';
import { marketClasses } from '../../domain/programme/requirement';
import { button, card, choiceField, dateField, heading, textField, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { levelName, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
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
  /** Whether it can be renewed today. */
  readonly isRenewable: boolean;
  /** The membership that the competency summary implies, where none is recorded. */
  readonly implied?: Pick<Membership, 'level' | 'boughtOn'>;
  readonly refusal?: MembershipRefusal;
  /** What was entered and refused, to be corrected in place. */
  readonly entered?: {
    readonly level?: string;
    readonly boughtOn?: string;
    readonly market?: string;
    readonly timeZone?: string;
  };
  /** What was just done, and how it can be taken back. */
  readonly done?: { readonly code: 'recorded' | 'undone' | 'unchanged'; readonly undo?: MembershipUndo };
}

const longestPartner = 80;
const mostRenewals = 10;

/** The answer to "which membership do we have", and to everything that changes it. */
export function membershipCard(view: MembershipView, text: Text): Card {
  const { partner, programme, refusal } = view;
  const wording = { text, programme };
  const headline = headlineOf(view, wording);
  return card({
    text,
    speak: text.say('sentence.stop', { words: headline }),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${nameWords(programme.names, text)}`),
      title(headline),
      ...(refusal ? [line(`⚠ ${refusalWords(refusal, wording)}`, { color: 'Attention', weight: 'Bolder' })] : []),
      ...recordLines(view, wording),
      ...impliedLines(view, wording),
      ...(view.isAdmin ? form(view, wording) : []),
    ],
    actions: actionsOf(view, wording),
  });
}

function headlineOf({ partner: { membership }, done, refusal }: MembershipView, wording: Wording): string {
  const { text } = wording;
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
  const { partner, anniversary } = view;
  const words = [
    ...purchaseWords(partner, text),
    ...(anniversary === undefined ? [] : [text.say('membership.anniversary', { date: text.date(anniversary) })]),
    text.say('membership.market', { market: partner.market }),
    text.say('membership.zone', { zone: zoneOf(view) }),
  ];
  return words.map((one) => line(one, {}, { spacing: 'Small' }));
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

/** What a change would record, one line each, for its preview. */
export function recordWords(record: MembershipRecord, wording: Wording): readonly string[] {
  const { text } = wording;
  const { membership, market, timeZone } = record;
  return [
    membership
      ? text.say('membership.heading', { level: levelName(membership.level, wording) })
      : text.say('membership.none'),
    ...purchaseWords(record, text),
    text.say('membership.market', { market }),
    ...(timeZone === undefined ? [] : [text.say('membership.zone', { zone: escapeMarkdown(timeZone, 60) })]),
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

function form(
  { partner, programme, implied, entered, asOf }: MembershipView,
  { text }: Wording,
): readonly CardElement[] {
  const { membership = implied } = partner;
  const level = entered?.level ?? membership?.level;
  const boughtOn = entered?.boughtOn ?? membership?.boughtOn;
  const empty = text.say('form.empty');
  const levels = [...programme.levels].reverse().map(({ id, names }) => ({ value: id, title: nameWords(names, text) }));
  const markets = marketClasses.map((id) => ({
    value: id,
    title: text.say('membership.market-class', { market: id }),
  }));
  return [
    heading(text.say('membership.form')),
    choiceField(
      {
        id: 'level',
        label: text.say('membership.form.level'),
        empty,
        ...(levels.some(({ value }) => value === level) && { value: level! }),
      },
      levels,
    ),
    dateField(
      {
        id: 'boughtOn',
        label: text.say('membership.form.bought'),
        empty,
        ...(boughtOn !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(boughtOn) && { value: boughtOn }),
      },
      asOf,
    ),
    choiceField({ id: 'market', label: text.say('membership.form.market'), empty, value: partner.market }, markets),
    textField({
      id: 'timeZone',
      label: text.say('membership.form.zone'),
      empty,
      value: entered?.timeZone ?? policiesOf(partner, programme).timeZone,
    }),
  ];
}

/** Only the button of the form sends what stands in its fields. */
const alone = { associatedInputs: 'none' } as const;

function actionsOf(view: MembershipView, { text }: Wording): readonly IExecuteAction[] {
  const { isAdmin, isRenewable, implied, done, asOf } = view;
  const forAdmins = [
    ...(done?.undo ? [button({ ask: 'membership', undo: done.undo }, text.say('button.undo'), alone)] : []),
    ...(implied ? [button({ ask: 'membership', ...implied }, text.say('button.take-over'), alone)] : []),
    button({ ask: 'membership' }, text.say('button.save'), { style: 'positive', associatedInputs: 'auto' }),
    ...(isRenewable ? [button({ ask: 'renewed', on: asOf }, text.say('button.renewed-today'), alone)] : []),
  ];
  return [
    ...(isAdmin ? forAdmins : []),
    ...(view.partner.membership
      ? [button({ ask: 'renewal' }, text.say('button.renewal'), alone)]
      : [button({ ask: 'progress' }, text.say('button.progress'), alone)]),
    button({ ask: 'help' }, text.say('button.help'), alone),
  ];
}

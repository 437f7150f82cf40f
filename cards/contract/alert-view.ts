/** What the cards about alerts are given. */
import type { CalendarDate } from '../../domain/basics/date';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { NoticeRule } from '../../domain/alerts/notice';
import type { Person } from '../../domain/partner/person';
import type { CardSetting } from './view';

/** What the cards about alerts stand on. */
export interface AlertSetting extends CardSetting {
  readonly asOf: CalendarDate;
  /** Everyone whose id occurs in a notice, to print names. */
  readonly people: ReadonlyMap<string, Person>;
  /** What those are called who deal with notices, by Entra object id. */
  readonly names: ReadonlyMap<string, string>;
  /** The day on which it was said before, and not confirmed; absent where nothing is in doubt. */
  readonly doubtedOn?: CalendarDate;
}

export interface AlertView extends AlertSetting {
  readonly notice: KeptNotice;
  /** Whether it was not as the card said on which a button was pressed. */
  readonly isChanged?: boolean;
  /** Somebody is to be chosen for it, or a day until which it is put off. */
  readonly choice?:
    | { readonly of: 'person'; readonly people: readonly { readonly account: string; readonly name: string }[] }
    | { readonly of: 'day'; readonly days: readonly { readonly days: number; readonly on: CalendarDate }[] };
}

/** Why something could not be delivered. */
export interface FailedDelivery {
  /** Absent where only the account is known. */
  readonly name?: string;
  /** The channel's own, or one of ours. */
  readonly code: string;
}

export interface AlertsView extends AlertSetting {
  /** What is told for the first time, on a card that nobody asked for; it comes first. */
  readonly fresh: readonly KeptNotice[];
  readonly others: readonly KeptNotice[];
  readonly failures: readonly FailedDelivery[];
  /** The day of the card, where it was sent unasked. */
  readonly digestOf?: CalendarDate;
  readonly page: number;
}

export interface AlertSettingsView {
  readonly settings: AlertSettings;
  readonly timeZone?: string;
  readonly isAdmin: boolean;
  readonly done?: { readonly code: 'saved' } | { readonly code: 'did-stop' | 'did-start'; readonly rule: NoticeRule };
}

/** A hindrance is the reason why nothing, or one credential, of a person counts on a day. */
import type { CalendarDate } from '../../basics/date';

/** Why nothing, or one credential, of a person counts on a day. */
export type Hindrance =
  | { readonly code: 'left'; readonly on: CalendarDate }
  | { readonly code: 'linked-elsewhere'; readonly on: CalendarDate }
  | { readonly code: 'account-deleted'; readonly on: CalendarDate }
  | { readonly code: 'not-linked' }
  | { readonly code: 'waiting'; readonly countsFrom: CalendarDate }
  | { readonly code: 'not-yet-earned'; readonly on: CalendarDate }
  /** `isComputed`: the file gives no day, so it was renewed if a renewal is not visible there. */
  | { readonly code: 'expired'; readonly on: CalendarDate; readonly isComputed?: true }
  | { readonly code: 'retired'; readonly on: CalendarDate; readonly countedUntil: CalendarDate }
  | { readonly code: 'earned-after-retirement'; readonly on: CalendarDate }
  | { readonly code: 'too-old'; readonly on: CalendarDate }
  | { readonly code: 'third-party' }
  | { readonly code: 'claimed' };

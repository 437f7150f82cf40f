/** A person's own exams and expiries, to be read and as a calendar file, for that person alone. */
import { calendarCard, type CalendarView } from '../../cards/records/calendar-card';
import { ownEntries } from '../../cards/records/calendar-entries';
import type { CalendarEntry } from '../../domain/imports/calendar-entry';
import { madeFileNames } from '../../domain/imports/exported-file';
import { endingWithin } from '../../domain/planning/expiring';
import type { ReadOnlyStore } from '../../domain/ports';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { recordDeed, type AuditDeps } from '../store/audit-trail';
import { listValues } from '../store/row-list';
import { saveFileOffer } from './file-offer';

/** What reading the asker's own days needs. */
export interface OwnCalendarDeps extends FactsSnapshotDeps, Pick<AppServices, 'writeCalendar'> {
  readonly store: FactsSnapshotDeps['store'] & Pick<ReadOnlyStore, 'tasks'>;
}

export const ownCalendarFile = madeFileNames['own-calendar'];

/** A year and a month: the expiry of what was renewed today is in it. */
const daysAhead = 400;

/** The asker's own days ahead; undefined where the asker is not on record. Throws {@link StoreUnavailable} as the store does. */
async function ownDaysOf(
  request: TurnRequest,
  services: Omit<OwnCalendarDeps, 'writeCalendar'>,
): Promise<{ readonly entries: readonly CalendarEntry[] | undefined; readonly isAdmin: boolean }> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme, facts, asOf, isAdmin } = snapshot;
  const own = await findOwnRecord(snapshot, request);
  if (!own) return { entries: undefined, isAdmin };
  const endings = endingWithin(programme, { ...facts, people: [own] }, { today: asOf, days: daysAhead });
  const tasks = (await listValues(services.store.tasks, request.tenant)).filter(({ person }) => person === own.id);
  return { entries: ownEntries({ programme, asOf, endings, tasks }, services.text(request.locale)), isAdmin };
}

/** The card with the asker's own days. Throws {@link StoreUnavailable} as the store does. */
export async function ownCalendarShown(
  request: TurnRequest,
  services: Omit<OwnCalendarDeps, 'writeCalendar'>,
): Promise<Reply> {
  const { entries, isAdmin } = await ownDaysOf(request, services);
  const view = { state: 'shown', isAdmin, isKnown: entries !== undefined, entries: entries ?? [] } as const;
  return { name: 'calendar', card: calendarCard(view, services.text(request.locale)) };
}

/** The bytes of the file, made anew from what is kept now. */
export async function ownCalendarBytes(request: TurnRequest, services: OwnCalendarDeps): Promise<Uint8Array> {
  const { entries } = await ownDaysOf(request, services);
  const name = services.text(request.locale).say('calendar.own-name');
  return Buffer.from(services.writeCalendar(entries ?? [], { name, now: request.now }), 'utf8');
}

/** Hands the file over: with a file consent card, onto this machine in the local world, or says that it cannot. */
export async function offerOwnCalendar(request: TurnRequest, services: AppServices): Promise<Reply> {
  if (services.local && request.scope === 'personal') {
    await recordOwnCalendar(request, services);
    const path = await services.local.saveFile(ownCalendarFile, await ownCalendarBytes(request, services));
    return ownCalendarReply({ state: 'saved', path }, request, services);
  }
  if (request.scope !== 'personal' || !services.transfer.canOffer)
    return ownCalendarReply({ state: 'failed' }, request, services);
  const { length: size } = await ownCalendarBytes(request, services);
  const id = await saveFileOffer('own-calendar', request, services);
  const description = services.text(request.locale).say('calendar.own-name');
  const offer = { id, about: 'own-calendar', name: ownCalendarFile, size, description } as const;
  return { ...ownCalendarReply({ state: 'asked' }, request, services), offer };
}

type FileState =
  Exclude<CalendarView, { readonly state: 'shown' }> extends infer V
    ? V extends unknown
      ? Omit<V, 'isAdmin'>
      : never
    : never;

/** The card that says what became of the file. */
export function ownCalendarReply(
  state: FileState,
  { locale }: TurnRequest,
  services: Pick<AppServices, 'text'>,
): Reply {
  const view = { ...state, isAdmin: false } as CalendarView;
  return { name: `calendar-${view.state}`, card: calendarCard(view, services.text(locale)) };
}

/** An entry in the audit trail as for every other file that leaves. */
export function recordOwnCalendar({ tenant, user }: TurnRequest, services: AuditDeps): Promise<void> {
  return recordDeed(tenant, { act: 'exported', about: ownCalendarFile, by: user.aadObjectId }, services);
}

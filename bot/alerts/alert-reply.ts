/** The reply about one alert, opened or acted upon by a button: acknowledged, assigned or put off. */
import { alertCard, type AlertView } from '../../cards/alerts/alert-card';
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { addDays } from '../../domain/basics/date';
import { actOnNotice, contentVersionOf, isActive, type Act, type KeptNotice } from '../../domain/alerts/kept-notice';
import type { Versioned } from '../../domain/basics/repository';
import { scheduleDelivery } from '../partner/sweep-schedule';
import { assigneeHindrance, findAssignee, loadAssigneeChoices } from './assignee';
import { loadAlertSnapshot, type AlertSnapshot, type AlertSnapshotDeps } from './alert-snapshot';
import type { TurnRequest } from '../context/turn-request';
import { refused, type Reply } from '../context/reply';
import type { Store } from '../../domain/ports';
import { loadFactsSnapshot } from '../partner/partner-snapshot';
import { maySeeNames } from '../partner/name-visibility';

type Pressed = Extract<Question, { ask: 'alerts' }>;

/** What acting on an alert needs: a delivery is scheduled, because the cards of the other recipients change. */
export interface AlertReplyDeps extends AlertSnapshotDeps {
  readonly store: AlertSnapshotDeps['store'] & Pick<Store, 'notices' | 'schedule'>;
}

const offeredDays = [1, 3, 7, 14, 30];
/** A notice that is put off for longer is forgotten. */
const mostDays = 90;

/** Whether the asker may see a notice and act on it. */
function concerns({ audience, state }: KeptNotice, { isAdmin, account }: AlertSnapshot): boolean {
  if (state.is === 'assigned' && state.to === account) return true;
  return audience === 'admins' ? isAdmin : audience.account === account && account !== '';
}

/** What the button does, a choice that is still to be made, or nothing where only the alert is asked for; whom it is assigned to is looked up apart. */
function meant(pressed: Pressed, { asOf }: AlertSnapshot): Act | NonNullable<AlertView['choice']> | undefined {
  switch (pressed.act) {
    case undefined:
      return undefined;
    case 'acknowledge':
      return { do: 'acknowledge' };
    case 'assign':
      return undefined;
    case 'snooze': {
      const { until } = pressed;
      if (until !== undefined && until > asOf && until <= addDays(asOf, mostDays)) return { do: 'snooze', until };
      return { of: 'day', days: offeredDays.map((days) => ({ days, on: addDays(asOf, days) })) };
    }
  }
}

type Wanted = Act | NonNullable<AlertView['choice']> | { readonly refusal: Refusal } | undefined;

/**
 * The same, with the person to whom it is assigned looked up; everyone who can be chosen where nobody is named yet. What is for one
 * person alone is not handed on.
 */
async function wanted(
  pressed: Pressed,
  { audience }: KeptNotice,
  { request, services, snapshot }: ReplySituation,
): Promise<Wanted> {
  if (pressed.act !== 'assign') return meant(pressed, snapshot);
  if (audience !== 'admins') return undefined;
  if (pressed.to === undefined) return { of: 'person', people: await loadAssigneeChoices(request, services) };
  const facts = await loadFactsSnapshot(request, services);
  const make = (to: string): Question => ({ ...pressed, to });
  const { conversations } = snapshot.circle;
  const found = await findAssignee(pressed.to, make, { request, snapshot: facts, conversations });
  return 'refusal' in found ? found : { do: 'assign', ...found };
}

interface ReplySituation {
  readonly request: TurnRequest;
  readonly services: AlertReplyDeps;
  readonly snapshot: AlertSnapshot;
}

/** Acts on the notice, unless another write comes first; the sweep updates the cards of the other recipients. */
async function actUpon(
  { value, version }: Versioned<KeptNotice>,
  act: Act,
  { request, services, snapshot }: ReplySituation,
): Promise<KeptNotice | undefined> {
  const after = actOnNotice(value, act, { by: snapshot.account, at: request.now });
  if (!after) return undefined;
  const conflicts = await services.store.notices.write(request.tenant, [{ kind: 'replace', value: after, version }]);
  if (conflicts.length > 0) return undefined;
  await scheduleDelivery(services, request.tenant);
  return after;
}

/** Only admins are told why another person cannot be reached. */
function hindered(notice: KeptNotice, { circle, isAdmin }: AlertSnapshot): Pick<AlertView, 'hindrance'> {
  const hindrance = isAdmin ? assigneeHindrance(notice, circle) : undefined;
  return hindrance === undefined ? {} : { hindrance };
}

/**
 * Acts on an alert as the button says and returns its card. A button of an outdated card acts on nothing: the card then shows
 * how the alert stands. Throws {@link StoreUnavailable} as the store does.
 */
export async function alertReply(
  pressed: Pressed & { readonly alert: string },
  request: TurnRequest,
  services: AlertReplyDeps,
): Promise<Reply> {
  const text = services.text(request.locale);
  const snapshot = await loadAlertSnapshot(request, services);
  const kept = await services.store.notices.get(request.tenant, pressed.alert);
  if (!kept) return refused({ code: 'card-outdated' }, text);
  if (!concerns(kept.value, snapshot)) return refused({ code: 'admins-only' }, text);
  const show = async (notice: KeptNotice, more: Pick<AlertView, 'isChanged' | 'choice'> = {}): Promise<Reply> => ({
    name: 'alerts',
    card: alertCard({ ...(await snapshot.settingFor([notice])), notice, ...hindered(notice, snapshot), ...more }, text),
  });
  const isLate = pressed.face !== undefined && pressed.face !== contentVersionOf(kept.value);
  if (isLate) return show(kept.value, { isChanged: true });
  // Who can be chosen is told by name.
  const isHidden = pressed.act === 'assign' && !maySeeNames(request, snapshot);
  if (isHidden && isActive(kept.value)) return refused({ code: 'only-in-private' }, text);
  const what = isActive(kept.value) ? await wanted(pressed, kept.value, { request, services, snapshot }) : undefined;
  if (!what) return show(kept.value);
  if ('refusal' in what) return refused(what.refusal, text);
  if ('of' in what) return show(kept.value, { choice: what });
  const after = await actUpon(kept, what, { request, services, snapshot });
  if (after) return show(after);
  const now = await services.store.notices.get(request.tenant, pressed.alert);
  return now ? show(now.value, { isChanged: true }) : refused({ code: 'card-outdated' }, text);
}

/** The reply about one alert, opened or acted upon by a button: acknowledged, assigned or put off. */
import { alertCard } from '../../cards/alerts/alert-card';
import type { Question } from '../../cards/contract/question';
import type { AlertView } from '../../cards/contract/view';
import { addDays } from '../../domain/basics/date';
import { acted, faceOf, isActive, type Act, type KeptNotice } from '../../domain/alerts/kept-notice';
import type { Kept } from '../../domain/basics/repository';
import { nudge } from '../partner/sweep-schedule';
import { lookAtAlerts, type AlertLook } from './alert-snapshot';
import type { Ask } from '../context/turn-request';
import { refused, type Reply } from '../context/reply';
import type { World } from '../context/app-services';

type Pressed = Extract<Question, { ask: 'alerts' }>;

const offeredDays = [1, 3, 7, 14, 30];
/** A notice that is put off for longer is forgotten. */
const mostDays = 90;

/** Whether somebody may see a notice and do something about it. */
function concerns({ audience, state }: KeptNotice, { isAdmin, account }: AlertLook): boolean {
  if (state.is === 'assigned' && state.to === account) return true;
  return audience === 'admins' ? isAdmin : audience.account === account && account !== '';
}

/** What the button does, a choice that is still to be made, or nothing where only the alert is asked for. */
function meant(pressed: Pressed, { circle, asOf }: AlertLook): Act | NonNullable<AlertView['choice']> | undefined {
  switch (pressed.act) {
    case undefined:
      return undefined;
    case 'acknowledge':
      return { do: 'acknowledge' };
    case 'assign': {
      const to = pressed.to?.toLowerCase();
      if (to !== undefined && circle.conversations.has(to)) return { do: 'assign', to };
      const people = [...circle.conversations].map(([account, { value }]) => ({
        account,
        name: value.name || account,
      }));
      return { of: 'person', people: people.sort((one, other) => (one.name < other.name ? -1 : 1)) };
    }
    case 'snooze': {
      const { until } = pressed;
      if (until !== undefined && until > asOf && until <= addDays(asOf, mostDays)) return { do: 'snooze', until };
      return { of: 'day', days: offeredDays.map((days) => ({ days, on: addDays(asOf, days) })) };
    }
  }
}

/** Does it, unless somebody else was faster; the cards of the others follow by themselves. */
async function actUpon(
  { value, version }: Kept<KeptNotice>,
  act: Act,
  { ask, world, look }: { readonly ask: Ask; readonly world: World; readonly look: AlertLook },
): Promise<KeptNotice | undefined> {
  const after = acted(value, act, { by: look.account, at: ask.now });
  if (!after) return undefined;
  const conflicts = await world.store.notices.write(ask.tenant, [{ kind: 'replace', value: after, version }]);
  if (conflicts.length > 0) return undefined;
  await nudge(world, ask.tenant);
  return after;
}

/** The reply about the alert of a key, after what the button does about it. A card that was pressed late shows how it stands. */
export async function alertReply(
  pressed: Pressed & { readonly alert: string },
  ask: Ask,
  world: World,
): Promise<Reply> {
  const text = world.text(ask.locale);
  const look = await lookAtAlerts(ask, world);
  const kept = await world.store.notices.get(ask.tenant, pressed.alert);
  if (!kept) return refused({ code: 'card-outdated' }, text);
  if (!concerns(kept.value, look)) return refused({ code: 'admins-only' }, text);
  const show = async (notice: KeptNotice, more: Pick<AlertView, 'isChanged' | 'choice'> = {}): Promise<Reply> => ({
    name: 'alerts',
    card: alertCard({ ...(await look.settingFor([notice])), notice, ...more }, text),
  });
  const isLate = pressed.face !== undefined && pressed.face !== faceOf(kept.value);
  if (isLate) return show(kept.value, { isChanged: true });
  const what = isActive(kept.value) ? meant(pressed, look) : undefined;
  if (!what) return show(kept.value);
  if ('of' in what) {
    // Who can be chosen is told by name.
    const isPublic = what.of === 'person' && !(look.isAdmin && ask.scope === 'personal');
    return isPublic ? refused({ code: 'only-in-private' }, text) : show(kept.value, { choice: what });
  }
  const after = await actUpon(kept, what, { ask, world, look });
  if (after) return show(after);
  const now = await world.store.notices.get(ask.tenant, pressed.alert);
  return now ? show(now.value, { isChanged: true }) : refused({ code: 'card-outdated' }, text);
}

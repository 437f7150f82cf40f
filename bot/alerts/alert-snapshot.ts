/** An alert look is what a command about alerts knows before it decides: the notices, who reads, and who can be told. */
import type { AlertSetting } from '../../cards/contract/view';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { namesOf, peopleOf } from './alert-view';
import type { Ask } from '../context/turn-request';
import { circleOf, type Circle } from '../delivery/recipients';
import { heldFor } from '../partner/admin';
import { newestImportOf } from '../partner/partner-facts';
import { lookAtPartner, settingOf, type PartnerLook } from '../partner/partner-snapshot';
import type { World } from '../context/app-services';

export interface AlertLook extends PartnerLook {
  /** The Entra object id of the asker, in lower case. */
  readonly account: string;
  readonly circle: Circle;
  /** What every card about these notices stands on. */
  readonly settingFor: (notices: readonly KeptNotice[]) => Promise<AlertSetting>;
}

/** Who asks, and who can be told. Throws as the store does. */
export async function lookAtAlerts(ask: Ask, world: World): Promise<AlertLook> {
  const look = await lookAtPartner(ask, world);
  const account = ask.user.aadObjectId.toLowerCase();
  const circle = await circleOf({ ...look.partner, tenant: ask.tenant }, [account], world);
  const { judged } = await heldFor(ask, world);
  const newestImport = judged?.newestImport ?? (await newestImportOf(world.store, ask.tenant));
  const settingFor = async (notices: readonly KeptNotice[]): Promise<AlertSetting> => {
    const people = await peopleOf(notices, ask.tenant, world.store);
    const self = [...people.values()].find(({ identifiers }) =>
      identifiers.aadUserId.some((id) => account !== '' && id.toLowerCase() === account),
    );
    const text = world.text(ask.locale);
    const setting = settingOf(ask, look, { text, newestImport, self });
    return {
      ...setting,
      asOf: look.asOf,
      people,
      names: namesOf(circle.conversations, { ...setting, account }),
    };
  };
  return { ...look, account, circle, settingFor };
}

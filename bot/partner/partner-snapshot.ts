/** A look is what a command knows before it decides: the partner, its facts, and what the asker may see of them. */
import type { Text } from '../../cards/text';
import type { Setting } from '../../cards/contract/view';
import { dateOf, type CalendarDate } from '../../domain/basics/date';
import type { ImportRecord } from '../../domain/partner/import-record';
import { factsOf } from '../../domain/membership/cached-standing';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/person';
import type { Policies } from '../../domain/programme/policy';
import type { Programme } from '../../domain/programme/programme';
import type { Facts } from '../../domain/counting/standing';
import { isAdmin, partnerOf } from './admin';
import type { Ask } from '../context/turn-request';
import { knownOf } from './partner-facts';
import type { World } from '../context/app-services';

/** What is known without the facts. */
export interface PartnerLook {
  readonly asOf: CalendarDate;
  readonly partner: Partner;
  readonly programme: Programme;
  readonly policies: Policies;
  readonly isAdmin: boolean;
}

export interface Look extends PartnerLook {
  readonly facts: Facts;
  readonly imports: readonly ImportRecord[];
  /** The asker's own record, where the sign-in id tells it. */
  readonly self?: Person;
  readonly setting: Setting;
}

/** The partner and its rules. Throws {@link StoreUnavailable} if the store does not answer. */
export async function lookAtPartner(ask: Ask, world: World): Promise<PartnerLook> {
  const partner = await partnerOf(ask, world);
  const programme = world.programmes.get(partner.programme);
  if (!programme) throw new Error(`The partner's programme ${partner.programme} is not among those loaded`);
  return {
    asOf: dateOf(ask.now),
    partner,
    programme,
    policies: policiesOf(partner, programme),
    isAdmin: isAdmin(partner, ask, world),
  };
}

/** The partner and everything that bears on its standing; reads every person. */
export async function lookAtFacts(ask: Ask, world: World): Promise<Look> {
  const look = await lookAtPartner(ask, world);
  const { people, figures, imports, newestImport } = await knownOf(world.store, ask.tenant);
  const self = recordOf(ask.user.aadObjectId, people);
  return {
    ...look,
    facts: factsOf(look.partner, { known: { people, figures }, programme: look.programme }),
    imports,
    ...(self && { self }),
    setting: settingOf(ask, look, { text: world.text(ask.locale), newestImport, self }),
  };
}

interface Shown {
  readonly text: Text;
  readonly newestImport?: ImportRecord | undefined;
  readonly self?: Person | undefined;
}

/** What every card stands on. Names are for admins, and only where nobody else reads along. */
export function settingOf({ scope }: Ask, { programme, partner, isAdmin }: PartnerLook, shown: Shown): Setting {
  return {
    programme,
    partner: { ...partner, name: partner.name || shown.text.say('partner.unnamed') },
    seesNames: isAdmin && scope === 'personal',
    ...(shown.newestImport && { newestImport: shown.newestImport }),
    ...(shown.self && { self: shown.self.id }),
  };
}

/** The person whom a sign-in id means. */
function recordOf(aadObjectId: string, people: readonly Person[]): Person | undefined {
  const id = aadObjectId.toLowerCase();
  return id === '' ? undefined : people.find(({ identifiers }) => identifiers.aadUserId.includes(id));
}

/**
 * The asker's own record: by the sign-in id, else by the mail address that the channel vouches for. Never by name, which
 * anyone can choose.
 */
export async function ownRecord(look: Look, { user }: Ask): Promise<Person | undefined> {
  if (look.self) return look.self;
  const mails = (await user.mails()).map((mail) => mail.toLowerCase());
  return look.facts.people.find(({ identifiers: { corpEmail, email } }) =>
    [...corpEmail, ...email].some((address) => mails.includes(address)),
  );
}

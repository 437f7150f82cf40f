/** A snapshot is what a command knows before it decides: the partner, its facts, and what the sender may see of them. */
import type { CardSetting } from '../../cards/contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { ImportRecord } from '../../domain/partner/import-record';
import { factsOf } from '../../domain/membership/cached-standing';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { namesakeLabels } from '../../domain/partner/people/namesake';
import type { Person } from '../../domain/partner/people/person';
import type { Policies } from '../../domain/programme/policy';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import type { Programme } from '../../domain/programme/programme';
import type { Facts } from '../../domain/counting/facts';
import type { ReadOnlyStore } from '../../domain/ports';
import { isAdmin } from './admin';
import { cardSettingOf } from './name-visibility';
import { loadPartner } from './partner-reads';
import { readPartnerRow } from '../store/partner-row';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerFacts } from './partner-facts';
import type { AppServices } from '../context/app-services';
import type { StandingReadDeps } from './standing-cache';

/** What reading the partner and its rules needs. */
export interface SnapshotDeps extends StandingReadDeps, Pick<AppServices, 'access'> {}

/** What reading its facts needs: the text as well, for the name of a partner that has none. */
export interface FactsSnapshotDeps extends SnapshotDeps, Pick<AppServices, 'text'> {}

/** What is known without the facts. */
export interface PartnerSnapshot {
  readonly asOf: CalendarDate;
  readonly partner: Partner;
  readonly programme: Programme;
  readonly policies: Policies;
  readonly isAdmin: boolean;
}

export interface FactsSnapshot extends PartnerSnapshot {
  readonly facts: Facts;
  readonly imports: readonly ImportRecord[];
  /** The asker's own record, where the sign-in id tells it. */
  readonly self?: Person;
  readonly setting: CardSetting;
}

/** The partner and its rules. Throws {@link StoreUnavailable} if the store does not answer. */
export async function loadPartnerSnapshot(request: TurnRequest, services: SnapshotDeps): Promise<PartnerSnapshot> {
  const partner = await loadPartner(request, services);
  const programme = followedProgramme(partner, services.programmes);
  const policies = policiesOf(partner, programme);
  return {
    asOf: partnerDayAt(request.now, policies),
    partner,
    programme,
    policies,
    isAdmin: isAdmin(partner, request, services),
  };
}

/** What reading them needs. */
interface FactsReadDeps extends Pick<AppServices, 'programmes' | 'now'> {
  readonly store: Pick<ReadOnlyStore, 'partners' | 'people' | 'figures' | 'imports'>;
}

/** What a partner's standing is worked out from, without anyone who asks. */
export interface LoadedFacts extends Omit<PartnerSnapshot, 'isAdmin'> {
  readonly facts: Facts;
}

/** The facts of a tenant as of now, for a file that nobody's turn is needed for. Throws {@link StoreUnavailable}. */
export async function loadFacts(tenant: string, { store, programmes, now }: FactsReadDeps): Promise<LoadedFacts> {
  const partner = await readPartnerRow({ store, programmes, now }, tenant);
  const programme = followedProgramme(partner, programmes);
  const policies = policiesOf(partner, programme);
  const { people, figures } = await loadPartnerFacts(store, tenant);
  const facts = factsOf(partner, { known: { people, figures }, programme });
  return { asOf: partnerDayAt(now(), policies), partner, programme, policies, facts };
}

/** The partner and everything that bears on its standing; reads every person. */
export async function loadFactsSnapshot(request: TurnRequest, services: FactsSnapshotDeps): Promise<FactsSnapshot> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const { people, figures, imports, newestImport } = await loadPartnerFacts(services.store, request.tenant);
  const self = recordOf(request.user.aadObjectId, people);
  return {
    ...snapshot,
    facts: factsOf(snapshot.partner, { known: { people, figures }, programme: snapshot.programme }),
    imports,
    ...(self && { self }),
    setting: {
      ...cardSettingOf(request, snapshot, { text: services.text(request.locale), newestImport, self }),
      namesakes: namesakeLabels(people),
    },
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
export async function findOwnRecord(snapshot: FactsSnapshot, { user }: TurnRequest): Promise<Person | undefined> {
  if (snapshot.self) return snapshot.self;
  const mails = (await user.mails()).map((mail) => mail.toLowerCase());
  return snapshot.facts.people.find(({ identifiers: { corpEmail, email } }) =>
    [...corpEmail, ...email].some((address) => mails.includes(address)),
  );
}

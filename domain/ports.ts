/** The store holds every noun of Laurel, one repository each; infra/tables and infra/memory implement it. */
import type { SweepEntry } from './alerts/sweep-entry';
import type { AlertSettings } from './alerts/alert-settings';
import type { AuditEntry } from './partner/audit-entry';
import type { Association } from './partner/association';
import type { Conversation } from './partner/conversation';
import type { Correction } from './partner/correction';
import type { Delivery } from './alerts/delivery';
import type { ForgettingKey, ForgottenPerson } from './partner/people/forgotten-person';
import type { StandingHistory } from './history/standing-history';
import type { Figure } from './partner/figure';
import type { ImportRecord } from './partner/import-record';
import type { OfferedFile } from './imports/file-offer';
import type { ImportTrace } from './imports/import-trace';
import type { KeptNotice } from './alerts/kept-notice';
import type { CachedStanding } from './membership/cached-standing';
import type { Onboarding } from './onboarding/onboarding';
import type { ReadOnlyRepository, Repository } from './basics/repository';
import type { Partner } from './partner/partner';
import type { PendingImport } from './imports/pending-import';
import type { Person } from './partner/people/person';
import type { Installation } from './partner/installation';
import type { AssignedTask } from './tasks/assigned-task';

/** Under whom is kept what does not belong to one tenant; no id of a tenant looks like this. */
export const everybody = 'everybody';

/** Everything that is kept. */
export interface Store {
  readonly partners: Repository<Partner>;
  readonly people: Repository<Person>;
  readonly figures: Repository<Figure>;
  readonly imports: Repository<ImportRecord>;
  readonly corrections: Repository<Correction>;
  readonly onboardings: Repository<Onboarding>;
  readonly tasks: Repository<AssignedTask>;
  /** Of all partners under {@link everybody}; under a tenant, what it is told of others without their names. */
  readonly associations: Repository<Association>;
  readonly pendings: Repository<PendingImport>;
  readonly offers: Repository<OfferedFile>;
  readonly traces: Repository<ImportTrace>;
  readonly installations: Repository<Installation>;
  readonly conversations: Repository<Conversation>;
  /** Derived from the others but `installations` and `conversations`, under the tenant's own id. */
  readonly standings: Repository<CachedStanding>;
  /** One row per tenant: what was otherwise on earlier days. */
  readonly histories: Repository<StandingHistory>;
  readonly notices: Repository<KeptNotice>;
  readonly deliveries: Repository<Delivery>;
  readonly alertSettings: Repository<AlertSettings>;
  readonly audit: Repository<AuditEntry>;
  readonly forgotten: Repository<ForgottenPerson>;
  readonly forgettingKeys: Repository<ForgettingKey>;
  /** Of all partners together, under {@link everybody}. */
  readonly schedule: Repository<SweepEntry>;
  /** Resolves if the store answers, else throws `StoreUnavailable`. */
  ping(): Promise<void>;
}

/**
 * The store as those get it who must not write. Only the cached standings can be written: they follow from the other rows, so
 * that keeping one changes nothing that anybody said.
 */
export type ReadOnlyStore = {
  readonly [N in keyof Store]: N extends 'standings'
    ? Store[N]
    : Store[N] extends Repository<infer T>
      ? ReadOnlyRepository<T>
      : Store[N];
};

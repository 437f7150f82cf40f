/** The repositories of the store and the noun that each keeps: the one list for the tables, the store in memory and the backup. */
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import {
  type Noun,
  scheduleNoun,
  alertSettingsNoun,
  auditNoun,
  conversationNoun,
  correctionNoun,
  deliveryNoun,
  figureNoun,
  forgettingKeyNoun,
  forgottenNoun,
  historyNoun,
  importNoun,
  noticeNoun,
  associationNoun,
  onboardingNoun,
  partnerNoun,
  offerNoun,
  pendingNoun,
  personNoun,
  standingNoun,
  taskNoun,
  traceNoun,
  visitNoun,
} from './noun';

type StoredName = Exclude<keyof Store, 'ping'>;

type ValueOf<N extends StoredName> = Store[N] extends Repository<infer T> ? T : never;

/** Of each repository the noun whose rows it keeps, in the order of a backup. */
export const storedNouns: { readonly [N in StoredName]: Noun<ValueOf<N>> } = {
  partners: partnerNoun,
  people: personNoun,
  figures: figureNoun,
  imports: importNoun,
  traces: traceNoun,
  corrections: correctionNoun,
  onboardings: onboardingNoun,
  tasks: taskNoun,
  installations: visitNoun,
  conversations: conversationNoun,
  notices: noticeNoun,
  deliveries: deliveryNoun,
  alertSettings: alertSettingsNoun,
  histories: historyNoun,
  audit: auditNoun,
  forgotten: forgottenNoun,
  forgettingKeys: forgettingKeyNoun,
  associations: associationNoun,
  pendings: pendingNoun,
  offers: offerNoun,
  standings: standingNoun,
  schedule: scheduleNoun,
};

/** Opens the repository of every noun. */
export function openRepositories(open: <T>(noun: Noun<T>) => Repository<T>): Omit<Store, 'ping'> {
  const opened = Object.entries(storedNouns).map(([name, noun]) => [name, open(noun as Noun<unknown>)]);
  // The type of `storedNouns` says that each name has the noun of its repository.
  return Object.fromEntries(opened) as Omit<Store, 'ping'>;
}

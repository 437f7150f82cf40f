/** The repositories of the store and the noun that each keeps: the one list for the tables and for the store in memory. */
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import {
  type Noun,
  agendaNoun,
  alertSettingsNoun,
  auditNoun,
  conversationNoun,
  correctionNoun,
  deliveryNoun,
  figureNoun,
  forgettingKeyNoun,
  forgottenNoun,
  importNoun,
  noticeNoun,
  associationNoun,
  onboardingNoun,
  partnerNoun,
  offerNoun,
  pendingNoun,
  personNoun,
  standingNoun,
  traceNoun,
  visitNoun,
} from './noun';

/** Opens the repository of every noun. */
export function openRepositories(open: <T>(noun: Noun<T>) => Repository<T>): Omit<Store, 'ping'> {
  return {
    partners: open(partnerNoun),
    people: open(personNoun),
    figures: open(figureNoun),
    imports: open(importNoun),
    corrections: open(correctionNoun),
    onboardings: open(onboardingNoun),
    associations: open(associationNoun),
    pendings: open(pendingNoun),
    offers: open(offerNoun),
    traces: open(traceNoun),
    installations: open(visitNoun),
    standings: open(standingNoun),
    conversations: open(conversationNoun),
    notices: open(noticeNoun),
    deliveries: open(deliveryNoun),
    alertSettings: open(alertSettingsNoun),
    audit: open(auditNoun),
    forgotten: open(forgottenNoun),
    forgettingKeys: open(forgettingKeyNoun),
    schedule: open(agendaNoun),
  };
}

/** The nouns of a backup: all that is kept of a partner and does not follow from other rows or lapse within the hour. */
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import {
  type Noun,
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
  onboardingNoun,
  partnerNoun,
  personNoun,
  traceNoun,
  visitNoun,
} from '../tables/noun';

/**
 * What is left out: `standings` and `associations`, which the next sweep works out from the people; `schedule`, which names the
 * partners to sweep; `pendings` and `offers`, files that wait for a press.
 */
type LeftOut = 'standings' | 'associations' | 'schedule' | 'pendings' | 'offers' | 'ping';
export type BackedUpName = Exclude<keyof Store, LeftOut>;

type ValueOf<N extends BackedUpName> = Store[N] extends Repository<infer T> ? T : never;

const backedUp: { readonly [N in BackedUpName]: Noun<ValueOf<N>> } = {
  partners: partnerNoun,
  people: personNoun,
  figures: figureNoun,
  imports: importNoun,
  traces: traceNoun,
  corrections: correctionNoun,
  onboardings: onboardingNoun,
  installations: visitNoun,
  conversations: conversationNoun,
  notices: noticeNoun,
  deliveries: deliveryNoun,
  alertSettings: alertSettingsNoun,
  audit: auditNoun,
  forgotten: forgottenNoun,
  forgettingKeys: forgettingKeyNoun,
};

/** In the order of a backup; a store holds the rows of a name as values of the noun beside it. */
export const backedUpNouns = Object.entries(backedUp) as readonly (readonly [BackedUpName, Noun<unknown>])[];

/** Repositories of a store by name, for code that treats every noun alike. */
export function repositoryOf(store: Store, name: BackedUpName): Repository<unknown> {
  return store[name];
}

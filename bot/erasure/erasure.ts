/** Erasures say for each kind of row what of it goes when a person is forgotten: the row, a part of it, or an id in it. */
import type { AuditEntry } from '../../domain/partner/audit-entry';
import type { Correction } from '../../domain/partner/correction';
import type { Footprint } from '../../domain/imports/import-trace';
import type { KeptNotice, NoticeState } from '../../domain/alerts/kept-notice';
import { identifierKinds, type Person } from '../../domain/partner/people/person';
import type { Repository } from '../../domain/basics/repository';
import type { Partner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import type { DataSubject } from '../partner/subject';

/** The person who is forgotten, and what stands in place of their ids. */
export interface Forgotten extends DataSubject {
  readonly mark: string;
}

/** The row without the person; the same value where it does not name them, nothing where the row goes. */
export type Erasure<T> = (value: T, forgotten: Forgotten) => T | undefined;

/**
 * Not here: `standings`, worked out anew from the facts; `histories`, which hold numbers of the company alone; `associations`, withdrawn where they are registered; `forgotten` and
 * `forgettingKeys`, which hold hashes; `schedule`, which names tenants.
 */
type ErasedName = Exclude<
  keyof Store,
  'ping' | 'standings' | 'histories' | 'associations' | 'forgotten' | 'forgettingKeys' | 'schedule'
>;

type ValueOf<N extends ErasedName> = Store[N] extends Repository<infer T> ? T : never;

/** A row without an erasure does not compile. The records and the conversation go last, so that a person is found until then. */
export const erasures: { readonly [N in ErasedName]: Erasure<ValueOf<N>> } = {
  figures: (figure) => figure,
  imports: (record, forgotten) => {
    const importedBy = marked(record.importedBy, forgotten);
    const file = nameless(record.file, forgotten);
    return importedBy === record.importedBy && file === record.file ? record : { ...record, importedBy, file };
  },
  corrections: eraseCorrection,
  onboardings: (onboarding, forgotten) => {
    if (isTheirs(onboarding.person, forgotten)) return undefined;
    const isBy = onboarding.steps.some(({ by }) => by.kind === 'admin' && isAccount(by.id, forgotten));
    if (!isBy) return onboarding;
    const steps = onboarding.steps.map((step) =>
      step.by.kind === 'admin' ? { ...step, by: { ...step.by, id: marked(step.by.id, forgotten) } } : step,
    );
    return { ...onboarding, steps };
  },
  tasks: (task, forgotten) => {
    if (isTheirs(task.person, forgotten)) return undefined;
    const askedBy = marked(task.askedBy, forgotten);
    return askedBy === task.askedBy ? task : { ...task, askedBy };
  },
  // A file that waits for an answer may name the person, and is dropped again in a moment.
  pendings: () => undefined,
  offers: (offer, forgotten) => (isAccount(offer.by, forgotten) ? undefined : offer),
  traces: (trace, forgotten) => {
    const footprints = trace.footprints.flatMap((one) => footprintWithout(one, forgotten));
    const isSame = footprints.every((one, at) => one === trace.footprints[at]);
    if (isSame && footprints.length === trace.footprints.length) return trace;
    return footprints.length === 0 ? undefined : { ...trace, footprints };
  },
  installations: (visit, { conversations }) => (conversations.includes(visit.conversation) ? undefined : visit),
  notices: eraseNotice,
  deliveries: (delivery, forgotten) =>
    isAccount(delivery.recipient, forgotten) || mentions(delivery, forgotten) ? undefined : delivery,
  alertSettings: (settings, forgotten) => (isAccount(settings.person, forgotten) ? undefined : settings),
  audit: eraseEntry,
  partners: partnerWithout,
  people: (person, forgotten) => (isTheirs(person.id, forgotten) ? undefined : withoutManager(person, forgotten)),
  conversations: (conversation, forgotten) => {
    if (conversation.scope === 'personal') return isAccount(conversation.id, forgotten) ? undefined : conversation;
    const name = nameless(conversation.name, forgotten);
    return name === conversation.name ? conversation : { ...conversation, name };
  },
};

function isAccount(id: string, { accounts }: DataSubject): boolean {
  return accounts.includes(id.toLowerCase());
}

function isTheirs(id: string, { people }: DataSubject): boolean {
  return people.some((person) => person.id === id);
}

function marked(id: string, forgotten: Forgotten): string {
  return isAccount(id, forgotten) ? forgotten.mark : id;
}

/** Names shorter than this occur in words. */
const shortestName = 4;

function nameless(text: string, { names, mark }: Forgotten): string {
  return names.filter(({ length }) => length >= shortestName).reduce((rest, name) => rest.replaceAll(name, mark), text);
}

/** Whether the value names a record or an account of the person, also as a part of a longer key. */
function mentions(value: unknown, { people, accounts }: DataSubject): boolean {
  const ids = [...people.map(({ id }) => id), ...accounts].map((id) => id.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  if (ids.length === 0) return false;
  return new RegExp(`(?<![\\w-])(?:${ids.join('|')})(?![\\w-])`, 'iu').test(JSON.stringify(value));
}

/** The record without the forgotten person as its manager; the same where another person is, or none. */
function withoutManager<P extends Pick<Person, 'manager'>>(person: P, { identifiers }: Forgotten): P {
  const { manager, ...rest } = person;
  const isManager = manager !== undefined && identifierKinds.some((kind) => identifiers[kind].includes(manager));
  return isManager ? (rest as P) : person;
}

function eraseCorrection(correction: Correction, forgotten: Forgotten): Correction | undefined {
  const { change } = correction;
  if ('person' in change && isTheirs(change.person, forgotten)) return undefined;
  if (change.kind === 'joined' && isTheirs(change.other.id, forgotten)) return undefined;
  const by = marked(correction.by, forgotten);
  const joined = change.kind === 'joined' ? joinedWithoutManager(change, forgotten) : change;
  return by === correction.by && joined === change ? correction : { ...correction, by, change: joined };
}

type Joined = Extract<Correction['change'], { kind: 'joined' }>;

function joinedWithoutManager(change: Joined, forgotten: Forgotten): Joined {
  const before = withoutManager(change.before, forgotten);
  const other = withoutManager(change.other, forgotten);
  return before === change.before && other === change.other ? change : { ...change, before, other };
}

/** An import that is taken back later must not bring the person back. */
function footprintWithout(footprint: Footprint, forgotten: Forgotten): readonly Footprint[] {
  switch (footprint.noun) {
    case 'person': {
      if (isTheirs(footprint.id, forgotten) || sharesSign(footprint.before, forgotten)) return [];
      const before = footprint.before && withoutManager(footprint.before, forgotten);
      return [before === footprint.before ? footprint : { ...footprint, ...(before && { before }) }];
    }
    case 'figure':
      return [footprint];
    case 'partner': {
      const before = partnerWithout(footprint.before, forgotten);
      const after = partnerWithout(footprint.after, forgotten);
      const isSame = before === footprint.before && after === footprint.after;
      return isSame ? [footprint] : [{ ...footprint, before, after }];
    }
  }
}

/** Whether a record bears a sign that only one person has: an address at work, a profile or an account. */
export function sharesSign(
  person: { readonly identifiers: DataSubject['identifiers'] } | undefined,
  { identifiers }: Pick<DataSubject, 'identifiers'>,
): boolean {
  if (person === undefined) return false;
  return (['corpEmail', 'mcpId', 'aadUserId'] as const).some((kind) =>
    person.identifiers[kind].some((sign) => identifiers[kind].includes(sign)),
  );
}

/** The settings without the person among the admins and among namesakes who were told apart; the same where they are neither. */
function partnerWithout<P extends Partial<Pick<Partner, 'admins' | 'apart'>>>(partner: P, forgotten: Forgotten): P {
  const signs = new Set(identifierKinds.flatMap((kind) => forgotten.identifiers[kind]));
  const admins = partner.admins?.filter((id) => !isAccount(id, forgotten));
  const apart = partner.apart?.filter(({ one, other }) => ![...one, ...other].some((sign) => signs.has(sign)));
  const isSame = admins?.length === partner.admins?.length && apart?.length === partner.apart?.length;
  return isSame ? partner : { ...partner, ...(admins && { admins }), ...(apart && { apart }) };
}

/** An alert about the person goes; of one for admins their part goes, and what they decided about it stays under the mark. */
function eraseNotice(notice: KeptNotice, forgotten: Forgotten): KeptNotice | undefined {
  if (!mentions(notice, forgotten)) return notice;
  const { state, ...about } = notice;
  const rest = withoutParts(about, forgotten) as Omit<KeptNotice, 'state'>;
  return mentions(rest, forgotten) ? undefined : { ...rest, state: erasedState(state, forgotten) };
}

function erasedState(state: NoticeState, forgotten: Forgotten): NoticeState {
  if (state.is === 'assigned' && (isAccount(state.to, forgotten) || mentions(state.person, forgotten)))
    return { is: 'open' };
  return 'by' in state ? { ...state, by: marked(state.by, forgotten) } : state;
}

/** The value without those items of its lists that name the person. */
function withoutParts(value: unknown, forgotten: Forgotten): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !mentions(one, forgotten)).map((one) => withoutParts(one, forgotten));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutParts(one, forgotten)]));
}

function eraseEntry(entry: AuditEntry, forgotten: Forgotten): AuditEntry {
  const by = marked(entry.by, forgotten);
  const about = nameless(entry.about, forgotten);
  const whom = entry.whom === undefined ? undefined : whomMarked(entry.whom, forgotten);
  const isSame = by === entry.by && about === entry.about && whom === entry.whom;
  return isSame ? entry : { ...entry, by, about, ...(whom !== undefined && { whom }) };
}

function whomMarked(id: string, forgotten: Forgotten): string {
  return isTheirs(id, forgotten) ? forgotten.mark : marked(id, forgotten);
}

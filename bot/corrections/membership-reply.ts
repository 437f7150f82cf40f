/** What membership and renewals have in common: recording, and the card that says what is recorded. */
import { previewCard } from '../../cards/general/preview-card';
import {
  membershipCard,
  recordWords,
  type MembershipRefusal,
  type MembershipView,
} from '../../cards/outlook/membership-card';
import type { MembershipUndo, Question } from '../../cards/contract/question';
import {
  impliedMembership,
  isSameRecord,
  type MembershipFault,
  type MembershipRecord,
} from '../../domain/membership/membership';
import type { Partner } from '../../domain/partner/partner';
import { endBeforeRenewal, renewableMembership } from '../../domain/membership/ended-programme';
import { renewalOf } from '../../domain/membership/renewal';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot, type FactsSnapshotDeps, type PartnerSnapshot } from '../partner/partner-snapshot';
import { cardSettingOf } from '../partner/name-visibility';
import { updatePartner } from '../partner/partner-update';
import type { Reply } from '../context/reply';
import type { Log } from '../context/app-services';
import type { StandingCacheDeps } from '../partner/standing-cache';

type Told = Pick<MembershipView, 'refusal' | 'entered' | 'done'>;

interface Turn {
  readonly request: TurnRequest;
  readonly services: FactsSnapshotDeps;
  /** Where the partner has just been changed. */
  readonly snapshot?: PartnerSnapshot;
}

/** The card that says what is recorded, with what there is to say beside it; its form is for admins. */
export async function membershipReply({ request, services, snapshot: known }: Turn, told: Told = {}): Promise<Reply> {
  const snapshot = known ?? (await loadPartnerSnapshot(request, services));
  const text = services.text(request.locale);
  const { asOf, partner, programme, policies, isAdmin } = snapshot;
  const endsOn = endBeforeRenewal(partner.membership, { programme, policies }, asOf);
  const renewable = renewableMembership(partner.membership, { programme, policies }, asOf);
  const renewal = renewable && renewalOf(renewable, policies, asOf);
  const implied = partner.membership || endsOn !== undefined ? undefined : impliedMembership(partner.shown, programme);
  const view: MembershipView = {
    ...cardSettingOf(request, snapshot, { text }),
    asOf,
    isAdmin,
    isRenewable: renewal?.phase === 'window',
    ...(renewal && { anniversary: renewal.anniversary }),
    ...(endsOn !== undefined && { endsOn }),
    ...(implied && { implied }),
    ...told,
  };
  return { name: told.refusal?.code ?? 'membership', card: membershipCard(view, text) };
}

type Refusing = MembershipFault | Extract<MembershipRefusal, { code: 'changed-since' }>;

export interface MembershipChange {
  /** What is to be recorded in place of what is. */
  readonly to: (before: MembershipRecord, snapshot: PartnerSnapshot) => MembershipRecord | Refusing;
  readonly entered?: MembershipView['entered'];
  /** Whether this takes an earlier change back; then it cannot be taken back itself. */
  readonly isUndo?: true;
}

/** The change, unless something else is recorded by now than when its preview was shown; `from` is what was recorded then. */
export function unlessChanged(from: MembershipRecord | undefined, change: MembershipChange): MembershipChange {
  if (!from) return change;
  const to: MembershipChange['to'] = (before, snapshot) =>
    isSameRecord(before, from) ? change.to(before, snapshot) : { code: 'changed-since' };
  return { ...change, to };
}

/**
 * Shows what a typed change would record, with the button that records it; the refusal where it could not be recorded. Throws
 * {@link StoreUnavailable} as the store does.
 */
export async function previewMembership(
  question: Extract<Question, { ask: 'membership' | 'renewed' }>,
  { to, entered }: MembershipChange,
  { request, services }: Turn,
): Promise<Reply> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const from = recordOf(snapshot.partner);
  const wanted = to(from, snapshot);
  if ('code' in wanted)
    return membershipReply({ request, services, snapshot }, { refusal: wanted, ...(entered && { entered }) });
  if (isSameRecord(from, wanted))
    return membershipReply({ request, services, snapshot }, { done: { code: 'unchanged' } });
  const text = services.text(request.locale);
  const heading = text.say('preview.membership');
  const lines = recordWords(wanted, from, { text, programme: snapshot.programme });
  return { name: 'membership-wanted', card: previewCard({ heading, lines, question: { ...question, from } }, text) };
}

/** Records a change for an admin, and answers with what is recorded then. */
export async function recordMembership(
  { to, entered, isUndo }: MembershipChange,
  request: TurnRequest,
  services: FactsSnapshotDeps & StandingCacheDeps & { readonly log: Log },
): Promise<Reply> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const change = (partner: Partner): Partner | Refusing => {
    const record = recordOf(partner);
    const wanted = to(record, snapshot);
    if ('code' in wanted) return wanted;
    return isSameRecord(record, wanted) ? partner : withRecord(partner, wanted);
  };
  const outcome = await updatePartner(change, { request, services, known: snapshot.partner });
  if ('fault' in outcome) {
    const told = { refusal: outcome.fault, ...(entered && { entered }) };
    return membershipReply({ request, services, snapshot: { ...snapshot, partner: outcome.before } }, told);
  }
  const { before, after } = outcome;
  const undo: MembershipUndo = { after: recordOf(after), before: recordOf(before) };
  const done =
    after === before
      ? { code: 'unchanged' as const }
      : isUndo
        ? { code: 'undone' as const }
        : { code: 'recorded' as const, undo };
  if (after !== before)
    services.log.info({ tenant: request.tenant, outcome: done.code }, 'The membership was recorded.');
  return membershipReply({ request, services, snapshot: { ...snapshot, partner: after } }, { done });
}

function recordOf({ market, membership, enrolments, policies: { timeZone } }: Partner): MembershipRecord {
  return {
    market,
    ...(membership && { membership }),
    ...(enrolments && { enrolments }),
    ...(typeof timeZone === 'string' && { timeZone }),
  };
}

function withRecord({ membership: _, enrolments: __, ...partner }: Partner, record: MembershipRecord): Partner {
  const { timeZone, ...kept } = record;
  const { timeZone: ___, ...others } = partner.policies;
  const policies = { ...others, ...(timeZone !== undefined && { timeZone }) };
  return { ...partner, ...kept, policies };
}

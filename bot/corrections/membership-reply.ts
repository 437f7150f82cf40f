/** What membership and renewals have in common: recording, and the card that says what is recorded. */
import { membershipCard } from '../../cards/outlook/membership-card';
import type { MembershipUndo } from '../../cards/contract/question';
import type { MembershipRefusal, MembershipView } from '../../cards/contract/view';
import {
  impliedMembership,
  isSameRecord,
  type MembershipFault,
  type MembershipRecord,
} from '../../domain/membership/membership';
import type { Partner } from '../../domain/partner/partner';
import { renewalOf } from '../../domain/membership/renewal';
import type { Ask } from '../context/turn-request';
import { lookAtPartner, settingOf, type PartnerLook } from '../partner/partner-snapshot';
import { record } from '../partner/partner-update';
import { refused, type Reply } from '../context/reply';
import type { World } from '../context/app-services';

type Told = Pick<MembershipView, 'refusal' | 'entered' | 'done'>;

interface Turn {
  readonly ask: Ask;
  readonly world: World;
  /** Where the partner has just been changed. */
  readonly look?: PartnerLook;
}

/** The card that says what is recorded, with what there is to say beside it; its form is for admins. */
export async function membershipReply({ ask, world, look: known }: Turn, told: Told = {}): Promise<Reply> {
  const look = known ?? (await lookAtPartner(ask, world));
  const text = world.text(ask.locale);
  const { asOf, partner, programme, policies, isAdmin } = look;
  const renewal = partner.membership && renewalOf(partner.membership, policies, asOf);
  const implied = renewal ? undefined : impliedMembership(partner.shown, programme);
  const view: MembershipView = {
    ...settingOf(ask, look, { text }),
    asOf,
    isAdmin,
    isRenewable: renewal?.phase === 'window',
    ...(renewal && { anniversary: renewal.anniversary }),
    ...(implied && { implied }),
    ...told,
  };
  return { name: told.refusal?.code ?? 'membership', card: membershipCard(view, text) };
}

type Refusing = MembershipFault | Extract<MembershipRefusal, { code: 'changed-since' }>;

export interface Change {
  /** What is to be recorded in place of what is. */
  readonly to: (before: MembershipRecord, look: PartnerLook) => MembershipRecord | Refusing;
  readonly entered?: MembershipView['entered'];
  /** Whether this takes an earlier change back; then it cannot be taken back itself. */
  readonly isUndo?: true;
}

/** Records a change for an admin, and answers with what is recorded then. */
export async function recordMembership({ to, entered, isUndo }: Change, ask: Ask, world: World): Promise<Reply> {
  const look = await lookAtPartner(ask, world);
  if (!look.isAdmin) return refused({ code: 'admins-only' }, world.text(ask.locale));
  const change = (partner: Partner): Partner | Refusing => {
    const record = recordOf(partner);
    const wanted = to(record, look);
    if ('code' in wanted) return wanted;
    return isSameRecord(record, wanted) ? partner : withRecord(partner, wanted);
  };
  const outcome = await record(change, { ask, world, known: look.partner });
  if ('fault' in outcome) {
    const told = { refusal: outcome.fault, ...(entered && { entered }) };
    return membershipReply({ ask, world, look: { ...look, partner: outcome.before } }, told);
  }
  const { before, after } = outcome;
  const undo: MembershipUndo = { after: recordOf(after), before: recordOf(before) };
  const done =
    after === before
      ? { code: 'unchanged' as const }
      : isUndo
        ? { code: 'undone' as const }
        : { code: 'recorded' as const, undo };
  if (after !== before) world.log.info({ tenant: ask.tenant, outcome: done.code }, 'The membership was recorded.');
  return membershipReply({ ask, world, look: { ...look, partner: after } }, { done });
}

function recordOf({ market, membership }: Partner): MembershipRecord {
  return { market, ...(membership && { membership }) };
}

function withRecord({ membership: _, ...partner }: Partner, { market, membership }: MembershipRecord): Partner {
  return { ...partner, market, ...(membership && { membership }) };
}

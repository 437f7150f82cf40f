/** Reasons in words: why an achievement or a person does not count, as a whole sentence. */
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import type { Alternative } from '../../domain/programme/requirement';
import type { CountingReason } from '../../domain/counting/why';
import type { Text } from '../text';
import { partNumber } from './clause';
import { credentialList, credentialTitle } from './credential';
import type { Wording } from './wording';

/** The sentence for what hinders an achievement, or all of a person's. */
export function hindranceWords(hindrance: Hindrance, text: Text): string {
  switch (hindrance.code) {
    case 'not-linked':
    case 'third-party':
    case 'claimed':
      return text.say(`hindrance.${hindrance.code}`);
    case 'waiting':
      return text.say('hindrance.waiting', { date: text.date(hindrance.countsFrom) });
    case 'expired':
      return text.say(hindrance.isComputed ? 'hindrance.expired-computed' : 'hindrance.expired', {
        date: text.date(hindrance.on),
      });
    case 'retired':
      return text.say('hindrance.retired', {
        date: text.date(hindrance.on),
        until: text.date(hindrance.countedUntil),
      });
    default:
      return text.say(`hindrance.${hindrance.code}`, { date: text.date(hindrance.on) });
  }
}

/** The sentence for why a person does not count for a branch. */
export function reasonWords(
  reason: CountingReason,
  about: Wording & { readonly branch: Alternative; readonly place?: (key: string) => string },
): string {
  const { text, branch } = about;
  switch (reason.code) {
    case 'credential-hindered':
      return text.say('reason.credential-hindered', {
        credential: credentialTitle(reason.credential, about),
        because: hindranceWords(reason.because, text),
      });
    case 'outside':
      return text.say('reason.outside', {
        clause: partNumber(reason.clause, branch) ?? 1,
        within: partNumber(reason.within, branch) ?? 1,
        missing: credentialList(reason.missing, about),
      });
    case 'behind-gate':
      return text.say('reason.behind-gate', {
        gates: text.list(reason.gates.map((gate) => about.place?.(gate) ?? gate)),
        count: reason.gates.length,
      });
    case 'incomplete':
      return text.say('reason.incomplete', { missing: credentialList(reason.missing, about) });
    case 'spare':
    case 'nothing-named':
    case 'no-achievements':
      return text.say(`reason.${reason.code}`);
    default:
      return hindranceWords(reason, text);
  }
}

/** The line for so many people with reasons of one kind, where their names are not shown. */
export function reasonGroupWords(code: ReasonGroup, count: number, text: Text): string {
  return text.say(`reason-group.${code}`, { count });
}

const groups = [
  'behind-gate',
  'waiting',
  'credential-hindered',
  'incomplete',
  'outside',
  'spare',
  'not-linked',
  'left',
  'linked-elsewhere',
  'account-deleted',
  'nothing-named',
  'no-achievements',
] as const;
export type ReasonGroup = (typeof groups)[number];

/** The group a reason belongs to; what hinders single achievements is one group. */
export function reasonGroupOf({ code }: CountingReason): ReasonGroup {
  return groups.find((group) => group === code) ?? 'credential-hindered';
}

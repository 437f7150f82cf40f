/** Of a sentence that names a deed, what tells that it is none: it is forbidden, put off, taken back, doubted, or another's. */
import type { RankedCommand } from '../language-understanding/command-scorer';
import { isTakenBack, speaksInDoubt } from '../language-understanding/retraction';
import {
  forbidsEnding,
  isForbidden,
  isNotQuite,
  isNotWanted,
  isPostponed,
} from '../language-understanding/sentence-mood';
import type { Slots } from '../recognizers/slot-recognizer';
import { speaksOfDeleting } from '../recognizers/words/account-words';
import { speaksOfAbsence } from '../recognizers/words/leave-words';
import { endsSomething } from './denied-order';
import { subjectsIn } from './named-people';
import { mostSuggested } from './suggested';

/** What is told as it happened, and may be told in doubt. */
const reported: ReadonlySet<string> = new Set(['left', 'completed', 'step', 'renewed']);

/** Whether a text takes back what it says, speaks of it as almost done or puts it off. */
export function isNotDone(said: string): boolean {
  return isNotQuite(said) || isPostponed(said) || isTakenBack(said);
}

/** The same, or whether it doubts, refuses or quotes what it says. */
export function isUncertain(said: string): boolean {
  return isNotDone(said) || speaksInDoubt(said) || isNotWanted(said) || /["“”„«»「」『』]/u.test(said);
}

/** Whether the sentence is about another deed than this command records, doubts it, or forbids that something ends. */
export function isNoDeed(name: string, slots: Slots): boolean {
  if (name === 'stop-alerts' && forbidsEnding(slots.said)) return true;
  return isOfAnotherDeed(name, slots) || (reported.has(name) && speaksInDoubt(slots.said));
}

/** "Never erase Bo": what ends something may be ordered by forbidding the other. */
export function isForbiddenDeed(name: string, said: string): boolean {
  return isForbidden(said) && !endsSomething.has(name);
}

/** "Nobody has left" tells no deed, and what is forbidden is none. */
export function isNobodysDeed(name: string, said: string): boolean {
  return isForbiddenDeed(name, said) || (reported.has(name) && nobody.test(said));
}

const nobody = /(?<!\p{L})(?:nobody|no one|никто|никого|ningu[ée]m)(?!\p{L})|[没沒无無]人/iu;

/** Somebody is away for a time, and the likeliest command would record a leave: that is none, also where nothing is sure. */
export function isAbsence(slots: Slots, ranked: readonly RankedCommand[]): boolean {
  const isLeave = ranked.slice(0, mostSuggested).some(({ ask, topic = ask }) => topic === 'left');
  return isLeave && isAbsent(slots);
}

/** Leave that ends is no leave, and who has deleted an account has not made one. */
function isOfAnotherDeed(name: string, slots: Slots): boolean {
  return (name === 'left' && isAbsent(slots)) || (name === 'step' && speaksOfDeleting(slots.said));
}

/** Of several people it may be another who is away. */
function isAbsent(slots: Slots): boolean {
  return subjectsIn(slots).length === 1 && speaksOfAbsence(slots.said);
}

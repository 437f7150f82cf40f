/** Of a sentence with a denial or a question in it, one clause may order plainly: "oops, that was the wrong one, undo". */
import { clausesOf } from '../language-understanding/request-split';
import { isNotWanted, isPoliteOrder, type SentenceMood } from '../language-understanding/sentence-mood';
import { plainSpoken } from '../language-understanding/seeming-mood';
import { tokenize } from '../language-understanding/utterance';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { isBareRemoval } from '../recognizers/words/removal-words';
import type { AnyCommand } from '../commands/command';
import { commandNamed } from './all-commands';
import { moodOf } from './grammar';
import { certain, sureEnough } from './likelihood';
import { rankedFor } from './ranked-commands';
import type { HearingContext } from './understanding';

type Named = Pick<AnyCommand, 'phrases'>;

/**
 * Whether a clause of this sentence is surely an order by itself, of which the sentence tells which one, and what stands beside it does
 * not take it back: a denial may stand before it, or behind it in a clause that tells of somebody, as a reason; a question behind it has to
 * be longer than "is it?".
 */
export function isOrderedInClause(command: Named, said: string, context: HearingContext): boolean {
  const clauses = clausesOf(plainSpoken(said)).map((clause) => ({ clause, mood: moodIn(command, clause, context) }));
  if (clauses.length < 2) return false;
  const at = clauses.findLastIndex(({ clause, mood }) => mood === 'plain' && isOrder(clause, context));
  return (
    at >= 0 &&
    clauses.slice(at + 1).every((one) => one.mood === 'plain' || isReason(one.clause) || isQuestionBehind(one, context))
  );
}

/**
 * The clause that orders this command or states it as done, where the sentence as a whole reads like a denial of it: "nobody believed it,
 * but Bo passed 70-473". It has to say so certainly and plainly; denials may stand before it, and a reason behind it.
 */
export function clauseThatOrders(command: AnyCommand, said: string, context: HearingContext): string | undefined {
  const clauses = clausesOf(said).map((clause) => ({ clause, mood: moodIn(command, plainSpoken(clause), context) }));
  const at = clauses.findLastIndex(({ clause, mood }) => mood === 'plain' && isCertainly(command, clause, context));
  if (clauses.length < 2 || at < 0) return undefined;
  const mayStandBehind = ({ clause, mood }: Clause) => mood === 'plain' || (mood === 'negated' && isReason(clause));
  return clauses.slice(0, at).every(({ mood }) => mayStandBefore(mood)) && clauses.slice(at + 1).every(mayStandBehind)
    ? clauses[at]!.clause
    : undefined;
}

function mayStandBefore(mood: SentenceMood): boolean {
  return mood === 'plain' || mood === 'negated';
}

function isCertainly({ name }: AnyCommand, clause: string, context: HearingContext): boolean {
  const [first] = rankedFor(recognizeSlots(clause, context), context);
  return first?.ask === name && first.topic === undefined && first.sure >= certain;
}

const reason =
  /^(?:and )?(?:he|she|it|they|that|this|because|since|as)(?:['’]s| )|^(?:он|она|они|это|так как|потому что|ведь) |^(?:ele|ela|eles|elas|isso|pois|porque|já que) |^(?:[他她它]们?|[他她它]們|因为|因為)/iu;

/** "Remove it from Yuki, she never passed it": what is told of somebody behind an order says why it is given. */
function isReason(clause: string): boolean {
  return reason.test(clause) && !isNotWanted(clause);
}

interface Clause {
  readonly clause: string;
  readonly mood: SentenceMood;
}

function moodIn(command: Named, clause: string, context: HearingContext): SentenceMood {
  if (isPoliteOrder(clause)) return 'plain';
  return moodOf(command, { utterance: tokenize(clause, context.vocabulary.lexicon), reading: context });
}

/** Whether these words alone are surely an order, of whichever command. */
function isOrder(clause: string, context: HearingContext): boolean {
  const ranked = rankedFor(recognizeSlots(clause, context), context);
  const orders = ranked.filter(({ ask, topic }) => topic === undefined && commandNamed(ask)?.previews !== undefined);
  return orders.reduce((sum, { sure }) => sum + sure, 0) >= sureEnough;
}

/** A question of a few words that asks nothing by itself asks whether it is so: "didn't he?", `是吗`. */
function isQuestionBehind({ clause, mood }: Clause, context: HearingContext): boolean {
  if (mood !== 'asked') return false;
  if (asksFor.test(clause)) return true;
  if ((clause.match(/\p{sc=Han}|[^\s\p{sc=Han}]+/gu) ?? []).length > mostInTag) return true;
  const [first] = rankedFor(recognizeSlots(clause, context), context);
  return first !== undefined && first.ask !== 'none' && first.ask !== 'null' && first.sure >= sureEnough;
}

const mostInTag = 4;
const asksFor =
  /(?<!\p{L})(?:when|until|till|how|что|когда|сколько|до какого|quando|quanto|at[eé])(?!\p{L})|[几幾哪多何]/iu;

/** "SC-900 is not mine, remove it": what is denied before says why it is to be taken off. */
export function endsInRemoval(command: AnyCommand, said: string, context: HearingContext): boolean {
  const clauses = clausesOf(said);
  const last = clauses.at(-1);
  const order = last && isPoliteOrder(last) ? last.replace(/[?？]+$/u, '') : last;
  if (clauses.length < 2 || order === undefined || !isBareRemoval(order)) return false;
  return clauses.slice(0, -1).every((clause) => mayStandBefore(moodIn(command, plainSpoken(clause), context)));
}

/** Of a sentence with a denial or a question in it, one clause may order plainly: "oops, that was the wrong one, undo". */
import { clausesOf } from '../language-understanding/request-split';
import { isPoliteOrder, type SentenceMood } from '../language-understanding/sentence-mood';
import { plainSpoken } from '../language-understanding/seeming-mood';
import { tokenize } from '../language-understanding/utterance';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import type { AnyCommand } from '../commands/command';
import { commandNamed } from './all-commands';
import { moodOf } from './grammar';
import { sureEnough } from './likelihood';
import { rankedFor } from './ranked-commands';
import type { HearingContext } from './understanding';

type Named = Pick<AnyCommand, 'phrases'>;

/**
 * Whether a clause of this sentence is surely an order by itself, of which the sentence tells which one, and what stands beside it does
 * not take it back: a denial may stand before it only, as a reason, and a question after it has to be longer than "is it?".
 */
export function isOrderedInClause(command: Named, said: string, context: HearingContext): boolean {
  const clauses = clausesOf(plainSpoken(said)).map((clause) => ({ clause, mood: moodIn(command, clause, context) }));
  if (clauses.length < 2) return false;
  const at = clauses.findLastIndex(({ clause, mood }) => mood === 'plain' && isOrder(clause, context));
  return at >= 0 && clauses.slice(at + 1).every((one) => one.mood === 'plain' || isQuestionBehind(one, context));
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

/** Clauses in words: how many people, tied how to those of the other clauses, and what each of them must hold. */
import type { Alternative, Clause } from '../../domain/programme/requirement';
import type { AlternativeStanding } from '../../domain/counting/level-standing';
import type { Key } from '../text';
import { expressionWords } from './credential';
import type { Wording } from './wording';

type Tie = 'plain' | 'same' | 'other' | 'free';

/** How the people of a clause are tied to those of the clauses before it. */
function tieOf(clause: Clause, branch: Alternative): Tie {
  if (clause.within !== undefined) return 'same';
  if (clause.apart.length > 0) return 'other';
  return branch.indexOf(clause) > 0 ? 'free' : 'plain';
}

/** What the number of a clause in its branch is called, from 1, or nothing where it is the only one. */
export function partNumber(id: string, branch: Alternative): number | undefined {
  const index = branch.findIndex((clause) => clause.id === id);
  return branch.length > 1 && index >= 0 ? index + 1 : undefined;
}

/** One line for a clause: how many of the people it needs are there, and what they hold. */
export function clauseWords(
  index: number,
  branch: Alternative,
  about: Wording & { standing: AlternativeStanding },
): string {
  const { text, standing } = about;
  const clause = branch[index]!;
  const { counted, needed } = standing.clauses[index]!;
  const words = text.say(`clause.${tieOf(clause, branch)}`, {
    count: text.say('clause.count', { counted, needed }),
    what: expressionWords(clause.each, about),
  });
  const number = partNumber(clause.id, branch);
  return number === undefined ? words : text.say('clause.part', { number, clause: words });
}

/** The people whom a clause asks for, as the requirement puts it: "1 of the same 2 people". */
export function whoWords(clause: Clause, branch: Alternative, { text }: Wording): string {
  const tie = tieOf(clause, branch);
  const parent = branch.find(({ id }) => id === clause.within);
  if (parent && parent.n > clause.n) return text.say('who.among', { count: clause.n, all: parent.n });
  return text.say(`who.${tie}`, { count: clause.n });
}

/** What each of them must do with the list that follows: hold it, one of it or all of it. */
export function whatWords({ n, each }: Clause, { text }: Wording): string {
  const key: Key = 'any' in each ? 'what.any' : 'all' in each ? 'what.all' : 'what.this';
  return text.say(key, { count: n });
}

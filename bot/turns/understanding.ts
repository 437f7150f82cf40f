/** Understanding decides between what the grammar reads and what the scorer thinks likely: answer, ask which, or suggest. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { rankCommands, type RankedCommand } from '../language/command-scorer';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { interpret, isBare, type Interpretation, type Meaning } from './meaning';

/** What a text means: something to answer, something to ask back, or nothing surely, with what is near in meaning. */
export interface Understanding {
  /** What was understood; undefined where it has to be asked or is nothing of Laurel's. */
  readonly meaning?: Meaning;
  /** The parameter of `also` that has to be asked for. */
  readonly missing?: { readonly ask: string; readonly parameter: string; readonly said?: string };
  /** Whether the text has nothing to do with Laurel. */
  readonly isElsewhere: boolean;
  readonly sure: number;
  /** What it may be instead, the nearest first. */
  readonly also: readonly Meaning[];
}

/** From here on the scorer is believed against the grammar, without it, and where the grammar agrees. */
const sureAgainst = 0.55;
const sureAlone = 0.42;
const sureTogether = 0.1;
/** How much likelier than the second the first has to be. */
const leastRatio = 1.6;
/** Suggestions that are less likely than this are not made. */
const leastSuggested = 0.004;
const mostSuggested = 3;

/** What a text means, by both layers. Answers for any text. */
export function understand(said: string, context: SlotContext, read: Question | Refusal): Understanding {
  const slots = recognizeSlots(said, context);
  const ranked = rankCommands(slots.masked);
  const bare = bareMeaning(slots);
  if (bare !== undefined) return decided(bare, { slots, context });
  const [first] = ranked;
  const grammar = 'code' in read ? undefined : read;
  const likely = grammar && likelihoodOf(grammar, ranked);
  if (first && isBelieved(ranked, likely)) return byScorer(first, ranked, { slots, context, grammar });
  if (grammar && ((likely ?? 0) >= sureTogether || (isBrief(slots) && (first?.sure ?? 0) < sureAlone)))
    return decided({ ask: grammar.ask, sure: likely ?? 0 }, { slots, context, grammar });
  return { isElsewhere: false, sure: first?.sure ?? 0, also: suggestionsOf(ranked, slots, context) };
}

function isBelieved([first, second]: readonly RankedCommand[], likely: number | undefined): boolean {
  if (!first) return false;
  const isAhead = first.sure >= leastRatio * (second?.sure ?? 0);
  return isAhead && first.sure >= (likely !== undefined && likely < first.sure ? sureAgainst : sureAlone);
}

function likelihoodOf({ ask }: Question, ranked: readonly RankedCommand[]): number {
  return ranked.filter((one) => one.ask === ask && one.topic === undefined).reduce((sum, { sure }) => sum + sure, 0);
}

/** A message of a word or two is what the grammar is for. */
function isBrief({ masked }: Slots): boolean {
  return masked.split(' ').length <= 3;
}

/** Of these the grammar also reads what no slot holds: pages, causes, topics, steps. */
const grammarOnly: ReadonlySet<string> = new Set([
  'step',
  'trouble',
  'stop-alerts',
  'start-alerts',
  'alerts',
  'import',
  'progress',
  'people',
]);

/** A name alone asks for the record, a competency alone for its state. */
function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, credentials, competencies, day, period } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1) return undefined;
  if (people.length === 1 && credentials.length === 0 && competencies.length === 0) return { ask: 'person', sure: 1 };
  if (competencies.length === 1 && people.length === 0 && credentials.length === 0)
    return { ask: 'competency', sure: 1 };
  return undefined;
}

interface Reading {
  readonly slots: Slots;
  readonly context: SlotContext;
  /** What the grammar read, if it read a question. */
  readonly grammar?: Question | undefined;
}

function byScorer(first: RankedCommand, ranked: readonly RankedCommand[], reading: Reading): Understanding {
  const { sure } = first;
  if (first.ask === 'none') return { isElsewhere: true, sure, also: [] };
  if (first.ask === 'null')
    return { isElsewhere: false, sure, also: suggestionsOf(ranked, reading.slots, reading.context) };
  return decided(first, reading);
}

/** The command with its values; where they are not all found, with those that the grammar read, else with what is missing. */
function decided(command: RankedCommand, { slots, context, grammar }: Reading): Understanding {
  const { sure } = command;
  const read = grammar?.ask === command.ask && command.topic === undefined ? meaningOf(grammar) : undefined;
  if (read && grammarOnly.has(read.ask) && !slots.day) return { meaning: read, isElsewhere: false, sure, also: [] };
  const found: Interpretation = interpret(command, slots, context);
  if ('meaning' in found) return { meaning: found.meaning, isElsewhere: false, sure, also: [] };
  const { missing: parameter, said, either } = found;
  if (read && either.length === 0 && !slots.day) return { meaning: read, isElsewhere: false, sure, also: [] };
  const missing = { ask: command.ask, parameter, ...(said !== undefined && { said }) };
  return { missing, isElsewhere: false, sure, also: either };
}

/** Up to three different commands that are near in meaning and can be asked as they stand. */
function suggestionsOf(ranked: readonly RankedCommand[], slots: Slots, context: SlotContext): readonly Meaning[] {
  const near = ranked.filter(({ ask, sure }) => ask !== 'none' && ask !== 'null' && sure >= leastSuggested);
  const meanings = near.flatMap((command) => {
    const found = interpret(command, slots, context);
    return 'meaning' in found ? [found.meaning] : [{ ask: command.ask, parameters: {} }];
  });
  return meanings.slice(0, mostSuggested);
}

function meaningOf({ ask, ...parameters }: Question): Meaning {
  return { ask, parameters };
}

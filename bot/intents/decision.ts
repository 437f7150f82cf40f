/** Decides between what the grammar reads and what the scorer thinks likely: answer, ask which, or suggest. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { AnyCommand } from '../commands/command';
import { mostSideBySide } from '../commands/payload-fields';
import { commandNamed } from './all-commands';
import { answeredInstead } from './answered-instead';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import { tokenize } from '../language-understanding/utterance';
import { speaksOfAnother } from '../recognizers/people/unnamed-person';
import { type Slots, recognizeSlots } from '../recognizers/slot-recognizer';
import { bareMeaning, eitherOfBare, isMore, isUnfinished } from './bare-values';
import { isCommandForm, isPhrase, isRefusedCommand } from './command-form';
import { isOverruled, isRefusedFor } from './overruled-refusal';
import { interpret } from './command-values';
import { isUncertain } from './no-deed';
import { inItsMood } from './order-mood';
import { clauseThatOrders, endsInRemoval } from './ordered-clause';
import { unsureOf } from './suggested';
import { areNoNameWords, withNamesOfSentence } from './names-read';
import { withoutContrast } from './contrast';
import { recognizeQuestion, topicOfHelp } from './grammar';
import { byGrammar, isOutweighed, isReadWhole, isUnbounded, namesNobody } from './grammar-reading';
import { certain, eitherReadingOf, likelihoodOf, possible, sureEnough, unlikely, isNothing } from './likelihood';
import type { Interpretation, Meaning } from './meaning';
import { isAboutAnother, namesIn } from './named-people';
import { rankedFor } from './ranked-commands';
import { recordAsked } from './record-asked';
import {
  type HearingContext,
  type SentenceRead,
  type Understanding,
  explanationOf,
  lacking,
  asMeaning,
} from './understanding';

/**
 * What a text means, by both layers. Answers for any text. An action that the sentence denies, questions, supposes or quotes is
 * explained: the scorer may be wrong, and a preview of what the text denied would be a wrong answer.
 */
export function understand(said: string, context: HearingContext, read: Question | Refusal): Understanding {
  const exact = exactly(said, read);
  if (exact) return exact;
  const meant = withoutContrast(said, context);
  return meant === undefined
    ? understandSlots(recognizeSlots(said, context), context, read)
    : understand(meant, context, recognizeQuestion(meant, context));
}

/** The phrase of a command that writes nothing, and not a word more: nothing else has to be looked at. */
function exactly(said: string, read: Question | Refusal): Understanding | undefined {
  if ('code' in read) return undefined;
  const { phrases, extraPhrases, previews } = commandNamed(read.ask)!;
  const isExact = isPhrase(said, [phrases, extraPhrases]) || topicOfHelp(said) !== undefined;
  if (!isExact || previews?.(read) === true) return undefined;
  return { meaning: asMeaning(read), isElsewhere: false, sure: 1, also: [] };
}

/** The same, where the values of the text are known already. */
function understandSlots(slots: Slots, context: HearingContext, read: Question | Refusal): Understanding {
  const ranked = rankedFor(slots, context);
  const heard = answeredInstead(weigh(slots.said, { slots, context, ranked, read }), slots, context);
  const inMood = recordAsked(heard, ranked, { slots, context }) ?? inItsMood(heard, ranked, { slots, context });
  return orderedInstead(inMood, slots, context) ?? inMood;
}

/** What one clause orders or states plainly, where the whole would only be explained. */
function orderedInstead({ meaning }: Understanding, slots: Slots, context: HearingContext): Understanding | undefined {
  const { said } = slots;
  const topic = meaning?.ask === 'help' ? meaning.parameters['topic'] : undefined;
  const command = typeof topic === 'string' ? commandNamed(topic) : undefined;
  if (!command?.previews || isUncertain(said)) return undefined;
  if (
    command.name === 'remove' &&
    slots.credentials.length > 0 &&
    endsInRemoval(command as AnyCommand, said, context)
  ) {
    const removal = { ask: 'remove', sure: certain };
    const found = interpret(removal, slots, context);
    return 'meaning' in found
      ? { meaning: found.meaning, isElsewhere: false, sure: certain, also: [] }
      : lacking(removal, found);
  }
  const clause = clauseThatOrders(command as AnyCommand, said, context);
  const heard = clause === undefined ? undefined : understand(clause, context, recognizeQuestion(clause, context));
  return (heard?.meaning ?? heard?.missing)?.ask === command.name ? heard : undefined;
}

interface Weighed {
  readonly slots: Slots;
  readonly context: HearingContext;
  readonly ranked: readonly RankedCommand[];
  readonly read: Question | Refusal;
}

function weigh(said: string, { slots, context, ranked, read }: Weighed): Understanding {
  const bare = bareMeaning(slots);
  const [first] = ranked;
  if (isUnfinished(slots)) return unsureOf(ranked, { slots, context });
  const either = eitherOfBare(slots);
  if (either.length > 0) return { isElsewhere: false, sure: 1, also: either, isChoice: true };
  if (bare !== undefined && !isMore(slots, bare, first)) return decided(bare, { slots, context });
  const isRefused = isRefusedCommand(read, said) && !isOverruled(read, first, slots);
  if (!namesAnything(slots) && (isRefused || isRefusedFor(read, first?.ask)))
    return { isElsewhere: false, sure: 0, also: [] };
  const grammar =
    'code' in read || namesNobody(read, said, context) ? undefined : withNamesOfSentence(read, slots, context);
  if (grammar && isReadWhole(grammar, said, slots))
    return { meaning: asMeaning(grammar), isElsewhere: false, sure: 1, also: [] };
  const isByForm = grammar && first && !isOrderRead(grammar, first) && isCommandForm(grammar, slots);
  if (isByForm && !isOutweighed(grammar, ranked, slots)) return byGrammar(grammar, { slots, context });
  return byLikelihood(ranked, { slots, context, grammar });
}

/** The grammar explains an order that the scorer surely reads as one: which of both is right is told by the mood of its clauses. */
function isOrderRead(grammar: Question, first: RankedCommand): boolean {
  return grammar.ask === 'help' && first.topic === undefined && first.ask === grammar.topic && first.sure >= sureEnough;
}

/** What the scorer is sure of, else what the grammar read if the scorer thinks it possible, else suggestions. */
function byLikelihood(ranked: readonly RankedCommand[], reading: SentenceRead): Understanding {
  const { slots, context, grammar } = reading;
  const [first] = ranked;
  const isSure = first !== undefined && first.sure >= (isOneWord(slots) ? certain : sureEnough);
  if (isSure && !isNothing(first)) return decided(first, reading);
  const likely = grammar ? likelihoodOf(grammar, ranked) : 0;
  if (grammar?.ask === 'help' && eitherReadingOf(grammar.topic ?? 'help', ranked) >= (isSure ? unlikely : possible))
    return { meaning: asMeaning(grammar), isElsewhere: false, sure: likely, also: [] };
  const elsewhere = nothing(ranked) ?? (isOneWord(slots) ? undefined : eitherExplained(ranked, isSure));
  if (elsewhere) return elsewhere;
  if (isSure) return toldOfUnnamed(ranked, reading) ?? unsureOf(ranked, { slots, context });
  if (grammar && isBelieved(grammar, ranked, slots)) return decided({ ...commandOf(grammar), sure: likely }, reading);
  return toldOfUnnamed(ranked, reading) ?? unsureOf(ranked, { slots, context });
}

/** Surely one action, and not surely ordered or asked about: how it is done misleads nobody. */
function eitherExplained([first, ...others]: readonly RankedCommand[], isSure: boolean): Understanding | undefined {
  if (first === undefined || isSure) return undefined;
  const name = first.topic ?? first.ask;
  const sure = eitherReadingOf(name, [first, ...others]);
  return commandNamed(name)?.previews && sure >= certain ? explanationOf(name, sure) : undefined;
}

/** "She left yesterday": all that is missing is who it is. */
function toldOfUnnamed(ranked: readonly RankedCommand[], { slots, context }: SentenceRead): Understanding | undefined {
  const told = ranked.find((one) => !isNothing(one));
  if (!told || told.topic !== undefined || !toldOfSomebody.has(told.ask)) return undefined;
  if (!speaksOfAnother(slots.said) || namesIn(slots).length > 0) return undefined;
  if (!findPhraseOf(tokenize(slots.said, context.vocabulary.lexicon), commandNamed(told.ask)!.phrases))
    return undefined;
  const found = interpret(told, slots, context);
  return 'missing' in found && found.missing === 'person' ? lacking(told, found) : undefined;
}

const toldOfSomebody: ReadonlySet<string> = new Set(['left', 'completed']);

function commandOf(question: Question): Pick<RankedCommand, 'ask' | 'topic'> {
  const { ask } = question;
  return ask === 'help' && question.topic !== undefined ? { ask, topic: question.topic } : { ask };
}

/** What has certainly nothing to do with Laurel: no command is near it. */
function nothing(ranked: readonly RankedCommand[]): Understanding | undefined {
  const sure = ranked.filter(isNothing).reduce((sum, one) => sum + one.sure, 0);
  return ranked[0]?.ask === 'none' && sure >= certain ? { isElsewhere: true, sure, also: [] } : undefined;
}

/** Whether the grammar decides where the scorer is not sure: a brief message, or the reading that the scorer too thinks the likeliest. */
function isBelieved(grammar: Question, ranked: readonly RankedCommand[], slots: Slots): boolean {
  const [first] = ranked;
  const likely = likelihoodOf(grammar, ranked);
  if (isBrief(slots) && (first?.sure ?? 0) < sureEnough) return true;
  const isLikeliest = first?.ask === grammar.ask && first.topic === undefined;
  return likely >= (isLikeliest ? possible : sureEnough);
}

/** Whether the slots found a value, with which the scorer may do better than the grammar. */
function namesAnything({ people, credentials, competencies }: Slots): boolean {
  return people.length + credentials.length + competencies.length > 0;
}

/** A single word tells little. */
function isOneWord({ masked }: Slots): boolean {
  return !/[ \p{sc=Han}]/u.test(masked.trim());
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

/** The command with its values; where they are not all found, with those that the grammar read, else with what is missing. */
function decided(command: RankedCommand, { slots, context, grammar }: SentenceRead): Understanding {
  const { sure } = command;
  const read = grammar?.ask === command.ask && command.topic === undefined ? asMeaning(grammar) : undefined;
  if (read && grammarOnly.has(read.ask) && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  const found: Interpretation = interpret(command, slots, context);
  if ('meaning' in found)
    return { meaning: withNamesRead(found.meaning, read, slots), isElsewhere: false, sure, also: [] };
  const isBounded = grammar === undefined || !isUnbounded(grammar);
  if (read && isBounded && found.either.length === 0 && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  return withSideBySide(lacking(command, found), slots);
}

/** Of several competencies that are asked about at once each is offered, and all of them on one card. */
function withSideBySide(heard: Understanding, slots: Slots): Understanding {
  const { competencies } = slots;
  if (heard.missing?.ask !== 'competency' || heard.also.length !== competencies.length) return heard;
  if (competencies.length < 2 || competencies.length > mostSideBySide) return heard;
  return { ...heard, also: [...heard.also, { ask: 'compare', parameters: { competencies } }] };
}

/** What the grammar alone reads; and whom the slots do not know by name it may have read by mail address, number or in part. */
function withNamesRead(meaning: Meaning, read: Meaning | undefined, { people }: Slots): Meaning {
  if (!read) return meaning;
  const isName = (name: string) => people.length === 0 && (name === 'person' || name === 'other' || name === 'people');
  const added = Object.entries(withoutWords(read.parameters)).filter(
    ([name]) => isName(name) || readByGrammar.has(name),
  );
  return { ask: meaning.ask, parameters: { ...meaning.parameters, ...Object.fromEntries(added) } };
}

/** The people without what are no names: "подключи меня, я новый разработчик". */
function withoutWords(parameters: Meaning['parameters']): Meaning['parameters'] {
  const { people, ...others } = parameters as { readonly people?: readonly string[] };
  const names = people?.filter((name) => !areNoNameWords(name)) ?? [];
  return names.length > 0 ? { ...others, people: names } : others;
}

const readByGrammar: ReadonlySet<string> = new Set(['remove', 'rule', 'page', 'cause', 'option']);

/** The grammar reads a text as the first command that understands it, exactly or not at all. */
import type { Question } from '../../cards/contract/question';
import type { Refusal, SuggestedQuestion } from '../../cards/contract/refusal';
import type { Programme } from '../../domain/programme/programme';
import { commands } from './all-commands';
import type { AnyCommand, Command } from '../commands/command';
import { helpWords } from '../commands/general/help';
import { isHan, normalize } from '../language-understanding/message-text';
import { isPhrase } from './command-form';
import { people } from '../commands/standing/people';
import { type RecognitionContext, findPhraseOf, phraseWords, withoutPhrase } from '../language-understanding/phrases';
import { type SentenceMood, sentenceMood } from '../language-understanding/sentence-mood';
import { closestMatches, offered } from '../language-understanding/suggestions';
import { type Utterance, tellingWords, tokenize } from '../language-understanding/utterance';
import { type Vocabulary, competencyLabel, vocabularyOf } from '../language-understanding/vocabulary';

const vocabularies = new WeakMap<Programme, Vocabulary>();

/** What can be understood of a programme; made once for each. */
export function vocabularyFor(programme: Programme): Vocabulary {
  const known = vocabularies.get(programme);
  if (known) return known;
  const phrases = commands.flatMap(({ phrases: hears, extraPhrases: hearsAlso = hears, vocabulary: knows = hears }) => [
    hears,
    hearsAlso,
    knows,
  ]);
  const made = vocabularyOf(
    programme,
    phrases.flatMap((one) => Object.values(one).flat()),
  );
  vocabularies.set(programme, made);
  return made;
}

/** Returns the question of a text, or a refusal with suggestions. Accepts any text. */
export function recognizeQuestion(said: string, reading: RecognitionContext): Question | Refusal {
  const utterance = tokenize(said, reading.vocabulary.lexicon);
  const topic = topicOfHelp(said);
  if (topic !== undefined) return { ask: 'help', topic };
  const named = commandOfPhrase(said);
  for (const command of named ? [named, ...commands] : commands) {
    const understood = command.parse(utterance, reading);
    if (understood) return explainedUnlessPlain(understood, command as Command, { utterance, reading });
  }
  const action = commands.find((command) => namesAction(command as Command, utterance));
  if (action && moodOf(action, { utterance, reading }) !== 'plain') return { ask: 'help', topic: action.name };
  return { code: 'not-understood', heard: said, nearest: nearestQuestions(utterance, reading) };
}

/** The command of which a text is a phrase and nothing more: it reads first, so that the most frequent questions cost the least. */
function commandOfPhrase(said: string): AnyCommand | undefined {
  phraseOwners ??= new Map(
    commands.toReversed().flatMap((command) => {
      const lists = [command.phrases, ...(command.extraPhrases ? [command.extraPhrases] : [])];
      return lists.flatMap(phraseWords).map((words) => [words.join(' '), command] as const);
    }),
  );
  return phraseOwners.get(normalize(said));
}

let phraseOwners: ReadonlyMap<string, AnyCommand> | undefined;

/** `help figures`: the words for help first, and then nothing but the phrase of a command. */
export function topicOfHelp(said: string): string | undefined {
  const typed = normalize(said);
  const form = helpForms.find((words) => typed.startsWith(`${words} `) || (isHan(words) && typed.startsWith(words)));
  if (form === undefined) return undefined;
  const rest = typed.slice(form.length).trim();
  // "Help me" asks for help, and not for what "me" asks.
  const isNamed = ({ phrases, extraPhrases }: AnyCommand) =>
    !isOnlyOneself(rest) && isPhrase(rest, [phrases, extraPhrases]);
  return commands.find((command) => command.name !== 'help' && isNamed(command))?.name;
}

function isOnlyOneself(rest: string): boolean {
  return /^(?:me|myself|us|мне|нам|nos|我|我们|我們)$/u.test(rest);
}

/** The longer ones first. */
const helpForms = phraseWords(helpWords)
  .map((words) => words.join(' '))
  .sort((one, other) => other.length - one.length);

/**
 * Whether a sentence names what this command writes. A command that reads whole sentences is named by its exact phrase only, and only
 * if the phrase alone asks for the action: `administrators` asks for a list.
 */
function namesAction({ name, phrases, previews, readsWhole }: Command, utterance: Utterance): boolean {
  if (!previews) return false;
  const span = findPhraseOf(utterance, phrases);
  if (!span || !readsWhole) return span !== undefined;
  const typed = utterance.words.slice(span.start, span.end).map(({ key }) => key);
  const isExact = phraseWords(phrases).some((words) => words.join(' ') === typed.join(' '));
  return isExact && previews({ ask: name } as never);
}

interface Heard {
  readonly utterance: Utterance;
  readonly reading: RecognitionContext;
}

/** What was understood; of an action that the sentence denies, questions, supposes or quotes, how it is done. */
function explainedUnlessPlain(understood: Question | Refusal, command: Command, heard: Heard): Question | Refusal {
  const isAction = 'code' in understood ? command.previews !== undefined : command.previews?.(understood) === true;
  return isAction && moodOf(command, heard) !== 'plain' ? { ask: 'help', topic: command.name } : understood;
}

/** Whether a sentence orders what this command does, or denies, questions, supposes or quotes it. */
export function moodOf({ phrases }: Pick<AnyCommand, 'phrases'>, { utterance, reading }: Heard): SentenceMood {
  const { lexicon } = reading.vocabulary;
  return sentenceMood({
    said: utterance.said,
    beside: (withoutPhrase(utterance, phrases) ?? utterance).words.map(({ key }) => key),
    isNamedIn: (part) => findPhraseOf(tokenize(part, lexicon), phrases) !== undefined,
  });
}

/** What can be asked without naming anything; progress and help are left out, because every refusal offers them anyway. */
const alone: readonly AnyCommand[] = [people];

function nearestQuestions(
  utterance: Utterance,
  { vocabulary, locale }: RecognitionContext,
): readonly SuggestedQuestion[] {
  const typed = tellingWords(utterance).map(({ key }) => key);
  const asked = alone.flatMap((command) => {
    const candidate = { label: command.phrases[locale][0], question: { ask: command.name } as Question };
    return phraseWords(command.phrases).map((words) => ({ name: words.join(' '), value: candidate }));
  });
  const named = vocabulary.programme.competencies.flatMap(({ id }) => {
    const question: Question = { ask: 'competency', competency: id };
    const candidate = { label: competencyLabel(vocabulary, id, locale), question };
    const names = vocabulary.names.filter((name) => name.competency === id);
    return names.map(({ words }) => ({ name: words.join(' '), value: candidate }));
  });
  return closestMatches(typed.join(' '), [...asked, ...named]).slice(0, offered);
}

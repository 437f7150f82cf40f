/** The grammar reads a text as the first command that understands it; the router runs a command after checking who may. */
import type { Question } from '../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../cards/contract/refusal';
import type { Programme } from '../../domain/programme/programme';
import type { TurnRequest } from '../context/turn-request';
import { type RecognitionContext, findPhraseOf, phraseWords, withoutPhrase } from '../language-understanding/phrases';
import { sentenceMood, type SentenceMood } from '../language-understanding/sentence-mood';
import { commandNamed, commands } from './all-commands';
import { people } from '../commands/standing/people';
import type { AnyCommand, Command } from '../commands/command';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { type Utterance, tokenize, tellingWords } from '../language-understanding/utterance';
import { closestMatches, offered } from '../language-understanding/suggestions';
import { refused, type Reply } from '../context/reply';
import { type Vocabulary, competencyLabel, vocabularyOf } from '../language-understanding/vocabulary';
import type { AppServices } from '../context/app-services';
import type { AuditedAct } from '../../domain/partner/audit-entry';
import { maySeeNames } from '../partner/name-visibility';
import { oneself } from '../recognizers/people/person-lookup';
import { auditedStore, recordReading, type AuditedDeed } from '../store/audit-trail';
import { readingServices } from '../context/reading-services';
import { refuseTooMany, type LimitedKind } from '../context/turn-limits';
import { refuseAccess } from './command-access';

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
  for (const command of commands) {
    const understood = command.parse(utterance, reading);
    if (understood) return explainedUnlessPlain(understood, command as Command, { utterance, reading });
  }
  const action = commands.find((command) => namesAction(command as Command, utterance));
  if (action && moodOf(action, { utterance, reading }) !== 'plain') return { ask: 'help', topic: action.name };
  return { code: 'not-understood', heard: said, nearest: nearestQuestions(utterance, reading) };
}

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

/** A question that is typed, or that a shown card asks again, gets services that cannot write; only a pressed button writes. */
export type AskedBy = 'asking' | 'pressing';

/**
 * Answers a question by the command that it is for, after checking that the asker may ask it. Throws
 * {@link StoreUnavailable} if the store does not answer.
 */
export async function runCommand(
  { question, by }: { readonly question: Question; readonly by: AskedBy },
  request: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const command = commandNamed(question.ask)!;
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const refusal = refuseAccess(command.accessTo?.(question) ?? command.access, { isAdmin, scope: request.scope });
  const limited = refusal ?? refuseTooMany(limitedKinds(command, by), request, services);
  if (limited) return refused(limited, services.text(request.locale));
  if (by === 'pressing' && command.press) return command.press(question, request, audited(command, request, services));
  const answer = await command.answer(question, request, readingServices(services));
  // The Agents Playground of a local world has no views of one's own and warns of each card that asks for one.
  const isKept = command.keepsCurrent === true && services.local === undefined && answer.name === command.name;
  const reply = isKept ? { ...answer, keeps: question } : answer;
  const showsNames = command.namesOthers === true || maySeeNames(request, { isAdmin });
  if (command.audited === 'people-read' && showsOthers(question) && showsNames)
    if (reply.name === command.name)
      await recordReading(request.tenant, deedOf(command.audited, command, request), services);
  return reply;
}

function deedOf(act: AuditedAct, { name }: Command, { user }: TurnRequest): AuditedDeed {
  return { act, about: name, by: user.aadObjectId };
}

/** The services of a press: before it writes facts or settings, the audit trail gets an entry. */
function audited(command: Command, request: TurnRequest, services: AppServices): AppServices {
  if (command.audited === undefined) return services;
  const deed = deedOf(command.audited, command, request);
  return { ...services, store: auditedStore(services.store, deed, services.now) };
}

/** The asker's own record is no list of people. */
function showsOthers(question: Question): boolean {
  return !('person' in question) || question.person !== oneself;
}

function limitedKinds(command: Pick<AnyCommand, 'isCostly' | 'press'>, by: AskedBy): readonly LimitedKind[] {
  return [
    ...(command.isCostly ? ['costly' as const] : []),
    ...(by === 'pressing' && command.press ? ['write' as const] : []),
  ];
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

/** The router is the list of the commands: the first that understands answers, and what nobody understands is answered too. */
import type { Question } from '../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../cards/contract/view';
import type { Programme } from '../../domain/programme/programme';
import type { TurnRequest } from '../context/turn-request';
import { type RecognitionContext, phraseWords } from '../language/phrases';
import { type AnyCommand, type Command } from '../commands/command';
import { compare } from '../commands/standing/compare';
import { benefits } from '../commands/outlook/benefits';
import { alertSettings } from '../commands/alerts/alert-settings';
import { alerts } from '../commands/alerts/alerts';
import { competency } from '../commands/standing/competency';
import { completed } from '../commands/records/completed';
import { exporting } from '../commands/imports/export';
import { expiring } from '../commands/outlook/expiring';
import { figure } from '../commands/records/figure';
import { helpAbout } from '../commands/general/help';
import { importing } from '../commands/imports/import';
import { keyPeople } from '../commands/outlook/key-people';
import { left } from '../commands/records/left';
import { membership } from '../commands/records/membership';
import { override } from '../commands/records/override';
import { onboard } from '../commands/onboarding/onboard';
import { onboarding } from '../commands/onboarding/onboarding';
import { step } from '../commands/onboarding/step';
import { trouble } from '../commands/onboarding/trouble';
import { people } from '../commands/standing/people';
import { person } from '../commands/standing/person';
import { plan } from '../commands/outlook/plan';
import { programme } from '../commands/standing/programme';
import { profile } from '../commands/outlook/profile';
import { progress } from '../commands/standing/progress';
import { remove } from '../commands/records/remove';
import { renewal } from '../commands/outlook/renewal';
import { renewed } from '../commands/records/renewed';
import { requirements } from '../commands/standing/requirements';
import { risk } from '../commands/outlook/risk';
import { startAlerts, stopAlerts } from '../commands/alerts/stop-alerts';
import { undo } from '../commands/records/undo';
import { undoImport } from '../commands/imports/undo-import';
import { upgrade } from '../commands/outlook/upgrade';
import { whatIf } from '../commands/outlook/what-if';
import { why } from '../commands/standing/why';
import { type Utterance, tokenize, tellingWords } from '../language/utterance';
import { closestMatches, offered } from '../language/suggestions';
import type { Reply } from '../context/reply';
import { type Vocabulary, competencyLabel, vocabularyOf } from '../language/vocabulary';
import type { AppServices } from '../context/app-services';

/** In the order in which help lists them. */
const listed: readonly AnyCommand[] = [
  progress,
  competency,
  requirements,
  why,
  plan,
  whatIf,
  keyPeople,
  renewal,
  risk,
  upgrade,
  profile,
  benefits,
  membership,
  programme,
  compare,
  renewed,
  expiring,
  people,
  person,
  left,
  completed,
  remove,
  figure,
  override,
  undo,
  importing,
  undoImport,
  exporting,
  onboard,
  step,
  trouble,
  onboarding,
  alerts,
  alertSettings,
  stopAlerts,
  startAlerts,
];
const help = helpAbout(listed);

/** In the order in which they are tried: the more particular first, a name alone and a greeting last. */
export const commands: readonly AnyCommand[] = [
  trouble,
  step,
  onboarding,
  onboard,
  stopAlerts,
  startAlerts,
  alertSettings,
  alerts,
  whatIf,
  override,
  expiring,
  keyPeople,
  why,
  risk,
  renewed,
  renewal,
  upgrade,
  compare,
  programme,
  profile,
  benefits,
  membership,
  plan,
  undoImport,
  undo,
  importing,
  exporting,
  completed,
  remove,
  figure,
  left,
  requirements,
  person,
  people,
  progress,
  competency,
  help,
];

const vocabularies = new WeakMap<Programme, Vocabulary>();

/** What can be understood of a programme; made once for each. */
export function vocabularyFor(programme: Programme): Vocabulary {
  const phrases = commands.flatMap(({ phrases: hears, extraPhrases: hearsAlso = hears, vocabulary: knows = hears }) => [
    hears,
    hearsAlso,
    knows,
  ]);
  const made =
    vocabularies.get(programme) ??
    vocabularyOf(
      programme,
      phrases.flatMap((one) => Object.values(one).flat()),
    );
  vocabularies.set(programme, made);
  return made;
}

/** The question that somebody meant by what they said, or the refusal that helps on. Answers for any text. */
export function recognizeQuestion(said: string, reading: RecognitionContext): Question | Refusal {
  const utterance = tokenize(said, reading.vocabulary.lexicon);
  for (const command of commands) {
    const understood = command.parse(utterance, reading);
    if (understood) return understood;
  }
  return { code: 'not-understood', heard: said, nearest: nearestQuestions(utterance, reading) };
}

/** Answers a question by the command that it is for. */
export function runCommand(question: Question, request: TurnRequest, services: AppServices): Promise<Reply> {
  const command = commands.find(({ name }) => name === question.ask) as Command | undefined;
  return command!.answer(question, request, services);
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

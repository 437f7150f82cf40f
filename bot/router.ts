/** The router is the list of the commands: the first that understands answers, and what nobody understands is answered too. */
import type { Question } from '../cards/question';
import type { Candidate, Refusal } from '../cards/view';
import type { Programme } from '../domain/programme';
import type { Ask } from './ask';
import { type AnyCommand, type Command, type Reading, phraseWords } from './command';
import { compare } from './commands/compare';
import { benefits } from './commands/benefits';
import { alertSettings } from './commands/alert-settings';
import { alerts } from './commands/alerts';
import { competency } from './commands/competency';
import { completed } from './commands/completed';
import { exporting } from './commands/export';
import { expiring } from './commands/expiring';
import { figure } from './commands/figure';
import { helpAbout } from './commands/help';
import { importing } from './commands/import';
import { keyPeople } from './commands/key-people';
import { left } from './commands/left';
import { membership } from './commands/membership';
import { override } from './commands/override';
import { onboard } from './commands/onboard';
import { onboarding } from './commands/onboarding';
import { step } from './commands/step';
import { trouble } from './commands/trouble';
import { people } from './commands/people';
import { person } from './commands/person';
import { plan } from './commands/plan';
import { programme } from './commands/programme';
import { profile } from './commands/profile';
import { progress } from './commands/progress';
import { remove } from './commands/remove';
import { renewal } from './commands/renewal';
import { renewed } from './commands/renewed';
import { requirements } from './commands/requirements';
import { risk } from './commands/risk';
import { startAlerts, stopAlerts } from './commands/stop-alerts';
import { undo } from './commands/undo';
import { undoImport } from './commands/undo-import';
import { upgrade } from './commands/upgrade';
import { whatIf } from './commands/what-if';
import { why } from './commands/why';
import { type Heard, hear, tellingWords } from './heard';
import { mostAlike, offered } from './nearest';
import type { Reply } from './reply';
import { type Vocabulary, competencyLabel, vocabularyOf } from './vocabulary';
import type { World } from './world';

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
  const phrases = commands.flatMap(({ hears, hearsAlso = hears, knows = hears }) => [hears, hearsAlso, knows]);
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
export function understand(said: string, reading: Reading): Question | Refusal {
  const heard = hear(said, reading.vocabulary.lexicon);
  for (const command of commands) {
    const understood = command.parse(heard, reading);
    if (understood) return understood;
  }
  return { code: 'not-understood', heard: said, nearest: nearestQuestions(heard, reading) };
}

/** Answers a question by the command that it is for. */
export function answer(question: Question, ask: Ask, world: World): Promise<Reply> {
  const command = commands.find(({ name }) => name === question.ask) as Command | undefined;
  return command!.answer(question, ask, world);
}

/** What can be asked without naming anything; progress and help are left out, because every refusal offers them anyway. */
const alone: readonly AnyCommand[] = [people];

function nearestQuestions(heard: Heard, { vocabulary, locale }: Reading): readonly Candidate[] {
  const typed = tellingWords(heard).map(({ key }) => key);
  const asked = alone.flatMap((command) => {
    const candidate = { label: command.hears[locale][0], question: { ask: command.name } as Question };
    return phraseWords(command.hears).map((words) => ({ name: words.join(' '), value: candidate }));
  });
  const named = vocabulary.programme.competencies.flatMap(({ id }) => {
    const question: Question = { ask: 'competency', competency: id };
    const candidate = { label: competencyLabel(vocabulary, id, locale), question };
    const names = vocabulary.names.filter((name) => name.competency === id);
    return names.map(({ words }) => ({ name: words.join(' '), value: candidate }));
  });
  return mostAlike(typed.join(' '), [...asked, ...named]).slice(0, offered);
}

/** Reads which competency a question is about, for every command that is about one. */
import type { Question } from '../../cards/contract/question';
import { mostCandidates, type Refusal, type SuggestedQuestion } from '../../cards/contract/refusal';
import type { RecognitionContext } from '../language-understanding/phrases';
import { tellingWords, type Utterance } from '../language-understanding/utterance';
import { nearestCompetencies } from '../language-understanding/suggestions';
import { recognizeCompetencies } from './competency-recognizer';
import { competencyLabel } from '../language-understanding/vocabulary';

type Make = (competency: string) => Question;

/**
 * The question about the competency that was named; a refusal that offers what could be meant, where several or unknown
 * ones were named; nothing where none was.
 */
export function readCompetencyArgument(
  utterance: Utterance,
  reading: RecognitionContext,
  make: Make,
): Question | Refusal | undefined {
  const { competencies } = recognizeCompetencies(utterance, reading.vocabulary);
  const [only, ...others] = competencies;
  if (only !== undefined && others.length === 0) return make(only);
  if (only !== undefined)
    return ambiguous(utterance, candidatesFor(competencies.slice(0, mostCandidates), reading, make));
  const unknown = tellingWords(utterance);
  if (unknown.length === 0) return undefined;
  const typed = unknown.map(({ key }) => key).join(' ');
  const nearest = candidatesFor(nearestCompetencies(typed, reading.vocabulary), reading, make);
  return { code: 'unknown-competency', heard: unknown.map(({ said }) => said).join(' '), nearest };
}

function ambiguous({ said }: Utterance, candidates: readonly SuggestedQuestion[]): Refusal {
  return { code: 'ambiguous', heard: said, candidates };
}

/** Competencies as buttons that ask the question about them. */
function candidatesFor(
  ids: readonly string[],
  { vocabulary, locale }: RecognitionContext,
  make: Make,
): readonly SuggestedQuestion[] {
  return ids.map((id) => ({ label: competencyLabel(vocabulary, id, locale), question: make(id) }));
}

/** As {@link readCompetencyArgument}; where no competency was named, a refusal that asks which one is meant. */
export function requireCompetencyArgument(
  utterance: Utterance,
  reading: RecognitionContext,
  { ask, make }: { readonly ask: NeedsCompetency; readonly make: Make },
): Question | Refusal {
  return readCompetencyArgument(utterance, reading, make) ?? askWhichCompetency(ask, reading, make);
}

/** The questions that are about one competency. */
type NeedsCompetency = 'competency' | 'requirements' | 'why' | 'override' | 'ask-people';

/** Asks back where a competency is needed and none was named; the competencies offered are the first of the programme. */
export function askWhichCompetency(
  ask: NeedsCompetency,
  reading: RecognitionContext,
  make: Make = (competency) => ({ ask, competency }),
): Refusal {
  const ids = reading.vocabulary.programme.competencies.slice(0, mostCandidates).map(({ id }) => id);
  return { code: 'which-competency', ask, nearest: candidatesFor(ids, reading, make) };
}

/** Reads the achievement and the person that a message is about. */
import type { Question, QuestionName } from '../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../cards/contract/refusal';
import type { Programme } from '../../domain/programme/programme';
import { mostCandidates } from '../../cards/contract/refusal';
import { isNoName, speaksOfAnother } from './people/unnamed-person';
import { personNameIn } from './people/person-argument';
import { oneself } from './people/person-lookup';
import type { RecognitionContext } from '../language-understanding/phrases';
import { tellingWords, type Utterance } from '../language-understanding/utterance';
import { nearestCredentials, recognizeCredentials } from './credential-recognizer';

/** The achievement and its holder; `person` is the sender if no person is named. */
export interface Achieved {
  readonly credential: string;
  readonly person: string;
}

type Make = (achieved: Achieved) => Question;

/** The question about the achievement that is named; a refusal that offers others where none, several or an unknown one is. */
export function readCredentialArgument(
  utterance: Utterance,
  { vocabulary }: RecognitionContext,
  make: Make,
): Question | Refusal {
  const { programme } = vocabulary;
  const { credentials, unknown, rest } = recognizeCredentials(utterance, programme);
  const named = personNameIn(rest.words);
  if (named === '' && (speaksOfAnother(utterance.said) || rest.words.some(({ said }) => isNoName(said))))
    return { code: 'which-person', ask: make({ credential: '', person: oneself }).ask, nearest: [] };
  const person = named || oneself;
  const [only, ...others] = credentials;
  if (only !== undefined && others.length === 0) return make({ credential: only, person });
  const offer = (ids: readonly string[]) => candidatesFor(ids, programme, (credential) => make({ credential, person }));
  if (only !== undefined)
    return { code: 'ambiguous', heard: utterance.said, candidates: offer(credentials.slice(0, mostCandidates)) };
  const typed =
    unknown ??
    tellingWords(utterance)
      .map(({ said }) => said)
      .join(' ');
  return typed === ''
    ? { code: 'which-credential', ask: make({ credential: '', person }).ask, nearest: [] }
    : { code: 'unknown-credential', heard: typed, nearest: unknownOffer(typed, { programme, unknown, offer }) };
}

interface Unknown {
  readonly programme: Programme;
  readonly unknown: string | undefined;
  readonly offer: (ids: readonly string[]) => readonly SuggestedQuestion[];
}

/** Only a number is near to another: of words that may be a name as well as a title, nothing is offered. */
function unknownOffer(typed: string, { programme, unknown, offer }: Unknown): readonly SuggestedQuestion[] {
  return unknown === undefined ? [] : offer(nearestCredentials(typed, programme));
}

/** The refusal where a phrase stands alone or beside an unknown number; undefined where something else is said. */
export function withoutCredential(
  ask: QuestionName,
  unknown: string | undefined,
  rest: Utterance,
): Refusal | undefined {
  if (unknown !== undefined) return { code: 'unknown-credential', heard: unknown, nearest: [] };
  return tellingWords(rest).length === 0 ? { code: 'which-credential', ask, nearest: [] } : undefined;
}

/** Credentials as buttons, labelled with number or title. */
export function candidatesFor(
  ids: readonly string[],
  programme: Programme,
  make: (credential: string) => Question,
): readonly SuggestedQuestion[] {
  return ids.map((id) => ({
    label: credentialLabel(id, programme) ?? id,
    question: make(id),
  }));
}

/** The number of an exam, or the title; undefined where the programme does not name it. */
export function credentialLabel(id: string, { credentials }: Programme): string | undefined {
  const credential = credentials.find((one) => one.id === id);
  return credential?.kind === 'exam' ? id : credential?.titles[0];
}

/** The refusal of a credential that the programme does not name, with those whose numbers are near; undefined if it names it. */
export function refuseUnknownCredential(
  id: string,
  programme: Programme,
  make: (credential: string) => Question,
): Refusal | undefined {
  if (programme.credentials.some((one) => one.id === id)) return undefined;
  const nearest = candidatesFor(nearestCredentials(id, programme), programme, make);
  return { code: 'unknown-credential', heard: id, nearest };
}

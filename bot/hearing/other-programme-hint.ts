/** Finds what was asked about in a programme that is loaded but not followed. */
import type { SuggestedQuestion, Refusal } from '../../cards/contract/refusal';
import type { Question } from '../../cards/contract/question';
import type { CalendarDate } from '../../domain/basics/date';
import { joinedId, programmeIdsIn } from '../../domain/programme/joined-programme';
import { nameIn, type Locale } from '../../domain/basics/locale';
import { competencyOf, hasEnded, type Programme } from '../../domain/programme/programme';
import { tellingWords, tokenize } from '../language-understanding/utterance';
import { mostCandidates } from '../../cards/contract/refusal';
import { namedInFull } from '../recognizers/competency-recognizer';
import { credentialLabel } from '../recognizers/credential-argument';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';
import type { AppServices } from '../context/app-services';

/** What was asked, and what is followed. */
export interface Asked {
  readonly said: string;
  readonly locale: Locale;
  readonly followed: string;
  readonly today: CalendarDate;
}

/** Returns the refusal of an unknown competency, with a suggestion of the loaded programme that has it, if one does. */
export function withOtherProgrammeHint(
  refusal: Refusal,
  asked: Asked,
  { programmes }: Pick<AppServices, 'programmes'>,
): Refusal {
  if (refusal.code !== 'unknown-competency') return refusal;
  const offers = notFollowed(asked, programmes).flatMap((programme) => offerOf(programme, asked, programmes));
  return { ...refusal, nearest: [...offers, ...refusal.nearest].slice(0, mostCandidates) };
}

/** Questions that are about one goal or about all of them. */
const aboutGoals: ReadonlySet<string> = new Set(['progress', 'plan', 'membership']);

function mayNameGoal(understood: Question | Refusal): boolean {
  if ('code' in understood) return undecided.has(understood.code);
  return 'competency' in understood || aboutGoals.has(understood.ask);
}

const undecided: ReadonlySet<Refusal['code']> = new Set(['ambiguous', 'which-competency', 'not-understood']);
const shortName = 5;

/**
 * The refusal of a question that names a goal of a programme which is loaded but not followed: a part of that name may be the
 * name of a goal that is followed, and an enrolment in the one must not become one in the other.
 */
export function refusalOfOtherGoal(
  understood: Question | Refusal,
  asked: Asked,
  { programmes }: Pick<AppServices, 'programmes'>,
): Refusal | undefined {
  if (!mayNameGoal(understood)) return undefined;
  const followed = programmes.get(asked.followed);
  if (!followed) return undefined;
  const own = longestName(asked.said, followed);
  const others = notFollowed(asked, programmes).filter((programme) => !hasEnded(programme, asked.today));
  const named = others.flatMap((programme) => {
    const name = longestName(asked.said, programme);
    return name && name.length > Math.max(shortName, own?.length ?? 0) ? [{ programme, ...name }] : [];
  });
  const [first] = named;
  if (!first) return undefined;
  const heard = nameIn(asked.locale, competencyOf(first.programme, first.competency)!.names);
  const nearest = named.map((one) => offered(one, asked, programmes));
  return { code: 'unknown-competency', heard, nearest: nearest.slice(0, mostCandidates) };
}

/** The goal with the longest name in the text; abbreviations are too short to tell programmes apart. */
function longestName(
  said: string,
  programme: Programme,
): { readonly competency: string; readonly length: number } | undefined {
  const { lexicon, names } = vocabularyFor(programme);
  const telling = tellingWords(tokenize(said, lexicon));
  const found = names.find((name) => !name.isShared && namedInFull(telling, [name]).competencies.length > 0);
  return found && { competency: found.competency, length: found.words.join('').length };
}

function notFollowed({ followed }: Asked, programmes: AppServices['programmes']): readonly Programme[] {
  const ids = programmeIdsIn(followed);
  return [...programmes.values()].filter(({ id }) => !ids.includes(id));
}

function offerOf(
  programme: Programme,
  asked: Asked,
  programmes: AppServices['programmes'],
): readonly SuggestedQuestion[] {
  const question = recognizeQuestion(asked.said, { vocabulary: vocabularyFor(programme), locale: asked.locale });
  const id = 'competency' in question && typeof question.competency === 'string' ? question.competency : '';
  return competencyOf(programme, id) ? [offered({ programme, competency: id }, asked, programmes)] : [];
}

function offered(
  { programme, competency }: { readonly programme: Programme; readonly competency: string },
  asked: Asked,
  programmes: AppServices['programmes'],
): SuggestedQuestion {
  return toFollow(nameIn(asked.locale, competencyOf(programme, competency)!.names), programme, { asked, programmes });
}

/** To follow the programme beside those that are followed; in place of them where it or they have ended. */
function toFollow(
  what: string,
  programme: Programme,
  { asked, programmes }: { readonly asked: Asked; readonly programmes: AppServices['programmes'] },
): SuggestedQuestion {
  const { locale, followed, today } = asked;
  const label = `${what} · ${nameIn(locale, programme.names)}`;
  const together = [...programmes.values()].filter(
    (one) => one === programme || programmeIdsIn(followed).includes(one.id),
  );
  const isAnyOver = together.some((one) => hasEnded(one, today));
  const ids = isAnyOver ? [programme.id] : together.map((one) => one.id);
  return { label, question: { ask: 'programme', programme: joinedId(ids) } };
}

/** The refusal of a question about a certification that only programmes name which are not followed, with the offer to follow them. */
export function refusalOfOtherCredential(
  understood: Question | Refusal,
  asked: Asked,
  { programmes }: Pick<AppServices, 'programmes'>,
): Refusal | undefined {
  const ids = credentialsIn(understood);
  const [id] = ids;
  const followed = programmes.get(asked.followed);
  if (id === undefined || !followed || ids.some((one) => credentialLabel(one, followed) !== undefined))
    return undefined;
  const named = notFollowed(asked, programmes).flatMap((programme) => {
    const heard = credentialLabel(id, programme);
    return heard === undefined ? [] : [{ programme, heard }];
  });
  const [first] = named;
  if (!first) return undefined;
  const current = named.filter(({ programme }) => !hasEnded(programme, asked.today));
  const nearest = current.map(({ programme, heard }) => toFollow(heard, programme, { asked, programmes }));
  return { code: 'unknown-credential', heard: first.heard, nearest: nearest.slice(0, mostCandidates) };
}

/** The certifications that a question is about. */
function credentialsIn(understood: Question | Refusal): readonly string[] {
  if ('code' in understood || !('credential' in understood) || understood.credential === undefined) return [];
  return 'credentials' in understood && understood.credentials ? understood.credentials : [understood.credential];
}

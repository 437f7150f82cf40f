/** `why`: who counts for a level of a competency, who does not, and the reason; first of all that of a person who is named. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { whyCard } from '../../../cards/standing/why-card';
import { newestFor } from '../../../domain/partner/import-record';
import { nameIn, type Locale } from '../../../domain/basics/locale';
import { competencyOf, type Programme } from '../../../domain/programme/programme';
import { requireCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, pageIn, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';
import { competencyResultOn, whyIn, type CompetencyResult } from '../../partner/competency-result';
import { explainedLevelIn, levelsOf } from '../../partner/explained-level';
import type { Utterance } from '../../language-understanding/utterance';
import { findPerson, oneself, type PersonLookup } from '../../recognizers/people/person-lookup';
import type { TurnRequest } from '../../context/turn-request';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { refused } from '../../context/reply';

type WhyQuestion = Extract<Question, { ask: 'why' }>;

const hears: Phrases = {
  en: ['why', 'why not', 'how come', 'explain', 'reason', 'reasons'],
  'zh-CN': ['为什么', '为何', '为啥', '原因', '解释'],
  'zh-TW': ['為什麼', '為何', '為啥', '原因', '解釋'],
  'ru-RU': ['почему', 'отчего', 'зачем', 'объясни', 'объясните', 'причина', 'причины'],
  'pt-BR': ['por que', 'porque', 'motivo', 'motivos', 'explique', 'explica'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { level, rest } = recognizeLevel(others, reading.vocabulary);
  const make = (competency: string): WhyQuestion => ({
    ask: 'why',
    competency,
    ...(level !== undefined && { level }),
    ...pageIn(rest),
  });
  return requireCompetencyArgument(rest, reading, { ask: 'why', make });
}

/** The refusal where no option has the level: it names those that exist. */
export function levelMissing(
  level: string,
  { competency, standing }: CompetencyResult,
  { programme, locale, make }: Rules,
): Refusal {
  const existing = programme.levels.filter(({ id }) => levelsOf(standing).includes(id));
  return {
    code: 'level-does-not-exist',
    competency: nameIn(locale, competency.names),
    level: nameIn(locale, programme.levels.find(({ id }) => id === level)?.names ?? { en: level }),
    nearest: existing.map(({ id, names }) => ({
      label: nameIn(locale, names),
      question: make(id),
    })),
  };
}

export interface Rules {
  /** The question about the level with this id. */
  readonly make: (level: string) => Question;
  readonly programme: Programme;
  readonly locale: Locale;
}

/** The one of whom it is asked; nothing where it is asked of the level alone. */
async function aboutWhom(
  question: WhyQuestion,
  request: TurnRequest,
  snapshot: FactsSnapshot,
): Promise<PersonLookup | undefined> {
  if (question.person === undefined) return undefined;
  return findPerson(question.person, { request, snapshot, make: (person) => ({ ...question, person }) });
}

/** `why <competency> [level]`, `why is <person> not counted [for <competency>]`. */
export const why: Command<'why'> = {
  name: 'why',
  phrases: hears,
  order: 40,
  isCostly: true,
  access: { role: 'anyone', scope: 'any' },
  payload: z
    .object({
      competency: shortText.optional(),
      level: shortText.optional(),
      option: shortText.optional(),
      person: shortText.optional(),
      page: pageNumber,
    })
    .refine(({ competency, person }) => (competency ?? person) !== undefined),
  parse,
  answeredBy: ({ competency, person }) =>
    competency === undefined && person !== undefined ? { ask: 'person', person } : undefined,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const competency = competencyOf(snapshot.programme, question.competency ?? '');
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const about = await aboutWhom(question, request, snapshot);
    if (about && 'refusal' in about) return refused(about.refusal, text);
    const decision = competencyResultOn(competency, snapshot);
    const explained = explainedLevelIn(decision.standing, question);
    if (!explained) {
      const make = (level: string): Question => ({ ...question, level });
      return refused(levelMissing(question.level ?? '', decision, { ...snapshot, ...request, make }), text);
    }
    const option = competency.options.find(({ id }) => id === explained.option)!;
    const { standing } = explained;
    const { asOf } = snapshot;
    const isSelf = about !== undefined && (question.person === oneself || !snapshot.setting.seesNames);
    const setting = { ...snapshot.setting, ...(isSelf && { self: about.person.id }) };
    const page = question.page ?? 1;
    const fed = newestFor(standing, snapshot.imports);
    const { override } = decision.standing;
    const view = {
      ...setting,
      asOf,
      ended: decision.ended,
      competency,
      option,
      standing,
      page,
      ...(fed && { fed }),
      ...(about && { about: about.person }),
      ...(override?.level === standing.level && { override }),
    };
    return { name: 'why', card: whyCard({ ...view, ...whyIn(standing, decision) }, text) };
  },
};

/** `override <competency> [level] until <date>`: enters a level that Microsoft grants by hand, or takes it away; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { nextLevel } from '../../../cards/sections/next-level';
import { sourceOf } from '../../../domain/partner/correction';
import { addMonths, type CalendarDate } from '../../../domain/basics/date';
import { displayedLevels } from '../../../domain/membership/displayed-level';
import { nameIn } from '../../../domain/basics/locale';
import { overrideFor, type Override } from '../../../domain/partner/override';
import { competencyOf, type Competency } from '../../../domain/programme/programme';
import { requireCompetencyArgument } from '../../recognizers/competency-argument';
import { readDayArgument, dayAhead } from '../../recognizers/days/day-argument';
import { mayFollow } from '../../recognizers/people/person-argument';
import type { TurnRequest } from '../../context/turn-request';
import {
  withoutPhrase,
  findPhraseOf,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { type Command } from '../command';
import { confirm, namedDay, shortText } from '../payload-fields';
import { correctionSource } from '../../corrections/correction-record';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { competencyResultOn } from '../../partner/competency-result';
import { levelsOf } from '../../partner/explained-level';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { removing } from './remove';
import { levelMissing } from '../standing/why';

type OverrideQuestion = Extract<Question, { ask: 'override' }>;

const hears: Phrases = {
  en: ['override', 'overrides', 'achievement override', 'exemption', 'exempt'],
  'zh-CN': ['例外', '例外认定', '豁免'],
  'zh-TW': ['例外', '例外認定', '豁免'],
  'ru-RU': ['исключение', 'исключения'],
  'pt-BR': ['exceção', 'isenção'],
};

const until: Phrases = {
  en: ['until', 'till', 'through'],
  'zh-CN': ['至', '直到'],
  'zh-TW': ['至', '直到'],
  'ru-RU': ['до'],
  'pt-BR': ['até'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  const removed = span && withoutPhrase(utterance, removing);
  if (!span || !(removed ?? mayFollow(utterance, span.start))) return undefined;
  if (removed) return about(removed, reading, (competency) => ({ ask: 'override', competency, remove: true }));
  return readDayArgument(utterance, reading, ({ on, rest }) => {
    const { level, rest: others } = recognizeLevel(rest, reading.vocabulary);
    return about(others, reading, (competency) => ({
      ask: 'override',
      competency,
      ...(level !== undefined && { level }),
      ...(on && { until: on }),
    }));
  });
}

function about(
  utterance: Utterance,
  reading: RecognitionContext,
  make: (competency: string) => OverrideQuestion,
): Question | Refusal {
  const named = withoutPhrase(utterance, hears)!;
  return requireCompetencyArgument(withoutPhrase(named, until) ?? named, reading, { ask: 'override', make });
}

/** The level that is asked for, else the one that is displayed and not met, else the next. */
function levelFor(competency: Competency, asked: string | undefined, snapshot: FactsSnapshot): string | undefined {
  const { programme, facts, asOf, partner } = snapshot;
  const { standing } = competencyResultOn(competency, snapshot);
  if (asked !== undefined) return levelsOf(standing).includes(asked) ? asked : undefined;
  const only = { ...programme, competencies: [competency] };
  const shown = displayedLevels(partner, { programme: only, facts, today: asOf });
  const lost = shown.find((one) => one.competency === competency.id && one.level !== standing.level);
  return lost?.level ?? nextLevel(standing, programme)?.level ?? standing.level;
}

async function propose(
  question: Extract<Question, { ask: 'override' }>,
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  const competency = competencyOf(snapshot.programme, question.competency);
  if (!competency) return { refusal: { code: 'card-outdated' } };
  const named = {
    question,
    competency,
    snapshot,
    before: overrideFor(snapshot.partner.overrides, competency.id),
  };
  return question.remove ? removed(named, request) : entered(named, request);
}

/** `override <competency> [level] until <date>`, `remove override <competency>`. */
export const override: Command<'override'> = {
  name: 'override',
  phrases: hears,
  order: 240,
  access: { role: 'admin', scope: 'any' },
  audited: 'overridden',
  payload: z.object({
    competency: shortText,
    level: shortText.optional(),
    until: namedDay,
    remove: z.literal(true).optional(),
    confirm,
  }),
  vocabulary: until,
  parse,
  ...answersTo(propose),
};

interface Named {
  readonly question: OverrideQuestion;
  readonly competency: Competency;
  readonly snapshot: FactsSnapshot;
  readonly before: Override | undefined;
}

function removed({ competency, snapshot, before }: Named, request: TurnRequest): Proposed {
  if (!before) {
    const refusal = { code: 'no-override', competency: nameIn(request.locale, competency.names) } as const;
    return { refusal: { ...refusal, nearest: othersToRemove(snapshot, request) } };
  }
  const asked = { ask: 'override', competency: competency.id, remove: true } as const;
  const change = { kind: 'override', competency: competency.id, before } as const;
  return { proposal: { question: asked, change }, snapshot };
}

function othersToRemove({ programme, partner }: FactsSnapshot, { locale }: TurnRequest) {
  return (partner.overrides ?? []).flatMap(({ competency: id }) => {
    const names = competencyOf(programme, id)?.names;
    const question = { ask: 'override', competency: id, remove: true } as const;
    return names ? [{ label: nameIn(locale, names), question }] : [];
  });
}

function entered({ question, competency, snapshot, before }: Named, request: TurnRequest): Proposed {
  const level = levelFor(competency, question.level, snapshot);
  const last = lastDay(question.until, snapshot);
  if (level === undefined) {
    const make = (other: string): Question => ({ ...question, level: other });
    return {
      refusal: levelMissing(question.level ?? '', competencyResultOn(competency, snapshot), {
        ...snapshot,
        ...request,
        make,
      }),
    };
  }
  if (last < snapshot.asOf) return { refusal: { code: 'override-over', date: last } };
  if (before?.level === level && before.until === last) return { refusal: { code: 'already-so', nearest: [] } };
  const asked = { ask: 'override', competency: competency.id, level, until: last } as const;
  const source = sourceOf(correctionSource(asked, question.confirm));
  const after = { competency: competency.id, level, from: snapshot.asOf, until: last, source };
  const change = { kind: 'override', competency: competency.id, after, ...(before && { before }) } as const;
  return { proposal: { question: asked, change }, snapshot };
}

/** Without an end date an override holds for `overrideMonths`. */
function lastDay(named: string | undefined, { asOf, policies }: FactsSnapshot): CalendarDate {
  return named === undefined ? addMonths(asOf, policies.overrideMonths) : dayAhead(named, asOf);
}

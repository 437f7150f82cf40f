/** `enter figures [area]`: a form for the figures of an area, then what they change; for admins. */
import { z } from 'zod/v4';
import { figureAreasCard, type FigureArea } from '../../../cards/records/figure-areas-card';
import { figureField, figuresFormCard } from '../../../cards/records/figures-form-card';
import type { EnteredFigure, Question } from '../../../cards/contract/question';
import { isOutdated } from '../../../domain/partner/figure-age';
import { metricsAskedBy } from '../../../domain/programme/asked-metrics';
import { competencyOf } from '../../../domain/programme/programme';
import type { ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { previewFigures, recordFigures, type FiguresQuestion } from '../../corrections/figures-entry';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { recognizeCompetencies } from '../../recognizers/competency-recognizer';
import { type Command } from '../command';
import { namedDay, pageNumber, shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['enter figures', 'enter the figures', 'enter our figures', 'figures form', 'fill in figures'],
  'zh-CN': ['填写指标', '填写所有指标', '指标表单'],
  'zh-TW': ['填寫指標', '填寫所有指標', '指標表單'],
  'ru-RU': ['форма показателей', 'внести показатели', 'ввести показатели', 'заполнить показатели'],
  'pt-BR': ['informar indicadores', 'informar os indicadores', 'formulário de indicadores', 'preencher indicadores'],
};

function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | undefined {
  const rest = withoutPhrase(utterance, hears);
  if (!rest) return undefined;
  const [only, ...others] = recognizeCompetencies(rest, vocabulary).competencies;
  return { ask: 'enter-figures', ...(only !== undefined && others.length === 0 && { competency: only }) };
}

const mostFigures = 60;
const value = z.union([z.number(), z.boolean(), z.string().max(40)]);

/** What a client sends of a field: a number as text, yes or no; an empty field is none, and what is no number stays as it was typed. */
function enteredIn(field: string): EnteredFigure['value'] | undefined {
  const words = field.trim();
  if (words === 'yes' || words === 'no') return words === 'yes';
  if (words === '') return undefined;
  const number = Number(words);
  return Number.isFinite(number) ? number : words;
}

/** The fields of the form come flat, beside what the button carries: they become the values of the question. */
function withValues(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || 'values' in data) return data;
  const values = Object.entries(data).flatMap(([name, typed]): readonly EnteredFigure[] => {
    if (!name.startsWith(figureField)) return [];
    const entered =
      typeof typed === 'number' ? typed : typeof typed === 'string' ? enteredIn(typed.slice(0, 40)) : undefined;
    return entered === undefined ? [] : [{ metric: name.slice(figureField.length), value: entered }];
  });
  return values.length === 0 ? data : { ...data, values };
}

const payload = z.preprocess(
  withValues,
  z.object({
    competency: shortText.optional(),
    page: pageNumber,
    on: namedDay,
    values: z
      .array(z.object({ metric: shortText, value }))
      .max(mostFigures)
      .optional(),
    confirm: z
      .object({ versions: z.array(z.string().max(200)).max(mostFigures), at: z.number().int().positive() })
      .optional(),
  }),
);

type Asked = Extract<Question, { ask: 'enter-figures' }>;

function isEntered(question: Asked): question is FiguresQuestion {
  return question.competency !== undefined && question.values !== undefined && question.values.length > 0;
}

async function answer(question: Asked, request: TurnRequest, services: ReadingServices): Promise<Reply> {
  if (isEntered(question)) return previewFigures(question, request, services);
  const text = services.text(request.locale);
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme, setting, asOf, facts } = snapshot;
  if (question.competency === undefined) {
    const view = { ...setting, asOf, areas: areasOf(snapshot), page: question.page ?? 1 };
    return { name: 'figure-areas', card: figureAreasCard(view, text) };
  }
  const competency = competencyOf(programme, question.competency);
  if (!competency) return refused({ code: 'card-outdated' }, text);
  const metrics = metricsAskedBy(competency, programme, asOf).slice(0, mostFields);
  const view = { ...setting, asOf, competency: competency.id, metrics, figures: facts.figures };
  return { name: 'figures-form', card: figuresFormCard(view, text) };
}

/** More fields than any area has. */
const mostFields = 24;

/** The areas that ask for figures, in the order of the programme. */
function areasOf({ programme, asOf, facts }: FactsSnapshot): readonly FigureArea[] {
  return programme.competencies.flatMap((competency) => {
    const asked = metricsAskedBy(competency, programme, asOf).map(({ metric }) => metric.id);
    const known = facts.figures.filter(({ metric }) => asked.includes(metric));
    const outdated = known.filter((figure) => isOutdated(figure, { programme, day: asOf })).length;
    const counts = { asked: asked.length, missing: asked.length - known.length, outdated };
    return asked.length === 0 ? [] : [{ competency: competency.id, ...counts }];
  });
}

/** `enter figures [area]`, and the form. */
export const enterFigures: Command<'enter-figures'> = {
  name: 'enter-figures',
  phrases: hears,
  access: { role: 'admin', scope: 'any' },
  audited: 'corrected',
  payload,
  parse,
  previews: isEntered,
  answer,
  press: async (question, request, services) => {
    const { confirm } = question;
    return isEntered(question) && confirm
      ? recordFigures({ ...question, confirm }, request, services)
      : answer(question, request, services);
  },
};

/** `figure <metric> <value> [date]`: enters a figure of the company by hand; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../../cards/contract/refusal';
import { sourceOf } from '../../../domain/partner/correction';
import { nameIn } from '../../../domain/basics/locale';
import { fitsUnit } from '../../../domain/partner/figure';
import { mostCandidates } from '../../../cards/contract/refusal';
import { readDayArgument, dayIn } from '../../recognizers/days/day-argument';
import { mayFollow } from '../../recognizers/people/person-argument';
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
import { tokenize, tellingWords, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { nearestMetrics, recognizeMetrics } from '../../recognizers/metric-recognizer';
import { otherCurrencyIn } from '../../recognizers/amounts/money-recognizer';
import { recognizeNumber } from '../../recognizers/amounts/number-recognizer';

type FigureQuestion = Extract<Question, { ask: 'figure' }>;

const hears: Phrases = {
  en: ['figure', 'record figure', 'set figure'],
  'zh-CN': ['指标', '录入指标', '数值'],
  'zh-TW': ['指標', '輸入指標', '數值'],
  'ru-RU': ['показатель', 'внести показатель', 'записать показатель'],
  'pt-BR': ['indicador', 'registrar indicador'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span || !mayFollow(utterance, span.start)) return undefined;
  return readDayArgument(utterance, reading, ({ on, rest }) => {
    const { value, rest: others } = recognizeNumber(rest.said, reading.locale);
    const currency = otherCurrencyIn(rest.said, reading.locale);
    const name = withoutPhrase(tokenize(others, reading.vocabulary.lexicon), hears)!;
    const make = (metric: string): FigureQuestion | undefined =>
      value === undefined
        ? undefined
        : { ask: 'figure', metric, value, ...(currency && { currency }), ...(on && { on }) };
    return aboutMetric(name, reading, make);
  });
}

/** The question about the figure that is named, how much it is where no value is; a refusal that offers others where none, several or an unknown one is. */
function aboutMetric(
  name: Utterance,
  { vocabulary: { programme }, locale }: RecognitionContext,
  make: (metric: string) => FigureQuestion | undefined,
): Question | Refusal {
  const offer = (ids: readonly string[]): readonly SuggestedQuestion[] =>
    ids.slice(0, mostCandidates).flatMap((id) => {
      const question = make(id);
      const names = programme.metrics.find((one) => one.id === id)!.names;
      return question ? [{ label: nameIn(locale, names), question }] : [];
    });
  const found = recognizeMetrics(name, programme);
  const [only, ...others] = found;
  const typed = tellingWords(name)
    .map(({ said }) => said)
    .join(' ');
  if (only !== undefined && others.length === 0) return make(only) ?? { ask: 'figures', metric: only };
  if (only !== undefined && make(only)) return { code: 'ambiguous', heard: typed, candidates: offer(found) };
  if (typed === '' || only !== undefined) return { code: 'which-value', ask: 'figure' };
  return { code: 'unknown-metric', heard: typed, nearest: offer(nearestMetrics(typed, programme)) };
}

async function propose(
  question: Extract<Question, { ask: 'figure' }>,
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const text = services.text(request.locale);
  const snapshot = await loadFactsSnapshot(request, services);
  const asOf = dayIn(question.on, snapshot.asOf);
  if (asOf > snapshot.asOf) return { refusal: { code: 'day-to-come' } };
  const metric = snapshot.programme.metrics.find(({ id }) => id === question.metric);
  if (!metric) return { refusal: { code: 'card-outdated' } };
  const { value, currency } = question;
  if (metric.unit === 'USD' && currency !== undefined)
    return { refusal: { code: 'other-currency', metric: text.name(metric.names), currency } };
  if (!fitsUnit(value, metric.unit))
    return { refusal: { code: 'value-does-not-fit', metric: text.name(metric.names) } };
  const asked = { ask: 'figure', metric: metric.id, value, on: asOf } as const;
  const before = snapshot.facts.figures.find((one) => one.metric === metric.id);
  if (before?.value === value && before.asOf === asOf) return { refusal: { code: 'already-so', nearest: [] } };
  const after = { metric: metric.id, value, asOf, source: sourceOf(correctionSource(asked, question.confirm)) };
  const change = { kind: 'figure', after, ...(before && { before }) } as const;
  return { proposal: { question: asked, change }, snapshot };
}

/** `figure <metric> <value> [date]`. */
export const figure: Command<'figure'> = {
  name: 'figure',
  phrases: hears,
  order: 230,
  access: { role: 'admin', scope: 'any' },
  audited: 'corrected',
  payload: z.object({
    metric: shortText,
    value: z.union([z.number().nonnegative(), z.boolean()]),
    currency: shortText.optional(),
    on: namedDay,
    confirm,
  }),
  parse,
  ...answersTo(propose),
};

/** `figures`: every figure of the company that is on record, or the one that is asked for, with its day and where it comes from. */
import { z } from 'zod/v4';
import { figureCard, figuresCard } from '../../../cards/records/figures-card';
import type { Question } from '../../../cards/contract/question';
import { findPhraseOf, pageIn, type Phrases } from '../../language-understanding/phrases';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import type { Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['figures', 'all figures', 'our figures', 'metrics', 'performance metrics'],
  'zh-CN': ['所有指标', '指标列表', '全部指标', '指标清单'],
  'zh-TW': ['所有指標', '指標清單', '全部指標', '指標列表'],
  'ru-RU': ['показатели', 'все показатели', 'наши показатели', 'список показателей'],
  'pt-BR': ['indicadores', 'todos os indicadores', 'nossos indicadores', 'métricas'],
};

/** The list is meant where nothing else is said; with a name or a value it is one figure. */
function parse(utterance: Utterance): Question | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  const rest = without(utterance, span);
  if (tellingWords(rest).length > 0) return undefined;
  return { ask: 'figures', ...pageIn(rest) };
}

/** `figures [page n]`, and how much one figure is. */
export const figures: Command<'figures'> = {
  name: 'figures',
  phrases: hears,
  order: 232,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ metric: shortText.optional(), page: pageNumber }),
  parse,
  async answer({ metric: wanted, page = 1 }, request, services) {
    const { facts, imports, setting, asOf } = await loadFactsSnapshot(request, services);
    const recorded = [...facts.figures]
      .sort((one, other) => (one.metric < other.metric ? -1 : 1))
      .map((figure) => {
        const file = imports.find(({ id }) => id === figure.source)?.file;
        return { figure, ...(file !== undefined && { file }) };
      });
    const text = services.text(request.locale);
    const metric = setting.programme.metrics.find(({ id }) => id === wanted)?.id;
    if (metric === undefined)
      return { name: 'figures', card: figuresCard({ ...setting, asOf, figures: recorded, page }, text) };
    const one = recorded.find(({ figure }) => figure.metric === metric);
    return { name: 'figures-one', card: figureCard({ ...setting, asOf, metric, ...(one && { recorded: one }) }, text) };
  },
};

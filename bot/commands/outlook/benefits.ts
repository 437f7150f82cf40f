/** `benefits [level]`: what a level brings, and what is known of its fee. */
import { z } from 'zod/v4';
import { benefitCard } from '../../../cards/outlook/benefit-card';
import type { Question } from '../../../cards/contract/question';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { recognizeLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: ['benefits', 'benefit', 'offers', 'fee', 'fees', 'what does it bring', 'what does it cost'],
  'zh-CN': ['权益', '优惠', '费用'],
  'zh-TW': ['權益', '優惠', '費用'],
  'ru-RU': ['преимущества', 'льготы', 'взнос', 'стоимость'],
  'pt-BR': ['benefícios', 'ofertas', 'taxa', 'taxas', 'custo'],
};

function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { level } = recognizeLevel(others, vocabulary);
  return { ask: 'benefits', ...(level !== undefined && { level }) };
}

/** `benefits [level]`. */
export const benefits: Command<'benefits'> = {
  name: 'benefits',
  phrases: hears,
  order: 120,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ level: shortText.optional() }),
  parse,
  async answer({ level }, request, services) {
    const { programme, asOf } = await loadPartnerSnapshot(request, services);
    const isKnown = programme.levels.some(({ id }) => id === level);
    const view = { programme, asOf, ...(level !== undefined && isKnown && { level }) };
    return { name: 'benefits', card: benefitCard(view, services.text(request.locale)) };
  },
};

/** `benefits [level]`: what a level brings, and what is known of its fee. */
import { benefitCard } from '../../../cards/outlook/benefit-card';
import type { Question } from '../../../cards/contract/question';
import { beside, type Command, type Phrases, type Reading } from '../command';
import type { Heard } from '../../language/utterance';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { recogniseLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: ['benefits', 'benefit', 'offers', 'fee', 'fees', 'what does it bring', 'what does it cost'],
  'zh-CN': ['权益', '优惠', '费用'],
  'zh-TW': ['權益', '優惠', '費用'],
  'ru-RU': ['преимущества', 'льготы', 'взнос', 'стоимость'],
  'pt-BR': ['benefícios', 'ofertas', 'taxa', 'taxas', 'custo'],
};

function parse(heard: Heard, { vocabulary }: Reading): Question | undefined {
  const others = beside(heard, hears);
  if (!others) return undefined;
  const { level } = recogniseLevel(others, vocabulary);
  return { ask: 'benefits', ...(level !== undefined && { level }) };
}

/** `benefits [level]`. */
export const benefits: Command<'benefits'> = {
  name: 'benefits',
  hears,
  parse,
  async answer({ level }, ask, world) {
    const { programme, asOf } = await lookAtPartner(ask, world);
    const isKnown = programme.levels.some(({ id }) => id === level);
    const view = { programme, asOf, ...(level !== undefined && isKnown && { level }) };
    return { name: 'benefits', card: benefitCard(view, world.text(ask.locale)) };
  },
};

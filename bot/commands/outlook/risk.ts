/** `risk`: what is lost, what will lapse by the renewal day, and what hangs on one person. */
import { riskCard } from '../../../cards/outlook/risk-card';
import type { Question } from '../../../cards/contract/question';
import { findHeard, type Command, type Phrases } from '../command';
import { byId } from '../../partner/competency-result';
import type { Heard } from '../../language/utterance';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { outlookOf } from '../../partner/renewal-outlook';

/** Also what the alert of Partner Center says, so that it can be pasted. */
const hears: Phrases = {
  en: ['risk', 'risks', 'at risk', 'what is at risk', 'alert', 'in danger', 'are we safe'],
  'zh-CN': ['风险', '面临风险', '有风险', '警报'],
  'zh-TW': ['風險', '產生風險', '有風險', '警示'],
  'ru-RU': ['риск', 'риски', 'риска', 'под угрозой', 'под угрозу', 'угроза', 'уведомление'],
  'pt-BR': ['risco', 'riscos', 'em risco', 'alerta', 'em perigo'],
};

function parse(heard: Heard): Question | undefined {
  return findHeard(heard, hears) && { ask: 'risk' };
}

/** `risk`. */
export const risk: Command<'risk'> = {
  name: 'risk',
  hears,
  parse,
  async answer(_, ask, world) {
    const look = await lookAtFacts(ask, world);
    const view = { ...look.setting, asOf: look.asOf, ...outlookOf(look), people: byId(look.facts.people) };
    return { name: 'risk', card: riskCard(view, world.text(ask.locale)) };
  },
};

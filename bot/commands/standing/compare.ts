/** `compare programmes`: what today's people and figures would be worth in every programme that is loaded. */
import { z } from 'zod/v4';
import { compareCard, type ComparedProgramme } from '../../../cards/standing/compare-card';
import type { Question } from '../../../cards/contract/question';
import { namedCountOf } from '../../../domain/counting/named-count';
import { programmeIdsIn } from '../../../domain/programme/joined-programme';
import { policiesOf } from '../../../domain/partner/partner';
import type { Programme } from '../../../domain/programme/programme';
import { standingOf } from '../../../domain/counting/standing';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';

/** Never one word alone: "company" is too near to it. */
const hears: Phrases = {
  en: ['compare programmes', 'compare programs', 'compare the programmes'],
  'zh-CN': ['比较合作伙伴计划', '比较计划', '对比计划'],
  'zh-TW': ['比較合作夥伴計畫', '比較合作夥伴計劃', '比較計畫', '比較計劃'],
  'ru-RU': ['сравнить программы', 'сравни программы', 'сравнение программ'],
  'pt-BR': ['comparar programas', 'compare os programas', 'comparação de programas'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'compare' };
}

/** `compare programmes`. */
export const compare: Command<'compare'> = {
  name: 'compare',
  phrases: hears,
  order: 150,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({}),
  parse,
  async answer(_, request, services) {
    const snapshot = await loadFactsSnapshot(request, services);
    const achievements = snapshot.facts.people.flatMap((person) => person.achievements);
    const programmes = [...services.programmes.values()].map((programme) => compared(programme, snapshot));
    const view = { ...snapshot.setting, asOf: snapshot.asOf, programmes, achievements: achievements.length };
    return { name: 'compare', card: compareCard(view, services.text(request.locale)) };
  },
};

/** Each programme under its own rules, with the partner's settings. */
function compared(programme: Programme, { facts, partner, asOf }: FactsSnapshot): ComparedProgramme {
  const achievements = facts.people.flatMap((person) => person.achievements);
  return {
    programme,
    isFollowed: programmeIdsIn(partner.programme).includes(programme.id),
    standing: standingOf(programme, { ...facts, policies: policiesOf(partner, programme) }, asOf),
    counted: namedCountOf(programme, achievements),
  };
}

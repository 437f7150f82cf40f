/** `compare programmes`: what today's people and figures would be worth in every programme that is loaded; or some competencies side by side. */
import { z } from 'zod/v4';
import { compareCard, type ComparedProgramme } from '../../../cards/standing/compare-card';
import { sideBySideCard } from '../../../cards/standing/side-by-side-card';
import type { Question } from '../../../cards/contract/question';
import { namedCountOf } from '../../../domain/counting/named-count';
import { programmeIdsIn } from '../../../domain/programme/joined-programme';
import { policiesOf } from '../../../domain/partner/partner';
import { competencyOf, type Programme } from '../../../domain/programme/programme';
import { standingIn } from '../../../domain/membership/cached-standing';
import { followedProgramme } from '../../../domain/programme/loaded-programmes';
import { standingOf } from '../../../domain/counting/standing';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, loadPartnerSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { cachedStandingFor } from '../../partner/partner-reads';
import { recomputeStanding } from '../../partner/standing-cache';
import { cardSettingOf } from '../../partner/name-visibility';
import type { ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { mostSideBySide, shortText } from '../payload-fields';

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
  payload: z.object({
    competencies: z.array(shortText).min(1).max(mostSideBySide).optional(),
    levels: z.array(shortText).min(2).max(mostSideBySide).optional(),
  }),
  parse,
  answeredBy: ({ competencies, levels }) => (levels ? ofLevels(competencies) : undefined),
  async answer({ competencies }, request, services) {
    if (competencies) return sideBySideReply(competencies, request, services);
    const snapshot = await loadFactsSnapshot(request, services);
    const achievements = snapshot.facts.people.flatMap((person) => person.achievements);
    const programmes = [...services.programmes.values()].map((programme) => compared(programme, snapshot));
    const view = { ...snapshot.setting, asOf: snapshot.asOf, programmes, achievements: achievements.length };
    return { name: 'compare', card: compareCard(view, services.text(request.locale)) };
  },
};

/** What the levels of one competency ask for stands on one card, and so does what any of them brings. */
function ofLevels([competency]: readonly string[] = []): Question {
  return competency === undefined ? { ask: 'benefits' } : { ask: 'requirements', competency };
}

async function sideBySideReply(
  competencies: readonly string[],
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reply> {
  const text = services.text(request.locale);
  const snapshot = await loadPartnerSnapshot(request, services);
  const known = competencies.filter((id) => competencyOf(snapshot.programme, id));
  if (known.length < 2) return refused({ code: 'card-outdated' }, text);
  const held = await cachedStandingFor(request, services);
  const { partner, asOf: day } = snapshot;
  const judged = held.judged ?? (await recomputeStanding(services, held, { partner, day }));
  const view = {
    ...cardSettingOf(request, snapshot, { text, newestImport: judged.newestImport }),
    standing: standingIn(judged, followedProgramme(judged.partner, services.programmes), day),
    competencies: known,
  };
  return { name: 'compare', card: sideBySideCard(view, text) };
}

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

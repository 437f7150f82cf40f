/** `key people`: without whom a level that is held would be lost, and how many could stand in; for admins. */
import { z } from 'zod/v4';
import { keyPeopleCard, type HeldLevel, type KeyPeopleView } from '../../../cards/standing/key-people-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { bestAlternative } from '../../../domain/counting/gap';
import { depthOf, keyPeopleOf } from '../../../domain/counting/key-people';
import { competencyOf } from '../../../domain/programme/programme';
import { gatesOf } from '../../../domain/counting/score-why';
import type { CreditedPeople } from '../../../domain/counting/credits/credited-people';
import { standingOf, type CompetencyStanding } from '../../../domain/counting/standing';
import type { LevelStanding } from '../../../domain/counting/level-standing';
import { creditPeople } from '../../../domain/counting/kept-credits';
import { singlePointsOf } from '../../../domain/planning/what-if';
import { readCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { byId } from '../../partner/competency-result';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, loadPartnerSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { loadRenewalOutlook } from '../../partner/renewal-outlook';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['key people', 'key persons', 'key employees', 'indispensable', 'bench depth', 'who may not leave'],
  'zh-CN': ['关键人员', '核心人员', '谁不能离开'],
  'zh-TW': ['關鍵人員', '核心人員', '誰不能離開'],
  'ru-RU': ['ключевые сотрудники', 'незаменимые', 'незаменимые сотрудники', 'кто незаменим'],
  'pt-BR': ['pessoas chave', 'pessoas essenciais', 'indispensáveis', 'quem não pode sair'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { rest } = recognizeLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({ ask: 'key-people', competency });
  return readCompetencyArgument(rest, reading, make) ?? { ask: 'key-people' };
}

/** The highest level of every competency that people hold, with everybody on whom it hangs whichever option is taken. */
function overviewOf({ programme, facts, asOf }: FactsSnapshot): readonly HeldLevel[] {
  const standing = standingOf(programme, facts, asOf);
  const points = singlePointsOf(programme, facts, standing);
  return standing.competencies.flatMap(({ id, level, override }) => {
    if (level === undefined || override) return [];
    const keys = points.filter(({ competency }) => competency === id).map(({ person }) => person);
    return [{ competency: id, level, keys, depth: [] }];
  });
}

/** Returns every met level of every option, with how many people each clause has to spare. */
function levelsOf({ id, options }: CompetencyStanding, credited: CreditedPeople): readonly HeldLevel[] {
  return options.flatMap((option) =>
    option.levels
      .filter(({ met }) => met)
      .map((level) => ({ competency: id, option: option.id, ...heldOf(level, credited) })),
  );
}

function heldOf(
  level: LevelStanding,
  { groups }: CreditedPeople,
): Pick<HeldLevel, 'level' | 'keys' | 'branch' | 'depth'> {
  const index = bestAlternative(level);
  const { score } = level.requirement;
  const branch = score ? gatesOf(score) : index === undefined ? undefined : level.branches[index]!;
  const keys = keyPeopleOf(level, groups);
  return { level: level.level, keys, ...(branch && { branch }), depth: branch ? depthOf(branch, groups) : [] };
}

/** The levels that hang on single people by the day for which risks are told, and not yet today. */
function laterOf(snapshot: FactsSnapshot, held: readonly HeldLevel[]): KeyPeopleView['later'] {
  const { lines, until } = loadRenewalOutlook(snapshot);
  const today = new Set(held.filter(({ keys }) => keys.length > 0).map(({ competency }) => competency));
  const thin = lines.filter(({ risk }) => risk.code === 'thin' && !today.has(risk.competency));
  return { until, levels: thin.map(({ risk: { competency, level } }) => ({ competency, level })) };
}

function levelsIn(snapshot: FactsSnapshot, competency: string | undefined): readonly HeldLevel[] {
  if (competency === undefined) return overviewOf(snapshot);
  const { programme, facts, asOf } = snapshot;
  const standing = standingOf(programme, facts, asOf).competencies.find(({ id }) => id === competency)!;
  return levelsOf(standing, creditPeople(programme, facts, asOf));
}

/** `key people [competency]`. */
export const keyPeople: Command<'key-people'> = {
  name: 'key-people',
  phrases: hears,
  order: 70,
  access: { role: 'admin', scope: 'private' },
  audited: 'people-read',
  payload: z.object({ competency: shortText.optional() }),
  parse,
  async answer({ competency: id }, request, services) {
    const text = services.text(request.locale);
    const { programme } = await loadPartnerSnapshot(request, services);
    const competency = id === undefined ? undefined : competencyOf(programme, id);
    if (id !== undefined && !competency) return refused({ code: 'card-outdated' }, text);
    const snapshot = await loadFactsSnapshot(request, services);
    const levels = levelsIn(snapshot, id);
    const view = { ...snapshot.setting, asOf: snapshot.asOf, people: byId(snapshot.facts.people), levels };
    const scope = competency ? { competency } : { later: laterOf(snapshot, levels) };
    return { name: 'key-people', card: keyPeopleCard({ ...view, ...scope }, text) };
  },
};

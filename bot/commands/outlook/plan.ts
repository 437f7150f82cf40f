/** `plan`: the smallest work that reaches a level; without one, what keeps the levels that are held and which are within reach. */
import { z } from 'zod/v4';
import { planCard, type PlanView } from '../../../cards/outlook/plan-card';
import { reachCard } from '../../../cards/outlook/reach-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { plannedWork } from '../../../domain/planning/credential-work';
import { competencyOf, type Competency } from '../../../domain/programme/programme';
import { findLevelPaths, shortageOf, type PathTarget } from '../../../domain/planning/level-path';
import { readCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { byId, competencyResultOn } from '../../partner/competency-result';
import { explainedLevelIn } from '../../partner/explained-level';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { planReach } from '../../partner/reach';
import { dayAheadOf, outlookOf } from '../../partner/renewal-outlook';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { refused } from '../../context/reply';
import { levelMissing } from '../standing/why';

const hears: Phrases = {
  en: ['plan', 'plans', 'roadmap', 'way to', 'path to', 'how do we get', 'how do we reach'],
  'zh-CN': ['行动计划', '计划', '方案', '规划', '路线'],
  'zh-TW': ['行動計畫', '計畫', '計劃', '方案', '規劃', '路線'],
  'ru-RU': ['план', 'планы', 'путь', 'как получить', 'как достичь'],
  'pt-BR': ['plano', 'planos', 'planejar', 'caminho', 'como chegar', 'como alcançar'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { level, rest } = recognizeLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({ ask: 'plan', competency, ...(level !== undefined && { level }) });
  return readCompetencyArgument(rest, reading, make) ?? { ask: 'plan' };
}

/** The renewal day, where the level is held today and will not be met then: what is to be done is done for that day. */
function dayOf({ competency, level }: PathTarget, snapshot: FactsSnapshot): ReturnType<typeof dayAheadOf> | undefined {
  const outlook = outlookOf(competency, snapshot);
  const isEndangered = outlook.lines.some(
    ({ risk }) => risk.level === level && risk.code !== 'thin' && risk.code !== 'lost' && risk.code !== 'reached',
  );
  return isEndangered ? dayAheadOf(competency, outlook, snapshot.facts) : undefined;
}

/** The level that is asked for, else the next one, as the other commands choose it. */
function targetOf(competency: Competency, level: string | undefined, snapshot: FactsSnapshot): PathTarget | undefined {
  const explained = explainedLevelIn(competencyResultOn(competency, snapshot).standing, { level });
  return explained && { competency: competency.id, level: explained.standing.level };
}

/** The paths to a level, with how near the people proposed are, or why there are none. */
function planFor(target: PathTarget, snapshot: FactsSnapshot): Pick<PlanView, 'roads' | 'shortage' | 'by' | 'planned'> {
  const ahead = dayOf(target, snapshot);
  const by = ahead?.until;
  const start = { ...snapshot, ...(ahead && { facts: ahead.facts }), today: snapshot.asOf, asOf: by ?? snapshot.asOf };
  const roads = findLevelPaths(target, start);
  const planned = roads[0] && plannedWork(roads[0], start);
  const shortage = roads.length === 0 ? shortageOf(target, start) : undefined;
  return { roads, ...(shortage && { shortage }), ...(by && { by }), ...(planned && { planned }) };
}

/** `plan <competency> [level]`, `plan`. */
export const plan: Command<'plan'> = {
  name: 'plan',
  phrases: hears,
  order: 50,
  isCostly: true,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ competency: shortText.optional(), level: shortText.optional() }),
  parse,
  async answer({ competency: id, level }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const view = { ...snapshot.setting, asOf: snapshot.asOf, people: byId(snapshot.facts.people) };
    if (id === undefined) return { name: 'plan', card: reachCard({ ...view, ...planReach(snapshot) }, text) };
    const competency = competencyOf(snapshot.programme, id);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const target = targetOf(competency, level, snapshot);
    if (target)
      return { name: 'plan', card: planCard({ ...view, target, competency, ...planFor(target, snapshot) }, text) };
    const make = (other: string): Question => ({ ask: 'plan', competency: id, level: other });
    const result = competencyResultOn(competency, snapshot);
    return refused(levelMissing(level ?? '', result, { ...snapshot, ...request, make }), text);
  },
};

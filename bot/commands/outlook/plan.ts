/** `plan`: the smallest work that reaches a level; without one, what keeps the levels that are held and which are within reach. */
import { z } from 'zod/v4';
import { nextLevel } from '../../../cards/sections/next-level';
import { planCard, reachCard } from '../../../cards/outlook/plan-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import type { Remedy } from '../../../cards/contract/view';
import { choicesOf } from '../../../domain/planning/plan-choice';
import type { CalendarDate } from '../../../domain/basics/date';
import { spreadWorkload, type Workload } from '../../../domain/planning/workload';
import { competencyOf, hasScores, type Competency } from '../../../domain/programme/programme';
import type { Risk } from '../../../domain/membership/risk';
import {
  jointPlan,
  findLevelPaths,
  shortageOf,
  shortOf,
  type JointPlan,
  type LevelPath,
  type PathStart,
  type PathTarget,
} from '../../../domain/planning/level-path';
import { rankByPoints } from '../../../domain/planning/points-rank';
import { findBackupPeople } from '../../../domain/planning/backup-person';
import { standingOf } from '../../../domain/counting/standing';
import { readCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language/phrases';
import { type Command } from '../command';
import { shortText } from '../payload';
import { byId, competencyResultOn } from '../../partner/competency-result';
import { explainedLevelIn } from '../../partner/explained-level';
import type { Utterance } from '../../language/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { loadRenewalOutlook } from '../../partner/renewal-outlook';
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

const fewCredentials = 2;

/** The nearest way to the next level of every competency for which one or two credentials are enough. */
function withinReach({ programme, facts, asOf }: FactsSnapshot, load: Workload): readonly LevelPath[] {
  const start = { programme, facts, asOf };
  return standingOf(programme, facts, asOf)
    .competencies.flatMap((standing) => {
      const level = nextLevel(standing, programme)?.level;
      const target = level === undefined ? undefined : { competency: standing.id, level };
      return target ? findLevelPaths(target, start).slice(0, 1) : [];
    })
    .filter(({ plan: { credentials } }) => credentials > 0 && credentials <= fewCredentials)
    .filter((road) => !road.score || shortOf(road) === 0)
    .map((road) =>
      spreadWorkload(load, (spared) => (spared.size > 0 ? findLevelPaths(road, { ...start, spared })[0] : road))!,
    )
    .sort((one, other) => one.short.length - other.short.length || one.plan.credentials - other.plan.credentials);
}

/** What keeps or wins back everything that is at risk, as seen for the renewal day. */
function remediesOf(
  snapshot: FactsSnapshot,
  load: Workload,
): { readonly remedies: readonly Remedy[]; readonly jointRemedy?: JointPlan } {
  const { lines, until } = loadRenewalOutlook(snapshot);
  const start = { ...snapshot, today: snapshot.asOf, asOf: until };
  const told = lines.filter(({ risk }) => risk.code !== 'reached');
  const endangered = told.map(({ risk }) => risk).filter(({ code }) => code !== 'thin');
  const joint = endangered.length > 1 ? jointPlan(endangered, start) : undefined;
  return {
    remedies: told.map(({ risk }): Remedy => {
      const remedy = spreadWorkload(load, (spared) => remedyFor(risk, { ...start, spared }));
      const shortage = remedy || risk.code === 'thin' ? undefined : shortageOf(risk, start);
      return { risk, short: [], ...remedy, ...(shortage && { shortage }) };
    }),
    ...(joint && { jointRemedy: joint }),
  };
}

function remedyFor(risk: Risk, start: PathStart): Pick<LevelPath, 'plan' | 'short'> | undefined {
  if (risk.code !== 'thin') return findLevelPaths(risk, start)[0];
  const plan = findBackupPeople(risk, start);
  return plan && { plan, short: [] };
}

/** The renewal day, where the level is held today and will not be met then: what is to be done is done for that day. */
function dayOf({ competency, level }: PathTarget, snapshot: FactsSnapshot): CalendarDate | undefined {
  const competencies = snapshot.programme.competencies.filter(({ id }) => id === competency);
  const { lines, until } = loadRenewalOutlook({ ...snapshot, programme: { ...snapshot.programme, competencies } });
  const isEndangered = lines.some(
    ({ risk }) => risk.level === level && risk.code !== 'thin' && risk.code !== 'lost' && risk.code !== 'reached',
  );
  return isEndangered ? until : undefined;
}

/** The level that is asked for, else the next one, as the other commands choose it. */
function targetOf(competency: Competency, level: string | undefined, snapshot: FactsSnapshot): PathTarget | undefined {
  const explained = explainedLevelIn(competencyResultOn(competency, snapshot).standing, { level });
  return explained && { competency: competency.id, level: explained.standing.level };
}

/** `plan <competency> [level]`, `plan`. */
export const plan: Command<'plan'> = {
  name: 'plan',
  phrases: hears,
  order: 50,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ competency: shortText.optional(), level: shortText.optional() }),
  parse,
  async answer({ competency: id, level }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const view = { ...snapshot.setting, asOf: snapshot.asOf, people: byId(snapshot.facts.people) };
    if (id === undefined) {
      const load: Workload = new Map();
      const remedies = remediesOf(snapshot, load);
      const roads = withinReach(snapshot, load);
      const joint = roads.length > 1 ? jointPlan(roads, snapshot) : undefined;
      const byPoints = hasScores(snapshot.programme) ? rankByPoints(snapshot) : undefined;
      return {
        name: 'plan',
        card: reachCard({ ...view, ...remedies, roads, ...(byPoints && { byPoints }), ...(joint && { joint }) }, text),
      };
    }
    const competency = competencyOf(snapshot.programme, id);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const target = targetOf(competency, level, snapshot);
    if (!target) {
      const make = (other: string): Question => ({ ask: 'plan', competency: id, level: other });
      return refused(
        levelMissing(level ?? '', competencyResultOn(competency, snapshot), { ...snapshot, ...request, make }),
        text,
      );
    }
    const by = dayOf(target, snapshot);
    const start = { ...snapshot, today: snapshot.asOf, asOf: by ?? snapshot.asOf };
    const roads = findLevelPaths(target, start);
    const choices = roads[0] && choicesOf(roads[0], start);
    const shortage = roads.length === 0 ? shortageOf(target, start) : undefined;
    const told = {
      ...view,
      target,
      competency,
      roads,
      ...(shortage && { shortage }),
      ...(by && { by }),
      ...(choices && { choices }),
    };
    return { name: 'plan', card: planCard(told, text) };
  },
};

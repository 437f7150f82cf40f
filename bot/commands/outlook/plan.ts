/** `plan`: the smallest work that reaches a level; without one, what keeps the levels that are held and which are within reach. */
import { nextLevel } from '../../../cards/sections/next-level';
import { planCard, reachCard } from '../../../cards/outlook/plan-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal, Remedy } from '../../../cards/contract/view';
import { choicesOf } from '../../../domain/planning/plan-choice';
import type { CalendarDate } from '../../../domain/basics/date';
import { spreadOver, type Load } from '../../../domain/planning/workload';
import { competencyOf, type Competency } from '../../../domain/programme/programme';
import type { Risk } from '../../../domain/membership/risk';
import {
  jointPlan,
  roadsTo,
  shortOf,
  type JointPlan,
  type Road,
  type Start,
  type Target,
} from '../../../domain/planning/level-path';
import { standInsFor } from '../../../domain/planning/backup-person';
import { standingOf } from '../../../domain/counting/standing';
import { aboutCompetency } from '../../recognizers/competency-argument';
import { beside, type Command, type Phrases, type Reading } from '../command';
import { byId, decisionOn } from '../../partner/competency-result';
import { explainedIn } from '../../partner/explained-level';
import type { Heard } from '../../language/utterance';
import { lookAtFacts, type Look } from '../../partner/partner-snapshot';
import { outlookOf } from '../../partner/renewal-outlook';
import { recogniseLevel } from '../../recognizers/level-recognizer';
import { refused } from '../../context/reply';
import { levelMissing } from '../standing/why';

const hears: Phrases = {
  en: ['plan', 'plans', 'roadmap', 'way to', 'path to', 'how do we get', 'how do we reach'],
  'zh-CN': ['计划', '方案', '规划', '路线'],
  'zh-TW': ['計劃', '計畫', '方案', '規劃', '路線'],
  'ru-RU': ['план', 'планы', 'путь', 'как получить', 'как достичь'],
  'pt-BR': ['plano', 'planos', 'planejar', 'caminho', 'como chegar', 'como alcançar'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const others = beside(heard, hears);
  if (!others) return undefined;
  const { level, rest } = recogniseLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({ ask: 'plan', competency, ...(level !== undefined && { level }) });
  return aboutCompetency(rest, reading, make) ?? { ask: 'plan' };
}

const fewCredentials = 2;

/** The nearest way to the next level of every competency for which one or two credentials are enough. */
function withinReach({ programme, facts, asOf }: Look, load: Load): readonly Road[] {
  const start = { programme, facts, asOf };
  return standingOf(programme, facts, asOf)
    .competencies.flatMap((standing) => {
      const level = nextLevel(standing, programme)?.level;
      const target = level === undefined ? undefined : { competency: standing.id, level };
      return target ? roadsTo(target, start).slice(0, 1) : [];
    })
    .filter(({ plan: { credentials } }) => credentials > 0 && credentials <= fewCredentials)
    .filter((road) => !road.score || shortOf(road) === 0)
    .map((road) => spreadOver(load, (spared) => (spared.size > 0 ? roadsTo(road, { ...start, spared })[0] : road))!)
    .sort((one, other) => one.short.length - other.short.length || one.plan.credentials - other.plan.credentials);
}

/** What keeps or wins back everything that is at risk, as seen for the renewal day. */
function remediesOf(
  look: Look,
  load: Load,
): { readonly remedies: readonly Remedy[]; readonly jointRemedy?: JointPlan } {
  const { lines, until } = outlookOf(look);
  const start = { ...look, asOf: until };
  const endangered = lines.map(({ risk }) => risk).filter(({ code }) => code !== 'thin');
  const joint = endangered.length > 1 ? jointPlan(endangered, start) : undefined;
  return {
    remedies: lines.map(({ risk }): Remedy => ({
      risk,
      short: [],
      ...spreadOver(load, (spared) => remedyFor(risk, { ...start, spared })),
    })),
    ...(joint && { jointRemedy: joint }),
  };
}

function remedyFor(risk: Risk, start: Start): Pick<Road, 'plan' | 'short'> | undefined {
  if (risk.code !== 'thin') return roadsTo(risk, start)[0];
  const plan = standInsFor(risk, start);
  return plan && { plan, short: [] };
}

/** The renewal day, where the level is held today and will not be met then: what is to be done is done for that day. */
function dayOf({ competency, level }: Target, look: Look): CalendarDate | undefined {
  const competencies = look.programme.competencies.filter(({ id }) => id === competency);
  const { lines, until } = outlookOf({ ...look, programme: { ...look.programme, competencies } });
  const isEndangered = lines.some(({ risk }) => risk.level === level && risk.code !== 'thin' && risk.code !== 'lost');
  return isEndangered ? until : undefined;
}

/** The level that is asked for, else the next one, as the other commands choose it. */
function targetOf(competency: Competency, level: string | undefined, look: Look): Target | undefined {
  const explained = explainedIn(decisionOn(competency, look).standing, { level });
  return explained && { competency: competency.id, level: explained.standing.level };
}

/** `plan <competency> [level]`, `plan`. */
export const plan: Command<'plan'> = {
  name: 'plan',
  hears,
  parse,
  async answer({ competency: id, level }, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtFacts(ask, world);
    const view = { ...look.setting, asOf: look.asOf, people: byId(look.facts.people) };
    if (id === undefined) {
      const load: Load = new Map();
      const remedies = remediesOf(look, load);
      const roads = withinReach(look, load);
      const joint = roads.length > 1 ? jointPlan(roads, look) : undefined;
      return { name: 'plan', card: reachCard({ ...view, ...remedies, roads, ...(joint && { joint }) }, text) };
    }
    const competency = competencyOf(look.programme, id);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const target = targetOf(competency, level, look);
    if (!target) {
      const make = (other: string): Question => ({ ask: 'plan', competency: id, level: other });
      return refused(levelMissing(level ?? '', decisionOn(competency, look), { ...look, ...ask, make }), text);
    }
    const by = dayOf(target, look);
    const start = { ...look, asOf: by ?? look.asOf };
    const roads = roadsTo(target, start);
    const choices = roads[0] && choicesOf(roads[0], start);
    const told = { ...view, target, competency, roads, ...(by && { by }), ...(choices && { choices }) };
    return { name: 'plan', card: planCard(told, text) };
  },
};

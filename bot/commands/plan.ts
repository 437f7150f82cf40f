/** `plan`: the smallest work that reaches a level; without one, the levels that are within reach. */
import { nextLevel } from '../../cards/next-level';
import { planCard, reachCard } from '../../cards/plan-card';
import type { Question } from '../../cards/question';
import type { Refusal } from '../../cards/view';
import { competencyOf, type Competency } from '../../domain/programme';
import { jointPlan, roadsTo, shortOf, type Road, type Target } from '../../domain/road';
import { standingOf } from '../../domain/standing';
import { aboutCompetency } from '../about-competency';
import { beside, type Command, type Phrases, type Reading } from '../command';
import { byId, decisionOn } from '../decision';
import { explainedIn } from '../explanation';
import type { Heard } from '../heard';
import { lookAtFacts, type Look } from '../look';
import { recogniseLevel } from '../recognise-level';
import { refused } from '../reply';
import { levelMissing } from './why';

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
function withinReach({ programme, facts, asOf }: Look): readonly Road[] {
  return standingOf(programme, facts, asOf)
    .competencies.flatMap((standing) => {
      const level = nextLevel(standing, programme)?.level;
      const target = level === undefined ? undefined : { competency: standing.id, level };
      return target ? roadsTo(target, { programme, facts, asOf }).slice(0, 1) : [];
    })
    .filter(({ plan: { credentials } }) => credentials > 0 && credentials <= fewCredentials)
    .filter((road) => !road.score || shortOf(road) === 0)
    .sort((one, other) => one.short.length - other.short.length || one.plan.credentials - other.plan.credentials);
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
      const roads = withinReach(look);
      const joint = roads.length > 1 ? jointPlan(roads, look) : undefined;
      return { name: 'plan', card: reachCard({ ...view, roads, ...(joint && { joint }) }, text) };
    }
    const competency = competencyOf(look.programme, id);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const target = targetOf(competency, level, look);
    if (!target) {
      const make = (other: string): Question => ({ ask: 'plan', competency: id, level: other });
      return refused(levelMissing(level ?? '', decisionOn(competency, look), { ...look, ...ask, make }), text);
    }
    return { name: 'plan', card: planCard({ ...view, target, competency, roads: roadsTo(target, look) }, text) };
  },
};

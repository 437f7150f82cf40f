/** `plan`: the smallest work that reaches a level; without one, what keeps the levels that are held and which are within reach; of a person, what they could earn next. */
import { z } from 'zod/v4';
import { planCard } from '../../../cards/outlook/plan-card';
import { reachCard } from '../../../cards/outlook/reach-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { competencyOf } from '../../../domain/programme/programme';
import { readCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { byId, competencyResultOn } from '../../partner/competency-result';
import type { Utterance } from '../../language-understanding/utterance';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { planPerson } from '../../partner/personal-plan';
import { findPerson, oneself } from '../../recognizers/people/person-lookup';
import { personalPlanCard, type PersonalPlanView } from '../../../cards/outlook/personal-plan-card';
import { creditPeople } from '../../../domain/counting/kept-credits';
import type { ReadingServices } from '../../context/app-services';
import type { TurnRequest } from '../../context/turn-request';
import { planLevel, planTargetOf } from '../../partner/level-plan';
import { maySeeNames } from '../../partner/name-visibility';
import { listTasks } from '../../tasks/task-list';
import { declinedAmong, isOpenTask, tasksFor } from '../../../domain/tasks/assigned-task';
import { planReach } from '../../partner/reach';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { refused, type Reply } from '../../context/reply';
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

type PlanQuestion = Extract<Question, { ask: 'plan' }>;

interface PlanReading {
  readonly snapshot: FactsSnapshot;
  readonly request: TurnRequest;
  readonly services: ReadingServices;
}

/** `plan <competency> [level]`, `plan`, `plan <person>`. */
export const plan: Command<'plan'> = {
  name: 'plan',
  phrases: hears,
  order: 50,
  isCostly: true,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ competency: shortText.optional(), level: shortText.optional(), person: shortText.optional() }),
  parse,
  async answer(question, request, services) {
    const { competency: id, level } = question;
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const isPersonal = question.person !== undefined && !(await isOfNoRecord(question, { snapshot, request }));
    if (isPersonal) return personalReply(question, { snapshot, request, services });
    const view = { ...snapshot.setting, asOf: snapshot.asOf, people: byId(snapshot.facts.people) };
    const tasks = await listTasks(request.tenant, services);
    const mayAsk = maySeeNames(request, snapshot);
    if (id === undefined) {
      const reach = planReach({ ...snapshot, declined: declinedAmong(tasks) });
      return { name: 'plan', card: reachCard({ ...view, ...reach, mayAsk }, text) };
    }
    const competency = competencyOf(snapshot.programme, id);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const target = planTargetOf(competency, level, snapshot);
    if (target) {
      const planned = { ...planLevel(target, snapshot, tasks), tasks: tasksFor(target, tasks) };
      return { name: 'plan', card: planCard({ ...view, target, competency, mayAsk, ...planned }, text) };
    }
    const make = (other: string): Question => ({ ask: 'plan', competency: id, level: other });
    const result = competencyResultOn(competency, snapshot);
    return refused(levelMissing(level ?? '', result, { ...snapshot, ...request, make }), text);
  },
};

/** Who is not on record and asks what to earn for a goal is told what the company needs for it. */
async function isOfNoRecord(
  { person, competency }: PlanQuestion,
  { snapshot, request }: Pick<PlanReading, 'snapshot' | 'request'>,
): Promise<boolean> {
  return person === oneself && competency !== undefined && (await findOwnRecord(snapshot, request)) === undefined;
}

/** What one person could earn next; for admins, and for oneself. */
async function personalReply(
  { person: wanted, competency, level }: PlanQuestion,
  { snapshot, request, services }: PlanReading,
): Promise<Reply> {
  const text = services.text(request.locale);
  const about = { ...(competency !== undefined && { competency }), ...(level !== undefined && { level }) };
  const make = (person: string): Question => ({ ask: 'plan', person, ...about });
  const found = await findPerson(wanted!, { request, snapshot, make });
  if ('refusal' in found) return refused(found.refusal, text);
  const { person } = found;
  const tasks = await listTasks(request.tenant, services);
  const declined = declinedAmong(tasks);
  const open = tasks.filter((task) => task.person === person.id && isOpenTask(task));
  const { credits } = creditPeople(snapshot.programme, snapshot.facts, snapshot.asOf);
  const hindrance = credits.find((credit) => credit.person.id === person.id)?.hindrance;
  const isOwn = wanted === oneself || person.id === snapshot.setting.self || !snapshot.setting.seesNames;
  const view: PersonalPlanView = {
    ...snapshot.setting,
    ...(isOwn && { self: person.id }),
    asOf: snapshot.asOf,
    person,
    isOwn,
    steps: planPerson(person.id, { ...snapshot, declined }, about),
    ...(hindrance && { hindrance }),
    ...(open.length > 0 && { tasks: open }),
    mayAsk: maySeeNames(request, snapshot),
    ...(competency !== undefined && { goal: { competency, ...(level !== undefined && { level }) } }),
  };
  return { name: 'plan', card: personalPlanCard(view, text) };
}

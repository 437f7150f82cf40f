/** Asking one person: for one credential, or for what brings a goal nearer; nobody else is meant, and nothing of others falls away. */
import type { CalendarDate } from '../../domain/basics/date';
import { departureOf } from '../../domain/counting/credits/departure';
import { creditPeople } from '../../domain/counting/kept-credits';
import type { Person } from '../../domain/partner/people/person';
import type { Credential } from '../../domain/programme/credential';
import { askedTask, isOpenTask, taskId, type TaskGoal } from '../../domain/tasks/assigned-task';
import { dueDaysOf } from '../../domain/tasks/task-due-day';
import { planPerson } from '../partner/personal-plan';
import type { FactsSnapshot } from '../partner/partner-snapshot';
import { askingOf, byAsker, timeFor, versionOfPlan, type Asking, type AskingSituation } from './asking';

/**
 * Returns what asking one person for what brings them nearest to a goal means, without one to any level; nothing falls away, because nobody
 * else is meant. Nothing is asked where nothing of theirs would help.
 */
export function planAskingPerson(
  person: Person,
  about: Partial<Pick<TaskGoal, 'competency' | 'level'>>,
  situation: AskingSituation,
): Asking {
  const [step] = planPerson(person.id, situation.snapshot, about);
  const goal = step && goalOf(step);
  const work = step ? [{ person: person.id, credentials: step.credentials }] : [];
  const asked = askingOf(goal ? [{ goal, work }] : [], situation, goal);
  return { ...asked, falling: [], plan: versionOfPlan(asked.wanted, []), of: { person: person.id, ...about } };
}

/** What one person is asked for. */
export interface SingleWish {
  readonly person: Person;
  readonly credential: Credential;
  /** The last day on which it should be passed; where none is given, as long as a plan gives. */
  readonly until?: CalendarDate;
}

/**
 * Returns what asking one person for one credential means: for the level to which it brings them nearest, if any. Nothing is asked
 * where it is held already, can no longer be earned, or the person does not belong to the company any more.
 */
export function planAskingOne({ person, credential, until }: SingleWish, situation: AskingSituation): Asking {
  const { request, snapshot, tasks } = situation;
  const obstacle = obstacleTo({ person, credential, ...(until && { until }) }, snapshot);
  const before = tasks.find(({ id }) => id === taskId(person.id, credential.id));
  const step = stepBy({ person, credential }, snapshot);
  const goal = step && goalOf(step);
  const beside = (step?.credentials ?? []).filter((id) => id !== credential.id);
  const due = until ?? dueDaysOf(1, timeFor(goal, snapshot))[0]!;
  const wish = { person: person.id, credential: credential.id, ...(goal && { goal }), ...byAsker(request), due };
  const isAsked = before !== undefined && isOpenTask(before) && (until === undefined || before.due === until);
  const task = isAsked ? before : askedTask(wish, before);
  const moved = before && isOpenTask(before) && !isAsked ? { movedFrom: before.due } : {};
  const only: Asking['only'] = {
    person: person.id,
    credential: credential.id,
    ...(until && { until }),
    ...(obstacle && { obstacle }),
    ...(beside.length > 0 && { beside }),
    ...moved,
  };
  const wanted = obstacle || !task ? [] : [{ task, isAsked }];
  return { only, wanted, falling: [], plan: versionOfPlan(wanted, []) };
}

/** The level to which a plan of the person leads by this credential, and what else of theirs it takes. */
function stepBy({ person, credential }: SingleWish, snapshot: FactsSnapshot): Step | undefined {
  return planPerson(person.id, snapshot).find(({ credentials }) => credentials.includes(credential.id));
}

type Step = ReturnType<typeof planPerson>[number];

function goalOf({ competency, level, by }: Step): TaskGoal {
  return { competency, level, ...(by !== undefined && { by }) };
}

/** Why it makes no sense to ask; undefined where it does. */
function obstacleTo(
  { person, credential, until }: SingleWish,
  { programme, facts, policies, asOf }: FactsSnapshot,
): NonNullable<Asking['only']>['obstacle'] {
  const departure = departureOf(person, policies);
  if (departure && departure.on <= asOf) return departure;
  if (credential.retiredOn !== undefined && credential.retiredOn < asOf) return { code: 'no-longer-offered' };
  if (until !== undefined && until < asOf) return { code: 'day-is-over' };
  const credit = creditPeople(programme, facts, asOf).credits.find((one) => one.person.id === person.id);
  return credit?.counted.has(credential.id) ? { code: 'held' } : undefined;
}

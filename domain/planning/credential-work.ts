/** Credential work is a plan as a trainer reads it: each credential once, with the people who are to earn it, the nearest first. */
import { credentialsIn, satisfies, type Expression } from '../programme/expression';
import { meansOf, type LevelPath, type PathStart } from './level-path';
import type { Learners, Means, Plan, Task } from './plan';
import { readinessCodes, readinessFor, type ReadinessCode } from './readiness';

/**
 * How near people are to the credential: as {@link readinessFor} says it, with what they hold of it, or `after`, where the plan
 * gives them a prerequisite to earn first.
 */
export interface Readiness {
  readonly code: ReadinessCode | 'after';
  /** For `ready` the prerequisites that are valid, for `near` what is held of the plan, for `formerly` what was, for `after` what comes first. */
  readonly by: readonly string[];
}

export interface Trainees {
  readonly people: readonly string[];
  /** Absent where only the tasks are known, and not what people hold. */
  readonly readiness?: Readiness;
}

/** One credential, and everyone who is to earn it. */
export interface CredentialWork {
  readonly credential: string;
  readonly trainees: readonly Trainees[];
}

type PrerequisiteOf = (credential: string) => Expression | undefined;

/** The tasks by credential: prerequisites before what asks for them, then what most people are to earn. */
export function workByCredential(tasks: readonly Task[], prerequisiteOf: PrerequisiteOf): readonly CredentialWork[] {
  const people = new Map<string, string[]>();
  for (const { person, credentials } of tasks)
    for (const credential of credentials) people.set(credential, [...(people.get(credential) ?? []), person]);
  const depthOf = (credential: string): number => {
    const before = credentialsOf(prerequisiteOf(credential)).filter((one) => people.has(one));
    return before.reduce((depth, one) => Math.max(depth, depthOf(one) + 1), 0);
  };
  return [...people]
    .map(([credential, all]) => ({ credential, depth: depthOf(credential), trainees: [{ people: all }], all }))
    .sort(
      (one, other) =>
        one.depth - other.depth || other.all.length - one.all.length || (one.credential < other.credential ? -1 : 1),
    )
    .map(({ credential, trainees }) => ({ credential, trainees }));
}

export interface PlannedWork {
  readonly work: readonly CredentialWork[];
  /** How many people without work in the plan could do the work of one of its people just as well. */
  readonly equals: number;
}

/** The work of a path by credential, with how near each person is to it. */
export function plannedWork({ branch = [], plan }: LevelPath, start: PathStart): PlannedWork {
  const means = meansOf(start);
  const prerequisites = (credential: string) => means.prerequisiteOf?.(credential);
  const bearing = bearingOn([...branch.flatMap(({ each }) => credentialsIn(each))], prerequisites);
  const learners = means.groups.map((group) => narrowed(group, bearing));
  const byPerson = new Map(learners.flatMap((one) => one.people.map((person) => [person, one] as const)));
  const tasks = new Map(plan.tasks.map((task) => [task.person, task]));
  const work = workByCredential(plan.tasks, prerequisites).map(({ credential, trainees }) => ({
    credential,
    trainees: grouped(
      trainees[0]!.people.map((person) => ({
        person,
        readiness: readinessOf({ credential, task: tasks.get(person)!, learner: byPerson.get(person), prerequisites }),
      })),
    ),
  }));
  return { work, equals: equalsOf(plan, learners) };
}

/** Group of people who hold the same of what bears on the plan. */
interface Learner {
  readonly people: readonly string[];
  readonly own: ReadonlySet<string>;
  readonly lapsed: ReadonlySet<string>;
  readonly key: string;
}

function narrowed({ held, valid = held, lapsed = new Set(), people }: Learners, bearing: ReadonlySet<string>): Learner {
  const some = (all: Iterable<string>) => [...new Set(all)].filter((one) => bearing.has(one)).sort();
  const [counted, own, gone] = [some(held), some([...held, ...valid]), some(lapsed)];
  return { people, own: new Set(own), lapsed: new Set(gone), key: JSON.stringify([counted, own, gone]) };
}

function bearingOn(named: readonly string[], prerequisiteOf: PrerequisiteOf): ReadonlySet<string> {
  const all = new Set(named);
  for (const credential of all) for (const one of credentialsOf(prerequisiteOf(credential))) all.add(one);
  return all;
}

function credentialsOf(asked: Expression | undefined): readonly string[] {
  return asked ? credentialsIn(asked) : [];
}

interface Asked {
  readonly credential: string;
  readonly task: Task;
  readonly learner: Learner | undefined;
  readonly prerequisites: NonNullable<Means['prerequisiteOf']>;
}

function readinessOf({ credential, task, learner, prerequisites }: Asked): Readiness {
  const { own, lapsed } = learner ?? { own: new Set<string>(), lapsed: new Set<string>() };
  const asked = prerequisites(credential);
  const named = credentialsOf(asked);
  if (asked && !satisfies(own, asked))
    return { code: 'after', by: task.credentials.filter((one) => named.includes(one)) };
  const code = readinessFor(credential, { own, lapsed }, prerequisites);
  if (code === 'ready') return { code, by: named.filter((one) => own.has(one)) };
  return { code, by: code === 'near' ? [...own] : code === 'formerly' ? [...lapsed] : [] };
}

const order: readonly Readiness['code'][] = [...readinessCodes, 'after'];

function grouped(people: readonly { readonly person: string; readonly readiness: Readiness }[]): readonly Trainees[] {
  const groups = new Map<string, { readiness: Readiness; people: string[] }>();
  for (const { person, readiness } of people) {
    const key = JSON.stringify(readiness);
    const group = groups.get(key) ?? { readiness, people: [] };
    groups.set(key, group);
    group.people.push(person);
  }
  return [...groups.values()].sort(
    (one, other) =>
      order.indexOf(one.readiness.code) - order.indexOf(other.readiness.code) ||
      other.people.length - one.people.length,
  );
}

function equalsOf({ tasks }: Plan, learners: readonly Learner[]): number {
  const busy = new Set(tasks.map(({ person }) => person));
  const free = ({ people }: Learner) => people.filter((person) => !busy.has(person)).length;
  const keys = new Set(learners.filter((one) => free(one) < one.people.length).map(({ key }) => key));
  return learners.filter(({ key }) => keys.has(key)).reduce((sum, one) => sum + free(one), 0);
}

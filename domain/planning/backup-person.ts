/** A backup person could take the place of a key person; a level with one for each key person depends on no single person. */
import { keyPeopleOf } from '../counting/key-people';
import type { Plan, Task } from './plan';
import type { Programme } from '../programme/programme';
import { findLevelPaths, type PathStart, type PathTarget } from './level-path';
import { standingOf } from '../counting/standing';
import { creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';
import { evaluateWhatIf } from './what-if';

/**
 * Returns the work after which a met level no longer depends on one person: replaces one key person after the other, the
 * hardest to replace first, each by the least work. The sum is not proved to be the smallest; undefined if a key person
 * cannot be replaced.
 */
export function findBackupPeople(target: PathTarget, start: PathStart): Plan | undefined {
  const programme = onlyOf(start.programme, target);
  const earned: Task[] = [];
  let { facts } = start;
  for (let keys = soleCarriersOf(target, { ...start, programme, facts }); keys.length > 0;) {
    const hardest = hardestToReplace(keys, target, { ...start, programme, facts });
    if (!hardest) return undefined;
    earned.push(...hardest.tasks);
    facts = afterwards(programme, facts, { ...start, tasks: hardest.tasks });
    keys = soleCarriersOf(target, { ...start, programme, facts });
  }
  return together(earned);
}

/** Whether a met level hangs on one person. */
export function hangsOnOne(target: PathTarget, start: PathStart): boolean {
  return soleCarriersOf(target, { ...start, programme: onlyOf(start.programme, target) }).length > 0;
}

function onlyOf(programme: Programme, { competency }: PathTarget): Programme {
  return { ...programme, competencies: programme.competencies.filter(({ id }) => id === competency) };
}

/** Those without whom, each alone, no option of the programme's competencies would meet the level; no one where it is not met. */
function soleCarriersOf({ level }: PathTarget, { programme, facts, asOf }: PathStart): readonly string[] {
  const { groups } = creditPeople(programme, facts, asOf);
  const options = standingOf(programme, facts, asOf).competencies.flatMap((one) => one.options);
  const holding = options.flatMap(({ levels }) => levels.filter((one) => one.level === level && one.met));
  const [first = new Set<string>(), ...others] = holding.map((one) => new Set(keyPeopleOf(one, groups)));
  return [...first].filter((person) => others.every((keys) => keys.has(person)));
}

/** Returns the work to replace the person whose replacement takes most; undefined if one of them cannot be replaced. */
function hardestToReplace(keys: readonly string[], target: PathTarget, start: PathStart): Plan | undefined {
  const plans = keys.map((key) => {
    const people = start.facts.people.filter(({ id }) => id !== key);
    return findLevelPaths(target, { ...start, facts: { ...start.facts, people } })[0]?.plan;
  });
  if (plans.some((plan) => plan === undefined)) return undefined;
  return (plans as readonly Plan[]).reduce((hardest, plan) =>
    plan.credentials > hardest.credentials ? plan : hardest,
  );
}

function afterwards(
  programme: Programme,
  facts: Facts,
  { asOf, tasks }: { readonly asOf: string; readonly tasks: readonly Task[] },
): Facts {
  const events = tasks.flatMap(({ person, credentials }) =>
    credentials.map((credential) => ({ kind: 'passes' as const, person, credential })),
  );
  return evaluateWhatIf(programme, facts, { today: asOf, events }).then.facts;
}

function together(tasks: readonly Task[]): Plan {
  const byPerson = new Map<string, readonly string[]>();
  for (const { person, credentials } of tasks) byPerson.set(person, [...(byPerson.get(person) ?? []), ...credentials]);
  return {
    tasks: [...byPerson].map(([person, credentials]) => ({ person, credentials })),
    credentials: tasks.reduce((sum, { credentials }) => sum + credentials.length, 0),
  };
}

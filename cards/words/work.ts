/** What work a plan asks for, and why no plan is possible. */
import type { Shortage } from '../../domain/planning/level-path';
import type { Plan } from '../../domain/planning/plan';
import type { Text } from '../text';
import { credentialName } from './credential';
import { listOf, type Wording } from './wording';

const mostNames = 4;

/** How many credentials a plan asks for, and of how many people. */
export function workWords({ credentials, tasks }: Pick<Plan, 'credentials' | 'tasks'>, text: Text): string {
  return text.say('plan.work', { count: credentials, people: text.say('who.plain', { count: tasks.length }) });
}

/** Why no plan reaches the level: more people would help, or the credentials can no longer be earned. */
export function shortageWords(shortage: Shortage | undefined, about: Wording): string {
  const { text } = about;
  if (shortage?.code === 'people') return text.say('plan.too-few', { count: shortage.more });
  const names = (shortage?.credentials ?? []).map((id) => credentialName(id, about));
  return names.length > 0
    ? text.say('plan.unearnable', { credentials: listOf(names, text, mostNames) })
    : text.say('plan.no-road');
}

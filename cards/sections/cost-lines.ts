/** The line that says what the exams of a plan cost the company; for readers who may enter costs it leads to the form. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import { renewalsAmong } from '../../domain/planning/certificate-renewal';
import type { Task } from '../../domain/planning/plan';
import { planCostOf } from '../../domain/planning/plan-cost';
import type { CardSetting } from '../contract/view';
import { linkedLine } from '../elements/blocks';
import { note } from '../elements/elements';
import { planCostWords } from '../words/cost';
import type { Wording } from '../words/wording';

interface About extends Wording {
  readonly view: CardSetting & { readonly people: ReadonlyMap<string, Person>; readonly asOf: CalendarDate };
}

/** A button carries the exams of the form; more than a form shows are not needed. */
const mostCarried = 12;

/** What the work costs; nothing where no exam is to be taken. `about` says for which work, where the card shows more than one. */
export function costLines(
  tasks: readonly Pick<Task, 'person' | 'credentials'>[],
  { view, text, programme }: About,
  about = (cost: string): string => cost,
): readonly CardElement[] {
  const { partner, people, asOf } = view;
  const isRenewal = renewalsAmong(people, programme.credentials, asOf);
  const cost = planCostOf(tasks, { costs: partner.costs, isRenewal });
  if (cost.exams === 0) return [];
  const words = about(planCostWords(cost, { text, programme }));
  if (cost.missing === 0 || !view.seesNames) return [note(words)];
  const question = { ask: 'cost', credentials: cost.credentials.slice(0, mostCarried) } as const;
  return [linkedLine({ question, title: text.say('button.enter-costs') }, words)];
}

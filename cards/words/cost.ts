/** What exams cost the company, in words: the fee and the vouchers that are on record, and what a plan comes to. */
import type { CostsChange } from '../../domain/partner/correction';
import type { ExamCost } from '../../domain/partner/exam-cost';
import type { PlanCost } from '../../domain/planning/plan-cost';
import type { ChangeState } from '../contract/view';
import { credentialName } from './credential';
import type { Wording } from './wording';

/** The exam of a credential, or any exam. */
function examWords({ credential }: Pick<ExamCost, 'credential'>, wording: Wording): string {
  if (credential === undefined) return wording.text.say('cost.any-exam');
  return examName(credential, wording);
}

/** The number of the exam, which is what people book and pay; the name of the credential where it has none. */
export function examName(id: string, wording: Pick<Wording, 'programme'>): string {
  const exam = wording.programme.credentials.find((one) => one.id === id)?.exam;
  return exam ?? credentialName(id, wording);
}

/** How costs are typed, with an exam of the programme as the example. */
export function howToEnterCosts(wording: Wording): string {
  const { credentials } = wording.programme;
  const example = credentials.find(({ retiredOn }) => retiredOn === undefined) ?? credentials[0];
  return wording.text.say('costs.how', { exam: example ? examName(example.id, wording) : 'AZ-104' });
}

/** What is on record of one exam: “AZ-104: USD 165, 2 vouchers”. */
export function costWords(cost: ExamCost, wording: Wording): string {
  return wording.text.say('cost.of', { exam: examWords(cost, wording), cost: amountsOf(cost, wording) });
}

/** What is taken away of one exam. */
export function removedCostWords(cost: ExamCost, wording: Wording): string {
  return wording.text.say('cost.removed', { exam: examWords(cost, wording) });
}

/** What was on record of an exam before. */
export function earlierCostWords(cost: ExamCost | undefined, wording: Wording): string {
  const { text } = wording;
  return cost ? text.say('cost.before', { cost: amountsOf(cost, wording) }) : text.say('cost.new');
}

function amountsOf({ fee, vouchers }: ExamCost, { text }: Wording): string {
  return text.list([
    ...(fee ? [text.money(fee)] : []),
    ...(vouchers === undefined ? [] : [text.say('cost.vouchers', { count: vouchers })]),
  ]);
}

/** A change of costs in one sentence; where it is about several exams, how many. */
export function costsChangeWords({ before, after }: CostsChange, state: ChangeState, wording: Wording): string {
  const { text } = wording;
  const [only = before[0]!, ...others] = after;
  if (others.length > 0) return text.say('correction.costs', { state, count: after.length });
  if (after.length === 0) return text.say('correction.cost-removed', { state, exam: examWords(only, wording) });
  return text.say('correction.cost', { state, exam: examWords(only, wording), cost: amountsOf(only, wording) });
}

/** What the exams of a plan come to: “6 exams, USD 990, 2 covered by vouchers; fee missing for 1”. */
export function planCostWords({ exams, sums, covered, missing, renewals }: PlanCost, { text }: Wording): string {
  return text.say('plan.cost', {
    exams,
    covered,
    missing,
    renewals,
    known: sums.length > 0 ? 'yes' : 'no',
    sum: text.list(sums.map((one) => text.money(one))),
  });
}

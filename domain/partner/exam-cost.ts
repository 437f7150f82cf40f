/** An exam cost is what the company says that it pays for an exam, and the vouchers that it has for it: data of the company alone. */
import type { CalendarDate } from '../basics/date';
import { isSameMoney, type Money } from '../basics/money';

export interface ExamCost {
  /** The id of the credential whose exam it is; absent for vouchers that are good for any exam. */
  readonly credential?: string;
  /** Absent where nothing but vouchers is on record. */
  readonly fee?: Money;
  /** How many vouchers are left; absent where none were ever entered. */
  readonly vouchers?: number;
  readonly enteredOn: CalendarDate;
  /** Who typed it in. */
  readonly source: string;
}

/** More vouchers than any company buys at once. */
export const mostVouchers = 10_000;

/** The cost of the exam of this credential; without one, the vouchers for any exam. */
export function examCostFor(
  costs: readonly ExamCost[] | undefined,
  credential: string | undefined,
): ExamCost | undefined {
  return costs?.find((one) => one.credential === credential);
}

/** The costs with these in place of what was on record of `replaced`, in the order of the credentials. */
export function withExamCosts(
  costs: readonly ExamCost[] = [],
  replaced: readonly ExamCost[],
  put: readonly ExamCost[],
): readonly ExamCost[] {
  const touched = new Set([...replaced, ...put].map(({ credential }) => credential));
  const kept = costs.filter(({ credential }) => !touched.has(credential));
  return [...kept, ...put].sort((one, other) => ((one.credential ?? '') < (other.credential ?? '') ? -1 : 1));
}

/** Whether both say the same of the same exam, whoever entered it and when. */
export function isSameCost(one: ExamCost | undefined, other: ExamCost | undefined): boolean {
  return (
    one?.credential === other?.credential && isSameMoney(one?.fee, other?.fee) && one?.vouchers === other?.vouchers
  );
}

/** The currency of the fees on record; `undefined` where there is none, or where there are several. */
export function currencyOf(costs: readonly ExamCost[] | undefined): string | undefined {
  const [only, ...others] = new Set((costs ?? []).flatMap(({ fee }) => fee?.currency ?? []));
  return others.length === 0 ? only : undefined;
}

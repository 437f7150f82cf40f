/** Plan cost is what the exams of a plan cost the company, by the fees and vouchers that it has entered. */
import { sumsByCurrency, type Money } from '../basics/money';
import { examCostFor, type ExamCost } from '../partner/exam-cost';
import type { Task } from './plan';

export interface PlanCost {
  /** One for each person and credential, without renewals. */
  readonly exams: number;
  /** Certifications that their holders renew in time, for which no exam is taken. */
  readonly renewals: number;
  /** What the exams without a voucher cost, one sum for each currency. */
  readonly sums: readonly Money[];
  /** How many exams a voucher covers. */
  readonly covered: number;
  /** How many exams have neither a voucher nor a fee on record. */
  readonly missing: number;
  /** The credentials of the exams, each once, in the order of the plan. */
  readonly credentials: readonly string[];
}

export interface CostGrounds {
  readonly costs?: readonly ExamCost[] | undefined;
  /** Whether the person holds the credential still and renews it, for which no exam is taken. */
  readonly isRenewal: (person: string, credential: string) => boolean;
}

interface PlannedExam {
  readonly credential: string;
  readonly fee?: Money;
}

/**
 * What the work costs; the same credential of the same person counts once. Vouchers for one exam are used for that exam, those for
 * any exam then for the dearest ones, because that saves the most. Where fees are in several currencies, which have no order among them,
 * the currency of most exams comes first.
 */
export function planCostOf(
  tasks: readonly Pick<Task, 'person' | 'credentials'>[],
  { costs, isRenewal }: CostGrounds,
): PlanCost {
  const all = distinctWork(tasks);
  const taken = all.filter(({ person, credential }) => !isRenewal(person, credential));
  const exams = taken.map(({ credential }): PlannedExam => {
    const fee = examCostFor(costs, credential)?.fee;
    return { credential, ...(fee && { fee }) };
  });
  const open = dearestFirst(withoutOwnVouchers(exams, costs));
  const paid = open.slice(examCostFor(costs, undefined)?.vouchers ?? 0);
  return {
    exams: exams.length,
    renewals: all.length - exams.length,
    sums: sumsByCurrency(paid.flatMap(({ fee }) => fee ?? [])),
    covered: exams.length - paid.length,
    missing: paid.filter(({ fee }) => fee === undefined).length,
    credentials: [...new Set(exams.map(({ credential }) => credential))],
  };
}

interface PersonalWork {
  readonly person: string;
  readonly credential: string;
}

function distinctWork(tasks: readonly Pick<Task, 'person' | 'credentials'>[]): readonly PersonalWork[] {
  const work = new Map<string, PersonalWork>();
  for (const { person, credentials } of tasks)
    for (const credential of credentials) work.set(JSON.stringify([person, credential]), { person, credential });
  return [...work.values()];
}

/** The exams that no voucher of their own covers. */
function withoutOwnVouchers(
  exams: readonly PlannedExam[],
  costs: readonly ExamCost[] | undefined,
): readonly PlannedExam[] {
  const used = new Map<string, number>();
  return exams.filter(({ credential }) => {
    const before = used.get(credential) ?? 0;
    used.set(credential, before + 1);
    return before >= (examCostFor(costs, credential)?.vouchers ?? 0);
  });
}

/** The dearest first, those without a fee last. */
function dearestFirst(exams: readonly PlannedExam[]): readonly PlannedExam[] {
  const frequency = new Map<string, number>();
  for (const { fee } of exams) if (fee) frequency.set(fee.currency, (frequency.get(fee.currency) ?? 0) + 1);
  const rankOf = ({ fee }: PlannedExam) => (fee ? frequency.get(fee.currency)! : 0);
  return [...exams].sort(
    (one, other) =>
      rankOf(other) - rankOf(one) ||
      (one.fee?.currency ?? '').localeCompare(other.fee?.currency ?? '', 'en') ||
      (other.fee?.units ?? 0) - (one.fee?.units ?? 0),
  );
}

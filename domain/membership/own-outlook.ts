/** An own outlook is how far risks are looked for where a goal is renewed on an anniversary of its own, and with which facts. */
import type { CalendarDate } from '../basics/date';
import type { Facts } from '../counting/facts';
import { likeFacts } from '../counting/kept-credits';
import { ownRenewalOf, type OwnRenewal } from '../partner/held-goal';
import type { Partner } from '../partner/partner';
import { competencyOf, renewsAlone, type Programme } from '../programme/programme';
import type { RiskHorizon } from './risk-horizon';
import type { Risk } from './risk';

export interface OwnOutlook {
  readonly own: OwnRenewal;
  /** The anniversary, and after it the last day to renew. */
  readonly until: CalendarDate;
  /** The day of the enrolment. */
  readonly since: CalendarDate;
  /** With the designations that the membership renews before that day held on it. */
  readonly facts: Facts;
}

/** The day for which the risks of an own renewal are told. */
function dayOfOwnRenewal({ anniversary, closes }: OwnRenewal, today: CalendarDate): CalendarDate {
  return today <= anniversary ? anniversary : closes;
}

export interface RunningEnrolment {
  readonly own: OwnRenewal;
  readonly level: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
}

/** The enrolments with an anniversary of their own that run on a day, by the id of the goal. */
export function ownRenewalsOf(
  { enrolments = [] }: Pick<Partner, 'enrolments'>,
  programme: Programme,
  today: CalendarDate,
): ReadonlyMap<string, RunningEnrolment> {
  return new Map(
    enrolments.flatMap((one) => {
      const own = ownRenewalOf(one, programme);
      if (!own || !competencyOf(programme, one.competency) || today < one.from || today > own.closes) return [];
      const until = dayOfOwnRenewal(own, today);
      return [[one.competency, { own, level: one.level, since: one.from, until }] as const];
    }),
  );
}

interface Ground {
  readonly programme: Programme;
  readonly partner: Partner;
  readonly facts: Facts;
  /** Of the goals that are renewed with the membership. */
  readonly risks: readonly Risk[];
  readonly seen: RiskHorizon;
}

/** How far each of them is looked ahead. A designation that nothing threatens is taken as renewed with the membership. */
export function ownOutlooks(
  running: ReadonlyMap<string, RunningEnrolment>,
  ground: Ground,
): ReadonlyMap<string, OwnOutlook> {
  if (running.size === 0) return new Map();
  const facts = factsWithRenewed(ground);
  return new Map([...running].map(([goal, { own, until, since }]) => [goal, { own, until, since, facts }]));
}

function factsWithRenewed({ programme, partner, facts, risks, seen }: Ground): Facts {
  const isRenewed = seen.because === 'anniversary' || seen.because === 'window';
  if (!isRenewed || !facts.held) return facts;
  const entered = new Set(partner.enrolments?.map(({ competency }) => competency));
  const endangered = new Set(risks.filter(endsGoal).map(({ competency }) => competency));
  const held = facts.held.map((one) => {
    if (!entered.has(one.goal) || renewsAlone(programme, one.goal) || endangered.has(one.goal)) return one;
    const { until: _, ...lasting } = one;
    return lasting;
  });
  return likeFacts({ ...facts, held }, facts);
}

/** Whether the goal will not be there after the renewal of the membership. */
function endsGoal(risk: Risk): boolean {
  return risk.code === 'lost' || risk.code === 'lapses' || (risk.code === 'override' && !risk.lasts);
}

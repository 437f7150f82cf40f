/** One voice: what the answer about risks says and what the alerts say agree for every partner on every day. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { forecastRisks } from '../membership/risk-forecast';
import { deriveNotices } from './derive-notices';
import { fractionOf } from '../basics/fraction';
import { competency, programmeOf, requirement } from '../fixture.case';
import type { Programme } from '../programme/programme';
import { earned, knownOf, partner, person, programme as competencies } from './derive-notices.case';

const anyDay = fc.nat({ max: 900 }).map((count) => addDays('2017-06-01', count));
const maybeDay = fc.option(anyDay, { nil: undefined });
const anyPass = fc.record({ title: fc.constantFrom('p', 'q'), completedOn: anyDay, expiresOn: maybeDay });
const anyPerson = fc.record({ passes: fc.array(anyPass, { maxLength: 2 }), leftOn: maybeDay });
const anyMembership = fc.option(
  fc.record({ level: fc.constantFrom('silver', 'gold'), boughtOn: anyDay, renewedOn: fc.constant([]) }),
  { nil: undefined },
);
const anyEnrolment = fc.record({ competency: fc.constantFrom('first', 'second'), from: anyDay });
const anyAudit = fc.option(anyDay, { nil: undefined });

const { membership: _, ...guest } = partner;
const anyPartner = fc.record({
  passing: fc.array(anyPerson, { maxLength: 4 }),
  membership: anyMembership,
  enrolled: fc.uniqueArray(anyEnrolment, { maxLength: 2, selector: ({ competency }) => competency }),
  audited: anyAudit,
});

/** One area in points: each person with p gives 36, each with q 20, and 70 of 100 are needed; a day of the window is enough. */
const score = {
  atLeast: fractionOf(70),
  of: fractionOf(100),
  metrics: [
    {
      id: 'skill',
      of: fractionOf(100),
      figures: [],
      steps: [
        { id: 'p', each: { credential: 'p' }, points: fractionOf(36), after: [] },
        { id: 'q', each: { credential: 'q' }, points: fractionOf(20), after: [] },
      ],
      mayBeZero: true,
    },
  ],
};
const scored = programmeOf([competency('area', requirement('silver', { score }))]);

/** The same goals, each renewed on its own, where each asks for an audit that holds for half a year. */
const audit = { id: 'audit', names: { en: 'audit' }, unit: 'yes-no', source: 'test', holdsMonths: 6 } as const;
const own: Programme = {
  ...competencies,
  goals: 'specialization',
  metrics: [audit],
  competencies: competencies.competencies.map((goal) => ({
    ...goal,
    options: goal.options.map((option) => ({
      ...option,
      requirements: option.requirements.map((rule) => ({
        ...rule,
        figures: [{ metric: 'audit', atLeast: { developed: true } }],
      })),
    })),
  })),
};

it.each([
  ['levels', competencies],
  ['scores', scored],
  ['goals with anniversaries of their own', own],
])(
  'of %s says the same in answers and alerts, and never that nothing is at risk where nothing is met',
  (_, programme) => {
    fc.assert(
      fc.property(anyPartner, anyDay, ({ passing, membership, enrolled, audited }, first) => {
        const people = passing.map(({ passes, leftOn }, index) => {
          const own = passes.map(({ title, completedOn, expiresOn }) =>
            earned(title, { completedOn, ...(expiresOn && { expiresOn }) }),
          );
          return person(`p${index}`, own, leftOn === undefined ? {} : { leftOn });
        });
        const enrolments = enrolled.map((one) => ({ ...one, level: 'silver' }));
        const known = withAudit(
          audited,
          knownOf(people, { programme, partner: { ...guest, enrolments, ...(membership && { membership }) } }),
        );
        for (let today = first; today < addDays(first, 56); today = addDays(today, 1)) {
          const { risks, nothing } = forecastRisks(known.partner, { programme, facts: known.facts, today });
          const notices = deriveNotices(known, today);
          const renewal = notices.flatMap(({ reason }) => (reason.rule === 'renewal-at-risk' ? [reason] : []));
          const alone = notices.flatMap(({ reason }) => ('risk' in reason ? [reason.risk] : []));

          expect(renewal.map(({ level }) => level)).toEqual(nothing?.level === undefined ? [] : [nothing.level]);
          const told = [...renewal.flatMap((one) => one.risks), ...alone].map(
            (one) => `${one.code} ${one.competency} ${one.level}`,
          );
          const answered = risks
            .filter(({ code }) => code === 'lost' || code === 'lapses')
            .map(({ code, competency, level }) => `${code} ${competency} ${level}`);
          expect([...new Set(told)].sort()).toEqual(answered.sort());
          expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
          if (risks.length === 0 && !nothing) expect(isAnyMet(known, today)).toBe(true);
          const reached = risks.flatMap((risk) => (risk.code === 'reached' ? [risk.competency] : []));
          expect(answered.filter((words) => reached.includes(words.split(' ')[1]!))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  },
);

function withAudit(asOf: string | undefined, known: ReturnType<typeof knownOf>): ReturnType<typeof knownOf> {
  if (asOf === undefined) return known;
  const figures = [{ metric: 'audit', value: true, asOf, source: 'test' }];
  return { ...known, facts: { ...known.facts, figures } };
}

function isAnyMet({ facts, partner: { membership } }: ReturnType<typeof knownOf>, today: string): boolean {
  const holds = facts.people.some(
    ({ achievements, leftOn }) =>
      (leftOn === undefined || leftOn > today) &&
      achievements.some(({ completedOn, expiresOn }) => completedOn < today && (expiresOn ?? today) >= today),
  );
  return holds || membership !== undefined;
}

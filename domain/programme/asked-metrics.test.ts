/** The metrics that a goal asks for: what the built-in rules name, and nothing that no one can enter. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { metricsAskedBy } from './asked-metrics';
import { competencyOf, type Metric, type Programme } from './programme';

const designations = builtInProgramme('designations');
const ids = (programme: Programme, goal: string, day: string) =>
  metricsAskedBy(competencyOf(programme, goal)!, programme, day).map(({ metric }) => metric.id);

it('names each metric once, over both tracks, with what it gives', () => {
  const asked = metricsAskedBy(competencyOf(designations, 'security')!, designations, '2026-11-01');

  expect(new Set(asked.map(({ metric }) => metric.id)).size).toBe(asked.length);
  expect(asked.every(({ points }) => points.length > 0)).toBe(true);
  expect(asked.map(({ metric }) => metric.id)).toEqual(expect.arrayContaining(['security-net-customer-adds']));
});

it('names the figures on which the choice of a track hangs, and the baseline of a growth', () => {
  const asked = ids(designations, 'business-applications', '2026-11-01');
  const { choice = [] } = competencyOf(designations, 'business-applications')!;

  expect(asked).toEqual(expect.arrayContaining(choice.flatMap(({ when }) => when.map(({ metric }) => metric))));
});

it('asks for the rules of the day', () => {
  const competencies = builtInProgramme('competencies');
  const erp = competencyOf(competencies, 'enterprise-resource-planning')!;
  const levels = (day: string) =>
    new Set(metricsAskedBy(erp, competencies, day).flatMap(({ thresholds }) => thresholds.map(({ level }) => level)));

  expect([...levels('2018-06-01')].length).toBeGreaterThan(0);
  expect(levels('2018-06-01')).not.toEqual(levels('2017-08-01'));
});

it('gives the parts of what is worked out from yes or no, and nothing that an enrolment says', () => {
  const metric = (id: string, parts: Partial<Metric> = {}): Metric => ({
    id,
    names: { en: id },
    unit: 'yes-no',
    source: 's',
    ...parts,
  });
  const metrics = [
    metric('both', { allOf: ['held', 'audited'] }),
    metric('held', { heldGoal: 'x' }),
    metric('audited'),
  ];
  const goal = competencyOf(designations, 'security')!;
  const requirement = {
    ...goal.options[0]!.requirements[0]!,
    level: 'l',
    figures: [{ metric: 'both', atLeast: { developed: true } }],
  };
  const { score: _, effectiveTo: ___, ...plain } = requirement;
  const option = { ...goal.options[0]!, requirements: [plain] };
  const { choice: __, ...bare } = goal;

  const asked = metricsAskedBy(
    { ...bare, options: [option] },
    { metrics, levels: [{ ...designations.levels[0]!, id: 'l' }] },
    '2026-11-01',
  );
  expect(asked.map((one) => one.metric.id)).toEqual(['audited']);
});

it('knows every metric that a built-in rule names', () => {
  for (const programme of ['competencies', 'designations', 'specializations'].map(builtInProgramme))
    for (const { id } of programme.competencies)
      for (const one of ids(programme, id, '2026-11-01'))
        expect(programme.metrics.some((known) => known.id === one)).toBe(true);
});

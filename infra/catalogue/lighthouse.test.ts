/** The fictitious programme of README.md, worked out by hand: a programme file is all that another vendor's programme takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fractionText } from '../../domain/basics/fraction';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { findLevelPaths } from '../../domain/planning/level-path';
import { standingOf } from '../../domain/counting/standing';
import type { Facts } from '../../domain/counting/facts';
import { readProgramme } from './read';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text!);
const reading = readProgramme(
  examples.find((text) => text.includes('id: lighthouse'))!,
  'lighthouse.yaml',
);
if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
const { programme } = reading;

const person = (id: string, ...held: string[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2026-01-10', source: 'test' })),
});
const factsOf = (lamp: number, radio: number, ...people: Person[]): Facts => ({
  market: 'developed',
  policies: programme.policies,
  people,
  figures: [
    { metric: 'ships_by_lamp', value: lamp, asOf: '2026-01-31', source: 'test' },
    { metric: 'ships_by_radio', value: radio, asOf: '2026-01-31', source: 'test' },
  ],
});
const crew = [person('ana', 'L-Lamp'), person('boris', 'L-Lamp', 'L-Radio'), person('chen', 'L-Radio')];

function scored(facts: Facts, asOf: string): readonly string[] {
  const [competency] = standingOf(programme, facts, asOf).competencies;
  return competency!.options.flatMap(({ id, levels, setAside }) =>
    levels.map(
      ({ score, met }) => `${id} ${fractionText(score!.points)}${met ? ' met' : ''}${setAside ? ' aside' : ''}`,
    ),
  );
}

it.each<[string, Facts, string, string[]]>([
  ['2 points for each of 4 ships, 6 for each of 3 people', factsOf(4, 0, ...crew), '2026-02-01', ['coast 26']],
  ['20/6 for each of 4 ships by radio is better', factsOf(4, 4, ...crew), '2026-02-01', ['coast 94/3 met']],
  ['radio without the tonnage of 10 gives nothing', factsOf(2, 6, ...crew), '2026-02-01', ['coast 22']],
  ['one person too few at the gate', factsOf(10, 0, crew[0]!, crew[2]!), '2026-02-01', ['coast 20']],
  ['from March on the island counts', factsOf(4, 0, ...crew), '2026-03-01', ['coast 26 aside', 'island 40 met']],
  [
    'but the coast from a tonnage of 100 on',
    factsOf(34, 0, ...crew),
    '2026-03-01',
    ['coast 38 met', 'island 40 aside'],
  ],
  ['without a crew the island is short of points only', factsOf(4, 0), '2026-03-01', ['coast 8 aside', 'island 20']],
])('%s', (_, facts, asOf, points) => {
  expect(scored(facts, asOf)).toEqual(points);
});

it('has a way to its level', () => {
  const start = { programme, facts: factsOf(4, 0, person('ana', 'L-Lamp')), asOf: '2026-03-01' };
  const [road] = findLevelPaths({ competency: 'harbour-light', level: 'keeper' }, start);

  expect(road!.plan.tasks).toEqual([]);
  expect(fractionText(road!.score!.after)).toBe('25');
});

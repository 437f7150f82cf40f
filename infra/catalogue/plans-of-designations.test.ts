/** Plans under the built-in designations can be carried out, and a score of exactly 70 is met. */
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { findLevelPaths } from '../../domain/planning/level-path';
import { standingOf } from '../../domain/counting/standing';
import type { Facts } from '../../domain/counting/facts';
import { builtInProgramme } from './load';

const programme = builtInProgramme('designations');
const asOf = '2026-11-20';
const person = (id: string, held: readonly string[] = []): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2026-08-01', source: 'test' })),
});
const factsOf = (people: readonly Person[], figures: Readonly<Record<string, number>>): Facts => ({
  market: 'developed',
  policies: programme.policies,
  people,
  figures: Object.entries(figures).map(([metric, value]) => ({ metric, value, asOf: '2026-11-01', source: 'test' })),
});

it('sends nobody to the Architect exam who has not taken the Administrator before', () => {
  const figures = {
    'azure-net-customer-adds': 3,
    'azure-usage-growth': 20,
    'azure-consumption-12m': 500_000,
    'azure-deployments': 5,
  };
  const facts = factsOf(
    ['ada', 'ben', 'cyd', 'dee'].map((id) => person(id)),
    figures,
  );
  const [road] = findLevelPaths(
    { competency: 'infrastructure', level: 'solutions-partner' },
    { programme, facts, asOf },
  );
  const architects = road!.plan.tasks.filter(({ credentials }) =>
    credentials.includes('azure-solutions-architect-expert'),
  );

  expect(road!.plan.credentials).toBe(7);
  expect(architects).toHaveLength(2);
  for (const { credentials } of architects)
    expect(credentials.indexOf('azure-administrator-associate')).toBe(
      credentials.indexOf('azure-solutions-architect-expert') - 1,
    );
});

it('meets Security with exactly 70 points on the track that counts', () => {
  const architect = 'cybersecurity-architect-expert';
  const figures = {
    'security-azure-net-customer-adds': 5,
    'security-azure-deployments-smb': 2,
    'security-azure-usage-growth-smb': 2500,
  };
  const first = person('a', [
    'cloud-and-ai-security-engineer-associate',
    'security-operations-analyst-associate',
    architect,
  ]);
  const people = [first, ...['b', 'c', 'd'].map((id) => person(id, [architect]))];
  const judged = (crew: readonly Person[]) =>
    standingOf(programme, factsOf(crew, figures), asOf).competencies.find(({ id }) => id === 'security')!;

  expect(judged(people).level).toBe('solutions-partner');
  expect(judged(people.slice(0, 3)).level).toBeUndefined();
});

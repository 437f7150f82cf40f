/** The sample partner, through the real import: its story is the same on whatever day it is written. */
import { addDays } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { Versioned } from '../../domain/basics/repository';
import { standardPolicies } from '../../domain/programme/policy';
import { standingOf, type Standing } from '../../domain/counting/standing';
import type { Facts } from '../../domain/counting/facts';
import { builtInProgramme } from '../../infra/catalogue/load';
import { samplePartner, samplePartnerName } from '../../infra/dev/sample/sample-partner';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { writeSample, type SampleSource } from './sample-data';

const programme = builtInProgramme('competencies');
const programmes = new Map([[programme.id, programme]]);
const tenant = 't1';

const source: SampleSource = {
  tenant,
  name: samplePartnerName,
  programme: programme.id,
  files: (today) => samplePartner(programme, today).map(({ name, text }) => fileOf(name, Buffer.from(text))),
};

async function written(today: string) {
  const store = openMemory();
  const deps = { store, read: readImport, programmes, now: () => Date.parse(`${today}T09:00:00Z`) };
  await writeSample(deps, source);
  return { store, deps };
}

async function all<T>(rows: AsyncIterable<Versioned<T>>): Promise<T[]> {
  const values: T[] = [];
  for await (const { value } of rows) values.push(value);
  return values;
}

async function factsOn(today: string): Promise<Facts> {
  const { store } = await written(today);
  const [people, figures] = [await all(store.people.list(tenant)), await all(store.figures.list(tenant))];
  return { market: 'developed', people, figures, policies: standardPolicies };
}

const levelsOf = ({ competencies }: Standing) => Object.fromEntries(competencies.map(({ id, level }) => [id, level]));

it.each(['2019-03-01', '2024-02-29', '2026-11-20'])('has this story when written on %s', async (today) => {
  const facts = await factsOn(today);

  expect(levelsOf(standingOf(programme, facts, today))).toEqual({
    'cloud-platform': 'gold',
    'cloud-productivity': 'silver',
    'small-and-midmarket-cloud-solutions': 'silver',
    'data-analytics': 'silver',
    'data-platform': 'gold',
    'application-development': 'silver',
    'application-integration': undefined,
    devops: 'silver',
    datacenter: 'silver',
    'enterprise-mobility-management': 'silver',
    'windows-and-devices': undefined,
    messaging: 'silver',
    communications: undefined,
    'collaboration-and-content': 'silver',
    'project-and-portfolio-management': undefined,
    'cloud-business-applications': undefined,
    'cloud-customer-relationship-management': 'silver',
    'enterprise-resource-planning': 'gold',
  });
});

it('has a competency that adding up would call Gold', async () => {
  const today = '2026-11-20';
  const facts = await factsOn(today);
  const holders = (...wanted: string[]) =>
    facts.people.filter(({ achievements }) =>
      wanted.every((id) => achievements.some(({ title }) => title.startsWith(id))),
    ).length;

  expect([holders('70-496', '70-498'), holders('70-497')]).toEqual([4, 2]);
  expect(levelsOf(standingOf(programme, facts, today))['devops']).toBe('silver');
});

it('has lost a level with somebody who left', async () => {
  const today = '2026-11-20';
  const facts = await factsOn(today);
  const before = { ...facts, people: facts.people.map(({ leftOn: _, ...person }): Person => person) };

  expect(levelsOf(standingOf(programme, before, addDays(today, -1)))['communications']).toBe('silver');
});

it('is large, and has the holes of a real export', async () => {
  const { store } = await written('2026-11-20');
  const people = await all(store.people.list(tenant));

  expect(people.length).toBeGreaterThan(120);
  expect(people.flatMap(({ achievements }) => achievements).length).toBeGreaterThan(400);
  expect(people.filter(({ name }) => name === '').length).toBeGreaterThan(20);
  expect(people.filter(({ identifiers }) => identifiers.corpEmail.length === 0).length).toBeGreaterThan(20);
  expect(people.filter(({ identifiers }) => identifiers.mcpId.length === 2)).toHaveLength(1);
});

it('is written once: a second start writes nothing', async () => {
  const { store, deps } = await written('2026-11-20');
  const before = await all(store.people.list(tenant));

  await writeSample({ ...deps, now: () => Date.parse('2027-03-01T09:00:00Z') }, source);

  expect(await all(store.people.list(tenant))).toEqual(before);
});

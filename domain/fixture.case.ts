/** The small programmes, people and facts that tests of the domain are made from. */
import type { Credential } from './programme/credential';
import type { Expression } from './programme/expression';
import { noIdentifiers, type Achievement, type Person } from './partner/people/person';
import { standardPolicies } from './programme/policy';
import type { Competency, Programme } from './programme/programme';
import type { Clause, Requirement } from './programme/requirement';
import type { Facts } from './counting/facts';

/** An exam that never lapses. */
export const credential = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...parts,
});

export const one = (id: string): Expression => ({ credential: id });

export const anyOf = (...ids: string[]): Expression => ({ any: ids.map(one) });

export const clause = (id: string, n: number, each: Expression, ties: Partial<Clause> = {}): Clause => ({
  id,
  n,
  each,
  apart: [],
  ...ties,
});

/** A rule in force from the first day of the programme, which asks for nothing. */
export const requirement = (level: string, parts: Partial<Requirement> = {}): Requirement => ({
  level,
  effectiveFrom: '2017-01-01',
  figures: [],
  alternatives: [],
  source: 'test',
  ...parts,
});

/** A rule that asks for so many people who hold one credential. */
export const asksFor = (level: string, credential: string, n = 1, parts: Partial<Requirement> = {}): Requirement =>
  requirement(level, { alternatives: [[clause('a', n, one(credential))]], ...parts });

/** A competency with one option. */
export const competency = (id: string, ...requirements: Requirement[]): Competency => ({
  id,
  names: { en: id },
  otherNames: [],
  source: 'test',
  options: [{ id: 'only', names: { en: 'only' }, associations: [], requirements }],
});

/** A programme with Silver, Gold and the exams p, q and r. */
export const programmeOf = (competencies: readonly Competency[], parts: Partial<Programme> = {}): Programme => ({
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2017-01-01',
  levels: [
    { id: 'silver', names: { en: 'Silver' } },
    { id: 'gold', names: { en: 'Gold' } },
  ],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: ['p', 'q', 'r'].map((id) => credential(id)),
  competencies,
  ...parts,
});

export const earned = (title: string, parts: Partial<Achievement> = {}): Achievement => ({
  title,
  completedOn: '2017-06-01',
  source: 'test',
  ...parts,
});

/** Somebody with what was earned, named by its titles where nothing more matters. */
export const person = (
  id: string,
  achievements: readonly (string | Achievement)[],
  parts: Partial<Person> = {},
): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: achievements.map((each) => (typeof each === 'string' ? earned(each) : each)),
  ...parts,
});

/** The facts of a partner in a developed market. */
export const factsOf = (people: readonly Person[], parts: Partial<Facts> = {}): Facts => ({
  market: 'developed',
  figures: [],
  people,
  policies: standardPolicies,
  ...parts,
});

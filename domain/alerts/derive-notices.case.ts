/** A small programme and partner to notice things about, for the tests of notices and of what is done with them. */
import type { Credential } from '../programme/credential';
import { noIdentifiers, type Achievement, type Person } from '../partner/people/person';
import { emptyPartner, type Partner } from '../partner/partner';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { Requirement } from '../programme/requirement';
import type { NoticeFacts } from './notice-facts';

const credential = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'certification',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...parts,
});
const rule = (level: string, n: number, parts: Partial<Requirement> = {}): Requirement => ({
  level,
  effectiveFrom: '2017-01-01',
  figures: [],
  alternatives: [[{ id: 'a', n, each: { any: [{ credential: 'p' }, { credential: 'q' }] }, apart: [] }]],
  source: 'test',
  ...parts,
});
const competency = (id: string, requirements: readonly Requirement[]): Programme['competencies'][number] => ({
  id,
  names: { en: id },
  otherNames: [],
  source: 'test',
  options: [{ id: 'o', names: { en: 'o' }, associations: [], requirements }],
});

/** Silver for one, gold for two; the second competency asks for one more person from 1 July 2019 on. */
export const programme: Programme = {
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
  credentials: [credential('p'), credential('q')],
  competencies: [
    competency('first', [rule('silver', 1), rule('gold', 2)]),
    competency('second', [
      rule('silver', 1, {
        effectiveTo: '2019-06-30',
        alternatives: [[{ id: 'a', n: 1, each: { credential: 'q' }, apart: [] }]],
      }),
      rule('silver', 2, {
        effectiveFrom: '2019-07-01',
        alternatives: [[{ id: 'a', n: 2, each: { credential: 'q' }, apart: [] }]],
      }),
    ]),
  ],
};

export const earned = (title: string, parts: Partial<Achievement> = {}): Achievement => ({
  title,
  completedOn: '2017-06-01',
  source: 'test',
  ...parts,
});
export const person = (id: string, achievements: readonly Achievement[], parts: Partial<Person> = {}): Person => ({
  id,
  name: id,
  identifiers: { ...noIdentifiers, aadUserId: [`aad-${id}`] },
  achievements,
  ...parts,
});

/** Silver, bought on 14 February 2018, so that the anniversary is 14 February 2019. */
export const partner: Partner = {
  ...emptyPartner('t1', 'test'),
  name: 'Fernhollow',
  admins: ['boss', 'deputy'],
  membership: { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] },
};

export const knownOf = (people: readonly Person[], parts: Partial<NoticeFacts> = {}): NoticeFacts => ({
  programme,
  partner,
  facts: { market: 'developed', figures: [], people, policies: standardPolicies },
  importedOn: '2018-02-10',
  ...parts,
});

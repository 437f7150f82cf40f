/** The effect of a plan: the levels with and without what it touches, and nothing else. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { effectOf, type Touch } from './import-plan';
import { emptyPartner } from '../partner/partner';
import { noIdentifiers, type Person } from '../partner/people/person';
import type { Facts } from '../counting/facts';

const programme = builtInProgramme('competencies');
const partner = emptyPartner('t1', programme.id);
const asOf = '2018-06-01';

const person = (id: string, ...titles: readonly string[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: titles.map((title) => ({ title, completedOn: '2017-01-01', source: 'i1' })),
});
const team = [
  person('ana', '70-496', '70-498', '70-497'),
  ...['boris', 'chen', 'dana'].map((id) => person(id, '70-496', '70-498')),
];
const factsOf = (people: readonly Person[]): Facts => ({
  market: 'developed',
  policies: programme.policies,
  people,
  figures: [],
});
const effectIn = (people: readonly Person[], touches: readonly Touch[], of = partner) =>
  effectOf(touches, { programme, facts: factsOf(people), partner: of }, asOf);

it('tells each level before and after, and that the others stay', () => {
  const after = person('boris', '70-496', '70-498', '70-497');
  const touches = [{ noun: 'person', id: 'boris', before: team[1]!, after } as const];

  expect(effectIn(team, touches)).toMatchObject({
    asOf,
    changes: [{ competency: 'devops', before: 'silver', after: 'gold' }],
    stays: [],
  });
  expect(effectIn(team, [])).toMatchObject({
    changes: [],
    stays: [{ competency: 'devops', before: 'silver', after: 'silver' }],
  });
});

it('people who are joined into another go, and new ones come', () => {
  const touches = team.slice(1).map((before) => ({ noun: 'person', id: before.id, before }) as const);

  expect(effectIn(team, touches).changes).toEqual([{ competency: 'devops', before: 'silver', after: undefined }]);
  const news = team.map((after) => ({ noun: 'person', id: after.id, after }) as const);
  expect(effectIn([], news).changes).toEqual([{ competency: 'devops', before: undefined, after: 'silver' }]);
});

it('tells of what is shown outside even where it is not met', () => {
  const shown = { ...partner, shown: [{ competency: 'devops', level: 'gold', status: 'active' as const }] };

  expect(effectIn([], [], shown).stays).toEqual([{ competency: 'devops', before: undefined, after: undefined }]);
  expect(effectIn([], []).stays).toEqual([]);
});

it('judges by the settings and figures as they would be', () => {
  const settings: Touch = {
    noun: 'partner',
    id: 't1',
    before: partner,
    after: { ...partner, policies: { countingDelay: 24 * 365 * 20 } },
  };
  const figure = { metric: 'x', value: 1, asOf, source: 'i1' };

  expect(effectIn(team, [settings]).changes).toEqual([{ competency: 'devops', before: 'silver', after: undefined }]);
  expect(effectIn(team, [{ noun: 'figure', id: 'x', after: figure }]).changes).toEqual([]);
});

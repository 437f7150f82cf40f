/** One competency: what is missing and who is nearest, with names only for those who may see them. */
import { competencyCard } from './competency-card';
import { competencyOf, people, setting, situation } from '../fixture.case';
import { plainText } from '../elements/plain-text';
import { text } from '../text';

const en = text('en');
const said = (at: number, seen: object = {}) =>
  plainText(competencyCard(competencyOf({ ...situation, setting: { ...setting, ...seen } }, at), en));

it.each([
  ['the figure with its distance', 1, '○ Azure consumption: 62,500 of 100,000 USD, 37,500 USD to go'],
  ['a figure that is yes or no', 1, '○ Authorised reseller: not yet'],
  ['a figure that nobody has given', 4, '○ New customer additions: no figure yet, 25 customers needed'],
  ['a level that asks for no people', 4, '✓ No people required'],
  [
    'people of the same group',
    2,
    '○ Part 2: 1 of 2 people, among the same people, with 90-303 or Certified Scrum Master',
  ],
  ['other people', 3, '✓ Part 2: 2 of 2 people, others than those above, with 90-302'],
  [
    'the same or other people',
    3,
    '○ Part 3: 2 of 6 people, the same or other people, with Technical Assessment Data Foundational',
  ],
  ['the nearest candidate and what is missing', 2, '• Dana Okafor still needs 90-302 Delivering Continuous Value'],
  ['that nobody is near', 1, '1 more person needed; nobody else holds a part of it yet.'],
  ['that there are other ways', 1, 'There are 2 ways to meet this; the nearest is shown.'],
])('tells %s', (_, at, line) => {
  expect(said(at).split('\n')).toContain(line);
});

it('shows no name but the reader’s own to those who may not see names', () => {
  const shown = said(2, { seesNames: false, self: 'dana' });

  expect(people.filter(({ id, name }) => id !== 'dana' && shown.includes(name))).toEqual([]);
  expect(shown).toContain('• Dana Okafor (you) still needs 90-302');
  expect(shown).toContain('2 more people needed; somebody already holds a part of it.');
});

it('offers to explain both levels of a single option, and of several the next level of each', () => {
  expect(said(2)).toMatch(/\[Why Silver\?\] \[Why not Gold\?\] \[Requirements\] \[Overview\]$/u);
  expect(said(0)).toMatch(/\[Plan\] \[Why not Gold\?\] \[Requirements\]/u);
  expect(
    said(0)
      .split('\n')
      .filter((line) => line.startsWith('Why: ')),
  ).toEqual(['Why: Specialist option, Gold', 'Why: Reports option, Silver']);
});

/** Two people are needed; one holds the certification of the first way, one an exam of the second. */
it('says which open point of the rules the answer hangs on', () => {
  const { programme } = setting;
  const consumption = programme.competencies[1]!.options[0]!;
  const requirements = consumption.requirements.map((rule) => ({
    ...rule,
    alternatives: rule.alternatives.map((branch) => branch.map((clause) => ({ ...clause, n: 2 }))),
  }));
  const competencies = [{ ...programme.competencies[1]!, options: [{ ...consumption, requirements }] }];
  const holding = (id: string, title: string) => ({
    ...people[0]!,
    id,
    achievements: [{ title, completedOn: '2018-01-01', source: 'x' }],
  });
  const view = competencyOf({
    ...situation,
    setting: { ...setting, programme: { ...programme, competencies } },
    facts: { ...situation.facts, people: [holding('one', 'C-Cloud'), holding('two', '90-201')] },
  });

  const shown = plainText(competencyCard(view, en));

  expect(shown).toContain('⚠ Open point: the rules do not say whether people from different ways');
});

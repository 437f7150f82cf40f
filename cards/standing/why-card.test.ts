/** Why: everyone once, each with one reason, and only names that the reader may see. */
import { people, setting, situation, whyIn } from '../fixture.case';
import { plainText } from '../elements/plain-text';
import { text } from '../text';
import { whyCard } from './why-card';

const en = text('en');
const gold = { competency: 2, option: 0, level: 'gold' };
const said = (place: Parameters<typeof whyIn>[1] = gold, seen: object = {}) =>
  plainText(whyCard(whyIn({ ...situation, setting: { ...setting, ...seen } }, place)!, en));

it.each([
  ['Борис Петров · Counts for parts 1 and 2.'],
  ['陈伟 · Counts for part 1.'],
  ['Dana Okafor · Still needs 90-302 Delivering Continuous Value.'],
  [
    'Fay Lindqvist · Meets part 2, but must meet part 1 as well: still needs 90-301 Team Server Administration and 90-302 Delivering Continuous Value.',
  ],
  ['佐藤 花 · Left the organization on 30 Apr 2018.'],
])('says "%s"', (line) => {
  expect(said().split('\n')).toContain(line);
});

it.each([
  ['Microsoft account not associated yet: 1', 'Ivo Barros'],
  ['No achievements on record: 1', 'Lea Moreau'],
])('tells "%s" in one line of names', (heading, names) => {
  const lines = said().split('\n');

  expect(lines[lines.indexOf(heading) + 1]).toBe(names);
});

it('groups by reason, what can be mended soonest first and the long tail last', () => {
  const headings = said()
    .split('\n')
    .filter((line) => /^[^·]+: \d+$/u.test(line));

  expect(headings).toEqual([
    'Hold a part of what one person needs: 1',
    'Have one part, but not the other that goes with it: 1',
    'Left the organization: 1',
    'Microsoft account not associated yet: 1',
    'Hold nothing that is asked for here: 5',
    'No achievements on record: 1',
  ]);
});

it('says when enough others do', () => {
  const certified = people.map((one) =>
    one.id === 'lea' ? { ...one, achievements: [{ title: '90-201', completedOn: '2018-01-01', source: 'x' }] } : one,
  );
  const at = { ...situation, facts: { ...situation.facts, people: certified } };
  const view = whyIn(at, { competency: 1, option: 0, level: 'silver' })!;

  expect(plainText(whyCard(view, en))).toContain('Could count, but enough others do: 2\nGus Marino and Lea Moreau');
});

it('shows everyone exactly once', () => {
  const shown = said();

  expect(people.map(({ name }) => [name, shown.split(name).length - 1])).toEqual(people.map(({ name }) => [name, 1]));
});

it('shows numbers by reason, and the reader alone by name, to those who may not see names', () => {
  const shown = said(gold, { seesNames: false, self: 'dana' });

  expect(people.filter(({ id, name }) => id !== 'dana' && shown.includes(name))).toEqual([]);
  expect(shown).toContain('Dana Okafor (you) · Still needs 90-302');
  expect(shown).toContain('• Left the organization: 1');
  expect(shown).toContain('Who counts (2)');
});

it('names the rule, its source and the import', () => {
  expect(said()).toContain('Rule in force since 19 Mar 2018');
  expect(said()).toContain('Source: programme-guide.md@2018-03');
  expect(said()).toContain('Newest import: Export_trainings_Lifetime.csv');
});

it('says that figures alone decide where no people are required', () => {
  const shown = said({ competency: 4, option: 0, level: 'gold' });

  expect(shown).toContain('No people are required; the figures alone decide.');
  expect(shown).not.toContain('Who counts');
});

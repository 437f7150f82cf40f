/** The sheet of people has columns for office, team and manager where a list of people named any, and only then. */
import { standingOf } from '../../domain/counting/standing';
import { peopleOf, situation, type Situation } from '../fixture.case';
import { text } from '../text';
import { workbookSheets } from './workbook-sheets';

function peopleSheet({ setting, facts, asOf }: Situation) {
  const standing = standingOf(setting.programme, facts, asOf);
  const { people } = peopleOf({ setting, facts, asOf });
  const view = { programme: setting.programme, policies: facts.policies, asOf, people, standing, tasks: [] };
  return workbookSheets(view, text('en'))[0]!;
}

it('names the manager by name', () => {
  const [ana, boris, ...others] = situation.facts.people;
  const lead = { ...ana!, identifiers: { ...ana!.identifiers, corpEmail: ['ana@x.example'] }, office: 'Lisbon' };
  const people = [lead, { ...boris!, manager: 'ana@x.example' }, ...others];
  const sheet = peopleSheet({ ...situation, facts: { ...situation.facts, people } });

  expect(sheet.columns.slice(-2).map(({ title }) => title)).toEqual(['Office', 'Manager']);
  expect(sheet.rows.slice(0, 3).map((row) => row.slice(-2))).toEqual([
    [{ text: 'Lisbon' }, undefined],
    [undefined, { text: 'Ana Souza' }],
    [undefined, undefined],
  ]);
});

it('has no such column where no list names any', () => {
  const titles = peopleSheet(situation).columns.map(({ title }) => title);

  expect(titles.filter((title) => /office|team|manager/iu.test(title))).toEqual([]);
});

/** The path behind the words of a command. */
import { localPathBehind } from './local-path';

const phrases = ['import', 'import file', '导入'];

it.each([
  ['import trainings.csv', 'trainings.csv'],
  ['Import  ./exports/my trainings.csv ', './exports/my trainings.csv'],
  ['import file "C:\\Users\\ana\\a b.tsv"', 'C:\\Users\\ana\\a b.tsv'],
  ['import /home/ana/export', '/home/ana/export'],
  ['导入 培训.CSV', '培训.CSV'],
  ['import', undefined],
  ['import the export', undefined],
  ['undo import a.csv', undefined],
  ['importance.csv', undefined],
  ['import a.csv\nb.csv', undefined],
])('%j means %j', (said, path) => {
  expect(localPathBehind(said, phrases)).toBe(path);
});

/** What takes back the words before it, in five languages; and words that doubt what they tell. */
import { speaksInDoubt, isTakenBack } from './retraction';

it.each([
  'Undo, scratch that',
  'Stop the alerts - actually keep them on',
  'Undo that, no wait, leave it',
  'Erase Owen Brandt... scratch that, keep him',
  'Owen Brandt passed AZ-104 - just kidding',
  'Stop the alerts, forget I said that',
  'Отключи оповещения, шучу',
  'Отмени импорт, стоп, оставь',
  'Убери AZ-104 у Олега Петрова, ладно, забудь',
  'Desfaz, esquece',
  'Renovamos hoje, mentira',
  '移除王小明的AZ-104，算了不用了',
  '王小明离职了，开玩笑的',
])('“%s” is taken back', (said) => {
  expect(isTakenBack(said)).toBe(true);
});

it.each([
  'Undo',
  'oops, hold on, undo',
  'wait, that was the wrong person, undo',
  'forget designations, back to competencies',
  'esquece as designações, segue só as competências',
  'стоп, не тот человек, отмени',
  '算了，撤销吧',
  'Owen Brandt left, record it',
])('“%s” stands', (said) => {
  expect(isTakenBack(said)).toBe(false);
});

it.each<[string, boolean]>([
  ['Yuki Tanabe supposedly linked her account', true],
  ['I doubt Owen Brandt passed AZ-104', true],
  ['Олег Петров якобы сдал AZ-104', true],
  ['Duvido que Bruno Costa tenha passado', true],
  ['张雅婷据说通过了AZ-104', true],
  ['Говорят, Олег Петров привязал аккаунт', true],
  ['Сдал бы Олег Петров AZ-104', true],
  ['O Bruno Costa teria passado', true],
  ['We renewed yesterday, or at least we tried to', true],
  ['The news that Owen Brandt left is false', true],
  ['王小明离职的消息是假的', true],
  ['Yuki Tanabe has left, or so I thought, but she is still here', true],
  ['Забудьте, что я писал про уход Карины', true],
  ['Owen Brandt passed AZ-104', false],
  ['Хотел бы отметить: Олег Петров сдал AZ-104', false],
])('“%s” doubts: %s', (said, expected) => {
  expect(speaksInDoubt(said)).toBe(expected);
});

/** Chinese names in Russian letters, in any case, are read as the pinyin that passports have. */
import { noIdentifiers, type Person } from '../../domain/partner/person';
import { mentionsOf } from './person-mention';
import { pinyinOfRussian } from './palladius-name';

it.each([
  ['Чжан Вэй', 'zhangwei'],
  ['Чжан Вэя', 'zhangwei'],
  ['Ли На', 'lina'],
  ['Ван Сяомина', 'wangxiaoming'],
  ['Ван Сяомин', 'wangxiaoming'],
  ['Цзян Цзэминь', 'jiangzemin'],
  ['Цянь Сюэсэнь', 'qianxuesen'],
  ['Го Шуцин', 'guoshuqing'],
  ['Чэнь Ганю', 'chengan'],
])('%s may be %s', (said, pinyin) => {
  expect(pinyinOfRussian(said.split(' '))).toContain(pinyin);
});

it.each(['Сергей Иванов', 'Пётр', 'чжан вэй', 'Zhang Wei'])('%s is no such name', (said) => {
  expect(pinyinOfRussian(said.split(' '))).toEqual([]);
});

const people = ['张伟', '李娜', 'Wang Xiaoming', 'Иван Петров'].map((name, at): Person => ({
  id: `p${at}`,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

it.each([
  ['какие сертификаты у Ван Сяомина', ['p2']],
  ['Чжан Вэй уволился', ['p0']],
  ['что сдала Ли На', ['p1']],
  ['запиши экзамен Ивану Петрову и Сяомин Вану', ['p3', 'p2']],
  ['что у нас с продлением', []],
])('“%s” names %j', (said, ids) => {
  const found = mentionsOf(said, people, () => false);
  expect(found.flatMap((mention) => mention.people.map(({ id }) => id))).toEqual(ids);
});

/** Chinese names in Russian letters, in any case, are read as the pinyin that passports have. */
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

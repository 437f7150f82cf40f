/** Names as they are typed and as they are on record. */
import type { Person } from '../../../domain/partner/people/person';
import { noIdentifiers } from '../../../domain/partner/people/person';
import { mentionsOf } from './person-mention';

const names = [
  'Li Na',
  '陈伟',
  'Пётр Иванов',
  'Anna Berg',
  'Anna Holm',
  'Karthik Anand',
  'João Souza',
  'Elena Volkova',
  '王小華',
  'Tom Becker',
  'Yuri Orlov',
  'Alex Lin',
  'Nguyen Thu Ha',
  'Paulo Reis',
  'Will Entwistle',
];
const people = names.map((name): Person => ({ id: name, name, identifiers: noIdentifiers, achievements: [] }));

function named(said: string): readonly (readonly string[])[] {
  return mentionsOf(said, people, (word) => word === 'mark').map((mention) => mention.people.map(({ name }) => name));
}

describe('a person', () => {
  it.each([
    ['what did Karthik A pass', [['Karthik Anand']]],
    ['Há credenciais a vencer', []],
    ['Thu Ha left', [['Nguyen Thu Ha']]],
    ['a proposta de São Paulo', []],
    ['o Paulo saiu', [['Paulo Reis']]],
    ['Will any certs be gone by April?', []],
    ['Will left', [['Will Entwistle']]],
    ['последний день Картика', [['Karthik Anand']]],
    ['а если Жуан Соуза и Волкова уйдут', [['João Souza'], ['Elena Volkova']]],
    ['小华走了', [['王小華']]],
    ['给王小华加一个', [['王小華']]],
    ["Tom's exams", [['Tom Becker']]],
    ['Anna left', [['Anna Berg', 'Anna Holm']]],
    ['и что там у нас', []],
    ['nobody', []],
    ['李娜有什么证书', [['Li Na']]],
    ['娜李', [['Li Na']]],
    ['what did Chen Wei pass', [['陈伟']]],
    ['Wei Chen saiu', [['陈伟']]],
    ['what does Ivanov hold', [['Пётр Иванов']]],
    ['o que o Petr Ivanov tem', [['Пётр Иванов']]],
    ['A. Berg left', [['Anna Berg']]],
    ['что сдал К. Ананд', [['Karthik Anand']]],
    ['запиши Юрию экзамен', [['Yuri Orlov']]],
    ['Жанну сократили, прими её дела', []],
    ['у Лены нет сертификата', []],
    ['you can see it', []],
    ['里面哪些到期', []],
  ])('“%s” names %j', (said, found) => {
    expect(named(said)).toEqual(found);
  });
});

describe('a Chinese name in Russian letters', () => {
  const chinese = ['张伟', '李娜', 'Wang Xiaoming', 'Иван Петров'].map((name): Person => ({
    id: name,
    name,
    identifiers: noIdentifiers,
    achievements: [],
  }));

  it.each([
    ['какие сертификаты у Ван Сяомина', ['Wang Xiaoming']],
    ['Чжан Вэй уволился', ['张伟']],
    ['что сдала Ли На', ['李娜']],
    ['запиши экзамен Ивану Петрову и Сяомин Вану', ['Иван Петров', 'Wang Xiaoming']],
    ['что у нас с продлением', []],
  ])('“%s” names %j', (said, expected) => {
    const found = mentionsOf(said, chinese, () => false);
    expect(found.flatMap((mention) => mention.people.map(({ name }) => name))).toEqual(expected);
  });
});

it('is known by the words of the mail address where no name is on record', () => {
  const person = (id: string, name: string, mail: string): Person => ({
    id,
    name,
    identifiers: { ...noIdentifiers, corpEmail: [mail] },
    achievements: [],
  });
  const known = [person('xu', 'Sven Xu', 'sven@fern.example'), person('nagy', '', 'sven.nagy@fern.example')];
  const ids = (said: string) => mentionsOf(said, known, () => false).map((one) => one.people.map(({ id }) => id));

  expect(ids('what has Sven Nagy passed')).toEqual([['nagy']]);
  expect(ids('what has Sven passed')).toEqual([['xu', 'nagy']]);
});

it('is not the letters of an exam number', () => {
  const known = [{ id: 'f', name: 'Ms. Haddad', identifiers: noIdentifiers, achievements: [] }];

  expect(mentionsOf('remove MS-700 and AZ 900', known, () => false)).toEqual([]);
  expect(mentionsOf('MS700', known, () => false)).toEqual([]);
});

it('is not a word of another script that sounds alike', () => {
  const known = [{ id: 'f', name: 'Фарида Каримова', identifiers: noIdentifiers, achievements: [] }];

  expect(mentionsOf('what is due on Friday', known, () => false)).toEqual([]);
  expect(mentionsOf('what has Farida passed', known, () => false)).toHaveLength(1);
});

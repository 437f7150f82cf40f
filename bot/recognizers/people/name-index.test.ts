/** The index misses no one whom a comparison with every name finds. */
import fc from 'fast-check';
import { noIdentifiers, type Person } from '../../../domain/partner/people/person';
import { nameIndexOf } from './name-index';
import { isNamePart } from './name-sound';

function peopleNamed(names: readonly string[]): readonly Person[] {
  return names.map((name, at) => ({ id: `p${at}`, name, identifiers: noIdentifiers, achievements: [] }));
}

const part = fc.constantFrom(
  ...[
    'Anna',
    'Karthik',
    'Жуан',
    'João',
    'Иванов',
    'Ivanova',
    'Волкова',
    'Volkova',
    'Анна-Мария',
    'Jean-Luc',
    'Li',
    'Na',
  ],
  ...['Chloé', 'Philip', 'Филипп', 'Tschaikowsky', 'Чайковский', 'O’Brien', '张伟', '張偉', '小华', 'Ян', 'Яна', 'Юй'],
);
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const typed = fc.oneof(
  part,
  part.map((word) => word.toLowerCase()),
  part.map((word) => `${word}а`),
  part.map((word) => `${word.slice(0, -1)}у`),
);

it('finds everyone of whose name a typed word is a part, in the order of the list', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), fc.array(typed, { minLength: 1, maxLength: 3 }), (names, words) => {
      const people = peopleNamed(names);
      const found = nameIndexOf(people).withAnyPart(words);
      const isMeant = (person: Person) =>
        person.name.split(' ').some((known) => words.some((word) => isNamePart(word, known)));
      expect(found.filter(isMeant)).toEqual(people.filter(isMeant));
    }),
    { numRuns: 500 },
  );
});

it('leaves out those of whom no part sounds like it', () => {
  const index = nameIndexOf(peopleNamed(['Anna Berg', 'Karthik Anand', 'Пётр Иванов']));
  expect(index.withAnyPart(['Картика']).map((person) => person.name)).toEqual(['Karthik Anand']);
  expect(index.withAnyPart(['Ivanov']).map((person) => person.name)).toEqual(['Пётр Иванов']);
  expect(index.withAnyPart(['nobody'])).toEqual([]);
});

it.each([
  ['张伟', ['张伟', '張偉']],
  ['小明', ['王小明']],
  ['伟', []],
])('finds %j in Chinese characters as %j', (form, expected) => {
  const index = nameIndexOf(peopleNamed(['张伟', '張偉', '王小明', 'Anna Berg']));
  expect(index.longestHan).toBe(3);
  expect(index.inHan(form).map((person) => person.name)).toEqual(expected);
});

it('finds a name by its pinyin, whichever of both is on record', () => {
  const index = nameIndexOf(peopleNamed(['李娜', 'Li Na', 'Wang Xiaoming', 'Na']));
  expect(index.inPinyin('lina').map((person) => person.name)).toEqual(['李娜', 'Li Na']);
  expect(index.inPinyin('xiaomingwang').map((person) => person.name)).toEqual(['Wang Xiaoming']);
  expect([...index.latinByPinyin]).toEqual([
    ['lina', 'Li Na'],
    ['wangxiaoming', 'Wang Xiaoming'],
  ]);
});

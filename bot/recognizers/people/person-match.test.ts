/** Which person is meant, as people name each other. */
import { noIdentifiers, type Person } from '../../../domain/partner/people/person';
import { nearestPeople, recognizePeople } from './person-match';

function person(id: string, name: string, signs: Partial<Person['identifiers']> = {}): Person {
  return { id, name, identifiers: { ...noIdentifiers, ...signs }, achievements: [] };
}

const people = [
  person('p1', 'Ana Lima', { corpEmail: ['ana.lima@fernhollow.example'], mcpId: ['1234567'] }),
  person('p2', 'Ana Sørensen', { email: ['ana_s@mail.example'] }),
  person('p3', 'Wei Zhang', { corpEmail: ['wei@fernhollow.example'] }),
  person('p4', '张伟'),
  person('p5', 'Пётр Иванов'),
  person('p6', 'Jean-Luc O’Brien'),
  person('p7', '', { mcpId: ['7654321'] }),
  person('p8', 'Anastasia Limanova'),
];

it.each([
  ['p3', ['p3']],
  ['Ana Lima', ['p1']],
  ['ana lima', ['p1']],
  ['LIMA', ['p1']],
  ['lima ana', ['p1']],
  ['ana', ['p1', 'p2']],
  ['anast', ['p8']],
  ['sorensen', ['p2']],
  ['Sørensen', ['p2']],
  ['ana.lima@fernhollow.example', ['p1']],
  ['ana.lima', ['p1']],
  ['ana_s@mail.example', ['p2']],
  ['1234567', ['p1']],
  ['7654321', ['p7']],
  ['Zhang Wei', ['p3']],
  ['wei', ['p3']],
  ['张伟', ['p4']],
  ['张', ['p4']],
  ['петр', ['p5']],
  ['иванов', ['p5']],
  ['jean luc', ['p6']],
  ["o'brien", ['p6']],
  ['Anastasya', ['p8']],
  ['Limanowa', ['p8']],
  ['Zhagn', ['p3']],
  ['boris', []],
  ['', []],
  ['?!', []],
])('%j means %j', (said, ids) => {
  expect(recognizePeople(said, people).map(({ id }) => id)).toEqual(ids);
});

it.each(['Anna Berg', 'anna.berg', 'ANNA  BERG'])(
  '%j means every namesake, also where it is an address of one',
  (said) => {
    const namesakes = [
      person('b1', 'Anna Berg', { corpEmail: ['anna.berg@fjord.example'] }),
      person('b2', 'Anna Berg', { corpEmail: ['anna.berg2@fjord.example'] }),
    ];
    expect(recognizePeople(said, namesakes).map(({ id }) => id)).toEqual(['b1', 'b2']);
    expect(recognizePeople('anna.berg@fjord.example', namesakes).map(({ id }) => id)).toEqual(['b1']);
  },
);

it('the nearest of those who are not meant have the most alike names', () => {
  expect(nearestPeople('ana limo', people).map(({ id }) => id)[0]).toBe('p1');
  expect(nearestPeople('ana limo', people).length).toBeLessThanOrEqual(3);
  expect(nearestPeople('xavier kum', people)).toEqual([]);
  expect(nearestPeople('x', [])).toEqual([]);
});

it('takes each part of a name for one word only', () => {
  const anna = { ...people[0]!, id: 'anna', name: 'Anna Becker' };
  expect(recognizePeople('Anna A', [anna])).toEqual([]);
  expect(recognizePeople('Anna B', [anna])).toEqual([anna]);
  expect(recognizePeople('Becker Anna', [anna])).toEqual([anna]);
});

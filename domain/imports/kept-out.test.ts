/** Whoever was forgotten stays out of every later file; how many rows that were is told, and never whose. */
import fc from 'fast-check';
import { noIdentifiers, type Identifiers } from '../partner/people/person';
import type { IncomingPerson } from './incoming';
import { keepOut } from './kept-out';

/** Somebody with so many achievements. */
const row = (line: number, address: string, achievements = 0): IncomingPerson => ({
  line,
  identifiers: { ...noIdentifiers, corpEmail: [address] },
  name: address,
  dates: {},
  achievements: Array.from({ length: achievements }, () => ({ title: 'Exam', completedOn: '2018-01-01' })),
});
const forgotten = ({ corpEmail }: Identifiers) => corpEmail.some((address) => address.startsWith('gone'));

it.each<[string, readonly IncomingPerson[], readonly number[], object | undefined]>([
  ['nobody of the file was forgotten', [row(2, 'ana', 3), row(5, 'bo')], [2, 5], undefined],
  ['the file names nobody', [], [], undefined],
  ['one row for each achievement', [row(2, 'ana'), row(3, 'gone', 3)], [2], { line: 3, args: { count: 3 } }],
  ['one row where no achievement is named', [row(2, 'gone'), row(3, 'ana')], [3], { line: 2, args: { count: 1 } }],
  [
    'the rows of several together, at the first of them',
    [row(9, 'gone1', 2), row(2, 'ana'), row(4, 'gone2'), row(5, 'gone3', 1)],
    [2],
    { line: 4, args: { count: 4 } },
  ],
  ['everybody', [row(2, 'gone1'), row(3, 'gone2')], [], { line: 2, args: { count: 2 } }],
])('keeps out: %s', (_, people, lines, told) => {
  const { incoming, warnings } = keepOut(people, forgotten);

  expect(incoming).toEqual(people.filter(({ line }) => lines.includes(line)));
  expect(warnings).toEqual(told ? [{ column: '', value: '', code: 'kept-out', ...told }] : []);
});

it('takes everybody else as the file has them, and never says who was forgotten', () => {
  const addresses = fc.array(fc.constantFrom('ana', 'bo', 'gone-eva', 'gone-kai'), { maxLength: 6 });
  fc.assert(
    fc.property(addresses, (some) => {
      const people = some.map((address, index) => row(index + 2, address));
      const { incoming, warnings } = keepOut(people, forgotten);

      expect(incoming).toEqual(people.filter(({ name }) => !name.startsWith('gone')));
      expect(warnings).toHaveLength(incoming.length < people.length ? 1 : 0);
      expect(JSON.stringify(warnings)).not.toContain('gone');
    }),
  );
});

/** Keys are legal, come back as they went in, tell tenants and ids apart, and sort as times do. */
import fc from 'fast-check';
import { packKey, piecesAfter, type Place, placeOf, type Placing, type Range, rangeOf, unpackKey } from './keys';

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const oddText = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom(..."/\\#?%'~_:;=@|. 0zf\u0000\u0085") }),
  fc.string({ unit: 'grapheme', minLength: 100, maxLength: 2000 }),
);
/** Short enough to be kept in a key as a whole, whatever its characters. */
const shortText = fc.oneof(oddText, anyText).filter((text) => text.length <= 80);
const nouns: readonly Placing[] = [
  { name: 'visit', spread: false },
  { name: 'person', spread: true },
];
const anyNoun = fc.constantFrom(...nouns);

const isLegal = (key: string) => /^[A-Za-z0-9_.~-]{1,512}$/.test(key);
const addressOf = ({ partitionKey, rowKey }: Place) => `${partitionKey} ${rowKey}`;
const isWithin = ({ firstPartition, lastPartition, firstRow, endRow }: Range, { partitionKey, rowKey }: Place) =>
  firstPartition <= partitionKey && partitionKey <= lastPartition && firstRow <= rowKey && rowKey < endRow;
const isIn = (noun: Placing, tenant: string, place: Place) => isWithin(rangeOf(noun, tenant), place);

it('packs any text into a key that every service takes', () => {
  fc.assert(
    fc.property(anyNoun, oddText, oddText, (noun, tenant, id) => {
      const { partitionKey, rowKey } = placeOf(noun, tenant, id);
      expect([partitionKey, rowKey].filter((key) => !isLegal(key))).toEqual([]);
    }),
  );
});

it('unpacks what it packed', () => {
  fc.assert(
    fc.property(fc.array(shortText, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(unpackKey(packKey(...parts))).toEqual(parts);
    }),
  );
});

it('says so where a part was too long to be in the key', () => {
  expect(unpackKey(packKey('visit', '19:'.repeat(500)))).toEqual(['visit', undefined]);
});

it('gives different rows different places', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(oddText, oddText), { selector: (pair) => JSON.stringify(pair) }), (pairs) => {
      for (const noun of nouns) {
        const places = pairs.map(([tenant, id]) => addressOf(placeOf(noun, tenant, id)));
        expect(new Set(places).size).toBe(pairs.length);
      }
    }),
  );
});

it.each([
  ['a digest and the text that looks like one', packKey('x'.repeat(500)).slice(2)],
  ['an empty id and the mark for it', '_'],
  ['an id and its packed form', '_003a'],
])('tells apart %s', (_, lookalike) => {
  const others = ['x'.repeat(500), '', ':'];

  expect(others.map((other) => packKey(other))).not.toContain(packKey(lookalike));
  expect(unpackKey(packKey(lookalike))).toEqual([lookalike]);
});

it('finds all rows of a tenant and a noun in their range, and no others', () => {
  fc.assert(
    fc.property(anyNoun, oddText, oddText, oddText, (noun, tenant, other, id) => {
      expect(isIn(noun, tenant, placeOf(noun, tenant, id))).toBe(true);
      expect(isIn(noun, tenant, placeOf(noun, other, id))).toBe(tenant === other);
      expect(isIn({ ...noun, name: `${noun.name}s` }, tenant, placeOf(noun, tenant, id))).toBe(false);
    }),
  );
});

it('finds what lies behind a row in exactly one piece, and nothing else', () => {
  const sorted = ({ partitionKey, rowKey }: Place) => `${partitionKey}\n${rowKey}`;
  fc.assert(
    fc.property(anyNoun, oddText, oddText, oddText, (noun, tenant, id, other) => {
      const [row, next] = [placeOf(noun, tenant, id), placeOf(noun, tenant, other)];
      const found = piecesAfter(noun, tenant, row).filter((piece) => isWithin(piece, next));

      expect(found.length).toBe(sorted(next) > sorted(row) ? 1 : 0);
    }),
  );
});

it('sorts times and ids of letters, digits, points and hyphens as they sort themselves', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'-.0123456789ABCXYZabcxyz'), minLength: 1, maxLength: 40 });
  const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const pairs = fc.oneof(
    fc.tuple(plain, plain),
    fc.tuple(time, time).map((times) => times.map((each) => each.toISOString()) as [string, string]),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      expect(packKey('import', one) < packKey('import', other)).toBe(one < other);
    }),
  );
});

it('spreads people over all sixteen partitions, evenly', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 16_000; index += 1) {
    const { partitionKey } = placeOf({ name: 'person', spread: true }, 't', `person-${index}`);
    counts.set(partitionKey, (counts.get(partitionKey) ?? 0) + 1);
  }

  expect(counts.size).toBe(16);
  expect(Math.min(...counts.values())).toBeGreaterThan(850);
});

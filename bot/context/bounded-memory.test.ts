/** A bounded memory keeps no more than it may, by count and by size, and mixes up no keys. */
import fc from 'fast-check';
import { BoundedMemory } from './bounded-memory';

it('gives back what was kept under exactly this key', () => {
  const memory = new BoundedMemory<{ readonly n: number }>({ most: 10, mostCharacters: 1_000 });
  memory.keep({ n: 1 }, 'a', 'b');

  expect(memory.get('a', 'b')).toEqual({ n: 1 });
  expect(memory.get('a,b')).toBeUndefined();
  expect(memory.get('a', 'b', undefined)).toBeUndefined();
});

it('never keeps more than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.string({ maxLength: 60 })), { maxLength: 60 }), (kept) => {
      const bounds = { most: 5, mostCharacters: 200 };
      const memory = new BoundedMemory<{ readonly text: string }>(bounds);
      for (const [key, text] of kept) memory.keep({ text }, key);
      const left = Array.from({ length: 31 }, (_, key) => memory.get(key)).filter((one) => one !== undefined);

      expect(left.length).toBeLessThanOrEqual(bounds.most);
      expect(JSON.stringify(left).length).toBeLessThanOrEqual(bounds.mostCharacters);
    }),
  );
});

it('drops what was kept for its time', async () => {
  const memory = new BoundedMemory<{ readonly n: number }>({ most: 10, mostCharacters: 1_000, keptFor: 5 });
  memory.keep({ n: 1 }, 'a');
  expect(memory.get('a')).toEqual({ n: 1 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(memory.get('a')).toBeUndefined();
});

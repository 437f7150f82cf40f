/** The cache of names keeps what was asked last. */
import { nameCache } from './name-cache';

it('forgets what was not asked for longest when it is full', () => {
  const cache = nameCache<string>();
  for (let at = 0; at <= 20_000; at += 1) cache.set(`name ${at}`, 'form');
  expect(cache.size).toBe(20_000);
  expect(cache.get('name 0')).toBeUndefined();
  expect(cache.get('name 20000')).toBe('form');
});

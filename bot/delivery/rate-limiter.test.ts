/** The pace: never more than allowed within any stretch of time, and never slower than it must be. */
import fc from 'fast-check';
import { RateLimiter, type RateWindow } from './rate-limiter';

const window = fc.record({ most: fc.integer({ min: 1, max: 6 }), ms: fc.integer({ min: 1, max: 50 }) });

function momentsOf(windows: readonly RateWindow[], asked: readonly number[]): readonly number[] {
  const pace = new RateLimiter(windows);
  let now = 0;
  return asked.map((gap) => {
    now += gap;
    const at = pace.next('key', now);
    pace.note('key', at);
    return at;
  });
}

it('lets no more through than each window allows, wherever it begins', () => {
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(20), { maxLength: 60 }),
      (windows, asked) => {
        const moments = momentsOf(windows, asked);
        for (const { most, ms } of windows)
          for (const start of moments)
            expect(moments.filter((at) => at >= start && at < start + ms).length).toBeLessThanOrEqual(most);
      },
    ),
  );
});

it('makes nobody wait who need not', () => {
  fc.assert(
    fc.property(window, fc.array(fc.nat(20), { maxLength: 40 }), ({ most, ms }, asked) => {
      const moments = momentsOf([{ most, ms }], asked);
      let now = 0;
      moments.forEach((at, index) => {
        now += asked[index]!;
        expect(at).toBe(Math.max(now, moments[index - 1] ?? 0, (moments[index - most] ?? -Infinity) + ms));
      });
    }),
  );
});

it('forgets whom it has not met for long', () => {
  const pace = new RateLimiter([{ most: 2, ms: 100 }]);
  for (let at = 0; at < 1_000; at += 1) pace.note(`key ${at}`, at);
  expect(pace.size).toBe(100);
  expect(pace.next('key 0', 1_000)).toBe(1_000);
});

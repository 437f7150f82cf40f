/** A plan that takes long is finished once and kept for two minutes, and an older plan never takes a newer one away. */
import { forgetPlan, planOnce, type PlanOutcome } from './begun-plan';

const outcome = (code: string) => ({ refused: { code } }) as unknown as PlanOutcome;
const keptFor = 120_000;

/** A plan that is finished or fails when the test says so. */
function startable(code: string) {
  let finish: () => void = () => undefined;
  let fail: () => void = () => undefined;
  const work = jest.fn(
    () =>
      new Promise<PlanOutcome>((resolve, reject) => {
        finish = () => resolve(outcome(code));
        fail = () => reject(new Error(code));
      }),
  );
  return { work, finish: () => finish(), fail: () => fail() };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('is made once while it is kept, and anew after two minutes', async () => {
  const first = startable('first');
  const second = startable('second');
  const plan = planOnce('once', first.work);
  first.finish();
  await plan;
  await jest.advanceTimersByTimeAsync(keptFor - 1);
  expect(planOnce('once', second.work)).toBe(plan);
  await jest.advanceTimersByTimeAsync(1);

  expect(planOnce('once', second.work)).not.toBe(plan);
  expect([first.work, second.work].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it('is made anew after it failed', async () => {
  const first = startable('first');
  const plan = planOnce('failed', first.work);
  first.fail();
  await expect(plan).rejects.toThrow('first');

  expect(planOnce('failed', startable('second').work)).not.toBe(plan);
});

it('that was shown does not take a newer one away when its two minutes are over', async () => {
  const old = startable('old');
  const shown = planOnce('shown', old.work);
  old.finish();
  await shown;
  forgetPlan('shown', shown);
  await jest.advanceTimersByTimeAsync(keptFor / 2);
  const newer = planOnce('shown', startable('newer').work);
  await jest.advanceTimersByTimeAsync(keptFor / 2);

  expect(planOnce('shown', startable('another').work)).toBe(newer);
});

it('that fails late, or is forgotten late, does not take a newer one away', async () => {
  const old = startable('old');
  const late = planOnce('late', old.work);
  for (const other of ['a', 'b', 'c', 'd', 'e', 'f']) void planOnce(other, startable(other).work);
  const newer = planOnce('late', startable('newer').work);
  expect(newer).not.toBe(late);
  old.fail();
  await expect(late).rejects.toThrow('old');
  forgetPlan('late', late);

  expect(planOnce('late', startable('another').work)).toBe(newer);
});

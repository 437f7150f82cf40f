/** Allowances: used up, brought back by time alone, apart for each person, tenant and kind, and never in the way of a person. */
import { createTurnLimits, turnAllowances, type LimitedKind } from './turn-limits';

const kinds = Object.keys(turnAllowances) as readonly LimitedKind[];
const noon = Date.parse('2021-02-01T12:00:00Z');

function limitsAt(start = noon) {
  let now = start;
  const { take } = createTurnLimits(() => now);
  return {
    take: (kind: LimitedKind, person = 'ana', tenant = 'contoso') => take(kind, { tenant, person }),
    pass: (seconds: number) => (now += seconds * 1_000),
  };
}

it.each(kinds)('%s: as much at once as allowed, then after exactly the time that is told', (kind) => {
  const { take, pass } = limitsAt();
  const { atOnce, perSecond } = turnAllowances[kind].person;
  const answers = Array.from({ length: atOnce }, () => take(kind));

  expect(answers).toEqual(Array(atOnce).fill(undefined));
  const wait = take(kind)!;
  expect(wait).toBe(Math.ceil(1 / perSecond));
  pass(wait);
  const broughtBack = Math.floor(wait * perSecond);
  const later = Array.from({ length: broughtBack + 1 }, () => take(kind));
  expect(later).toEqual([...Array<undefined>(broughtBack).fill(undefined), wait]);
});

it.each(kinds)('%s: what one person uses up is left to the others, until the tenant has had its share', (kind) => {
  const { take } = limitsAt();
  const { person, tenant } = turnAllowances[kind];
  const people = Array.from({ length: tenant.atOnce / person.atOnce }, (_, index) => `p${index}`);
  const answers = people.flatMap((one) => Array.from({ length: person.atOnce }, () => take(kind, one)));

  expect(new Set(answers)).toEqual(new Set([undefined]));
  expect(take(kind, 'one more')).toBeGreaterThan(0);
  expect(take(kind, 'ana', 'elsewhere')).toBeUndefined();
  expect(kinds.filter((other) => other !== kind).map((other) => take(other))).toEqual([undefined, undefined]);
});

it('a refused attempt costs nothing', () => {
  const { take, pass } = limitsAt();
  for (let count = 0; count < turnAllowances.file.person.atOnce; count += 1) take('file');
  const waits = [take('file'), take('file'), take('file')];
  pass(waits[0]!);

  expect(new Set(waits).size).toBe(1);
  expect(take('file')).toBeUndefined();
});

it('a clock that is put back locks nobody out', () => {
  const { take, pass } = limitsAt();
  take('write');
  pass(-86_400);

  expect(take('write')).toBeUndefined();
});

it('a person at a keyboard for an hour never meets a limit', () => {
  const { take, pass } = limitsAt();
  const answers = Array.from({ length: 60 * 20 }, () => {
    pass(3);
    return [take('costly'), take('write')];
  });

  expect(new Set(answers.flat())).toEqual(new Set([undefined]));
});

it('keys of many people do not stay for ever', () => {
  const { take, pass } = limitsAt();
  for (let count = 0; count < 25_000; count += 1) {
    expect(take('write', `p${count}`)).toBeUndefined();
    pass(60);
  }
});

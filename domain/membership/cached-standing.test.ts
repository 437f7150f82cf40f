/** A kept standing says what working it out again would say, on every day on which it claims to hold. */
import fc from 'fast-check';
import { builtInProgramme } from '../../infra/catalogue/load';
import { addDays } from '../basics/date';
import { fingerprintOf } from '../programme/fingerprint';
import {
  factsOf,
  holdsOn,
  judgeStanding,
  liveMarks,
  markLapsesAfter,
  rulesOf,
  standingIn,
  withMark,
  type JudgedStanding,
} from './cached-standing';
import { emptyPartner, policiesOf, type Partner } from '../partner/partner';
import { noIdentifiers, type Person } from '../partner/people/person';
import { countRisks } from './risk-count';
import { standingOf, type Standing } from '../counting/standing';

const whole = builtInProgramme('competencies');
/** Some of it, to be quick. */
const programme = { ...whole, competencies: whole.competencies.slice(0, 5) };
const credentials = programme.competencies
  .flatMap(({ options }) => options.flatMap(({ requirements }) => requirements.flatMap((rule) => rule.alternatives)))
  .flatMap((branch) => branch.flatMap(({ each }) => JSON.stringify(each).match(/(?<="credential":")[^"]+/g) ?? []));

const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2017-01-01', days));
const maybe = fc.option(day, { nil: undefined, freq: 3 });

const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: fc.uuid(),
  name: fc.constant('p'),
  identifiers: fc.constant(noIdentifiers),
  linkedOn: maybe,
  leftOn: maybe,
  achievements: fc.array(
    fc.record({
      title: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...credentials) }, fc.constant('knitting')),
      completedOn: day,
      expiresOn: maybe,
      source: fc.constant('test'),
    }),
    { maxLength: 12 },
  ),
});

const anyKnown = fc.record({
  people: fc.array(anyPerson, { maxLength: 12 }),
  figures: fc.uniqueArray(
    fc.record({
      metric: fc.constantFrom(...programme.metrics.map(({ id }) => id)),
      value: fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.boolean()),
      asOf: day,
      source: fc.constant('test'),
    }),
    { selector: ({ metric }) => metric },
  ),
});

const anyOverrides = fc.uniqueArray(
  fc.record({
    competency: fc.constantFrom(...programme.competencies.map(({ id }) => id)),
    level: fc.constantFrom('silver', 'gold'),
    from: day,
    until: day,
    source: fc.constant('test'),
  }),
  { selector: ({ competency }) => competency, maxLength: 3 },
);

const anyPartner: fc.Arbitrary<Partner> = fc
  .record({
    market: fc.constantFrom('developed' as const, 'developing' as const),
    policies: fc.record({
      orBranchMixing: fc.constantFrom('on', 'off'),
      focusAreaScope: fc.constantFrom('team', 'person'),
      goldImpliesSilver: fc.constantFrom('always', 'never'),
    }),
  })
  .chain((parts) =>
    fc.tuple(maybe, maybe, anyOverrides).map(([boughtOn, endsOn, overrides]) => ({
      ...emptyPartner('t', programme.id),
      ...parts,
      ...(boughtOn !== undefined && {
        membership: { level: 'gold', boughtOn, renewedOn: [addDays(boughtOn, 370)] },
      }),
      ...(endsOn !== undefined && {
        shown: [{ competency: programme.competencies[0]!.id, level: 'gold', status: 'active' as const, endsOn }],
      }),
      overrides,
    })),
  );

type Known = Parameters<typeof judgeStanding>[0]['known'];

const judgedOn = (asOf: string, partner: Partner, known: Known): JudgedStanding =>
  JSON.parse(JSON.stringify(judgeStanding({ programme, partner, known, asOf, release: '1' }))) as JudgedStanding;

/** Without the people who count, which is what is not kept. */
function inNumbers(standing: Standing): unknown {
  return JSON.parse(JSON.stringify(standing, (key, value: unknown) => (key === 'people' ? undefined : value)));
}

it('is, on each day on which it holds, the standing and the risks of that day without the names', () => {
  fc.assert(
    fc.property(anyPartner, anyKnown, day, fc.nat({ max: 600 }), (partner, known, asOf, later) => {
      const judged = judgedOn(asOf, partner, known);
      const facts = factsOf(partner, { known, programme });

      for (const on of [asOf, addDays(asOf, later), judged.validUntil ?? asOf]) {
        if (!holdsOn(judged, on)) continue;
        expect(inNumbers(standingIn(judged, programme, on) as Standing)).toEqual(
          inNumbers(standingOf(programme, facts, on)),
        );
        expect(judged.risks).toEqual(countRisks(partner, { programme, facts, today: on }).risks);
      }
    }),
    { numRuns: 100 },
  );
});

it('holds from its day to the day before the next on which time alone changes something', () => {
  const achievement = { title: credentials[0]!, completedOn: '2019-01-01', expiresOn: '2019-06-30', source: 's' };
  const person: Person = { id: 'p', name: 'p', identifiers: noIdentifiers, achievements: [achievement] };
  const judged = judgedOn('2019-03-01', emptyPartner('t', programme.id), { people: [person], figures: [] });

  expect(judged.validUntil).toBe('2019-06-30');
  expect(['2019-02-28', '2019-03-01', '2019-06-30', '2019-07-01'].map((on) => holdsOn(judged, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('holds for ever where nothing is left to change', () => {
  const judged = judgedOn('2031-01-01', emptyPartner('t', programme.id), { people: [], figures: [] });

  expect(judged.validUntil).toBeUndefined();
  expect(holdsOn(judged, '2099-12-31')).toBe(true);
});

it('counts achievements, and those that the programme does not name', () => {
  const earned = (title: string) => ({ title, completedOn: '2018-01-01', source: 's' });
  const achievements = [earned(credentials[0]!), earned('knitting'), earned('weaving')];
  const person: Person = { id: 'p', name: 'p', identifiers: noIdentifiers, achievements };
  const judged = judgedOn('2019-03-01', emptyPartner('t', programme.id), { people: [person], figures: [] });

  expect(judged).toMatchObject({ achievements: 3, unnamedAchievements: 2 });
});

describe('the rules it was worked out by', () => {
  const [first, ...rest] = programme.competencies;
  it.each<[string, typeof programme, string]>([
    ['a threshold', JSON.parse(JSON.stringify(programme).replace('"n":2', '"n":3')) as typeof programme, '1'],
    ['the edition', { ...programme, edition: 'another' }, '1'],
    ['the order of competencies', { ...programme, competencies: [...rest, first!] }, '1'],
    ['the release of Laurel', programme, '2'],
  ])('are others with %s', (_, other, release) => {
    expect(rulesOf(other, release)).not.toBe(rulesOf(programme, '1'));
  });

  it('are the same for the same file read again', () => {
    expect(fingerprintOf(structuredClone(programme))).toBe(fingerprintOf(programme));
  });
});

describe('marks', () => {
  const kept = { tenant: 't', marks: [{ token: 'a', at: 1000 }] };

  it('stand beside each other and are renewed, not doubled', () => {
    expect(withMark(withMark(kept, { token: 'b', at: 2000 }), { token: 'a', at: 3000 }).marks).toEqual([
      { token: 'b', at: 2000 },
      { token: 'a', at: 3000 },
    ]);
  });

  it.each([
    [1000, 1],
    [1000 + markLapsesAfter, 1],
    [1001 + markLapsesAfter, 0],
    [999 - markLapsesAfter, 0],
  ])('at %d there are %d alive', (now, alive) => {
    expect(liveMarks(kept, now)).toHaveLength(alive);
  });
});

const scored = builtInProgramme('designations');

it('keeps points without the ids of people, and says the same on every day on which it holds', () => {
  const titles = scored.credentials.map(({ id }) => id);
  const people = Array.from({ length: 30 }, (_, index) => ({
    id: `p${index}`,
    name: '',
    identifiers: noIdentifiers,
    achievements: [1, 2, 3].map((step) => ({
      title: titles[(index * step) % titles.length]!,
      completedOn: '2026-04-01',
      source: 'test',
    })),
  }));
  const figures = scored.metrics.map(({ id }, index) => ({
    metric: id,
    value: index,
    asOf: '2026-04-30',
    source: 'x',
  }));
  const partner = emptyPartner('t', scored.id);
  const judged = judgeStanding({
    programme: scored,
    partner,
    known: { people, figures },
    asOf: '2026-04-10',
    release: '1',
  });
  const facts = { people, figures, market: partner.market, policies: policiesOf(partner, scored) };
  const withoutIds = (standing: Standing) =>
    JSON.parse(JSON.stringify(standing).replace(/,"people":\[[^\]]*\]/gu, '')) as unknown;

  expect(JSON.stringify(judged)).not.toContain('"p1"');
  expect(JSON.stringify(judged)).toContain('"counted":');
  for (const asOf of ['2026-04-10', judged.validUntil!])
    expect(withoutIds(standingIn(judged, scored, asOf) as Standing)).toEqual(
      withoutIds(standingOf(scored, facts, asOf)),
    );
});

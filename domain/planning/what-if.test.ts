/** What-if questions: the events alone make the difference, and only key people change a level by leaving. */
import fc from 'fast-check';
import {
  clause as clauseFor,
  competency,
  factsOf as factsWith,
  one,
  person,
  programmeOf,
  requirement,
} from '../fixture.case';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';
import { compared, singlePointsOf, evaluateWhatIf } from './what-if';

const clause = (n: number, id: string) => clauseFor(`c-${id}`, n, one(id));

const programme = programmeOf(
  ['first', 'second'].map((id) =>
    competency(
      id,
      requirement('silver', { alternatives: [[clause(1, id === 'first' ? 'p' : 'q')]] }),
      requirement('gold', { alternatives: [[clause(2, 'p'), clause(1, 'q')]] }),
    ),
  ),
);

const today = '2018-06-01';
const factsOf = (people: readonly (readonly string[])[]) =>
  factsWith(people.map((held, index) => person(`p${index}`, held)));
const levels = (standing: { competencies: readonly { level: string | undefined }[] }) =>
  standing.competencies.map(({ level }) => level);

it('shows levels before and after, on the day of the event', () => {
  const facts = factsOf([['p', 'q'], ['p']]);

  const answer = evaluateWhatIf(programme, facts, {
    today,
    events: [{ kind: 'leaves', person: 'p1', on: '2018-09-01' }],
  });

  expect(answer.asOf).toBe('2018-09-01');
  expect(answer.changes).toEqual([
    { competency: 'first', before: 'gold', after: 'silver' },
    { competency: 'second', before: 'gold', after: 'silver' },
  ]);
  expect(answer.newSinglePoints.map(({ competency, person }) => [competency, person])).toEqual([]);
});

it('names those on whom a level hangs from then on', () => {
  const facts = factsOf([['p'], ['p'], ['p'], ['q'], ['q']]);

  const answer = evaluateWhatIf(programme, facts, { today, events: [{ kind: 'leaves', person: 'p0' }] });

  expect(answer.changes).toEqual([]);
  expect(answer.newSinglePoints).toEqual([
    { competency: 'first', level: 'gold', person: 'p1' },
    { competency: 'first', level: 'gold', person: 'p2' },
    { competency: 'second', level: 'gold', person: 'p1' },
    { competency: 'second', level: 'gold', person: 'p2' },
  ]);
});

it('lets a retired exam stop counting and a pass count', () => {
  const facts = factsOf([['p', 'q'], ['p']]);

  expect(
    levels(evaluateWhatIf(programme, facts, { today, events: [{ kind: 'retires', credential: 'q' }] }).after),
  ).toEqual(['silver', undefined]);
  expect(
    levels(
      evaluateWhatIf(programme, factsOf([['p'], ['q']]), {
        today,
        events: [{ kind: 'passes', person: 'p1', credential: 'p' }],
      }).after,
    ),
  ).toEqual(['gold', 'gold']);
});

describe('a supposed lapse', () => {
  const lapses = (on?: string) => ({ kind: 'lapses' as const, person: 'p0', credential: 'p', ...(on && { on }) });
  const until = (expiresOn: string) => {
    const facts = factsOf([['p', 'q'], ['p']]);
    const [first, ...others] = facts.people;
    const achievements = first!.achievements.map((one) => (one.title === 'p' ? { ...one, expiresOn } : one));
    return { ...facts, people: [{ ...first!, achievements }, ...others] };
  };
  const compare = (facts: Facts, events: Parameters<typeof evaluateWhatIf>[2]['events']) => {
    const { before, after } = evaluateWhatIf(programme, facts, { today, events });
    return [levels(before), levels(after)];
  };

  it('takes one certification from one person and nothing else', () => {
    expect(compare(factsOf([['p', 'q'], ['p']]), [lapses()])).toEqual([
      ['gold', 'gold'],
      ['silver', 'silver'],
    ]);
  });

  it('is compared with a renewal where the day is past the last day on record', () => {
    const facts = until('2018-07-31');

    expect(compare(facts, [lapses('2018-09-01')])).toEqual([
      ['gold', 'gold'],
      ['silver', 'silver'],
    ]);
    expect(compare(facts, [{ kind: 'passes', person: 'p1', credential: 'p', on: '2018-09-01' }])[0]).toEqual([
      'silver',
      'silver',
    ]);
  });

  it('changes nothing where the certification has lapsed before, or was never held', () => {
    const lapsed = until('2018-05-31');
    const never = factsOf([['q'], ['p']]);

    for (const facts of [lapsed, never]) {
      const [before, after] = compare(facts, [lapses()]);
      expect(after).toEqual(before);
    }
  });

  it('leaves a pass of the same day to itself', () => {
    expect(compare(factsOf([['p', 'q']]), [lapses(), { kind: 'passes', person: 'p0', credential: 'p' }])[1]).toEqual(
      levels(standingOf(programme, factsOf([['p', 'q']]), today)),
    );
  });
});

it('changes no level when somebody leaves on whom none hangs, and a level when one does', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(['p', 'q']), { minLength: 1, maxLength: 5 }), fc.nat(), (people, chosen) => {
      const facts = factsOf(people);
      const person = `p${chosen % people.length}`;

      const answer = evaluateWhatIf(programme, facts, { today, events: [{ kind: 'leaves', person }] });
      const key = singlePointsOf(programme, facts, answer.before).some((point) => point.person === person);

      expect(answer.changes.length > 0).toBe(key);
    }),
    { numRuns: 500 },
  );
});

const anyEvent = fc
  .record({
    kind: fc.constantFrom('leaves' as const, 'retires' as const, 'passes' as const, 'lapses' as const),
    who: fc.nat(),
    credential: fc.constantFrom('p', 'q'),
    on: fc.option(fc.constantFrom('2018-06-01', '2018-08-01', '2019-03-01'), { nil: undefined }),
  })
  .map(({ who, on, ...event }) => ({ ...event, person: `p${who % 5}`, ...(on && { on }) }));

it('says what judging both sides from the beginning says', () => {
  const anew = (facts: Facts): Facts => ({ ...facts, people: facts.people.map((each) => ({ ...each })) });
  fc.assert(
    fc.property(
      fc.array(fc.subarray(['p', 'q']), { minLength: 1, maxLength: 5 }),
      fc.array(anyEvent, { minLength: 1, maxLength: 3 }),
      (people, events) => {
        const facts = factsOf(people);

        const { asOf, before, after, then, newSinglePoints } = evaluateWhatIf(programme, facts, { today, events });

        const [now, later] = [anew(facts), anew(then.facts)];
        expect(before).toEqual(standingOf(programme, now, asOf));
        expect(after).toEqual(standingOf(then.programme, later, asOf));
        const known = singlePointsOf(programme, now, before).map(({ competency: id, person: who }) => `${id} ${who}`);
        expect(newSinglePoints).toEqual(
          singlePointsOf(then.programme, later, after).filter(
            ({ competency: id, person: who }) => !known.includes(`${id} ${who}`),
          ),
        );
      },
    ),
    { numRuns: 100 },
  );
});

it('judges the other side by its own policies, even where the people are the same', () => {
  const facts = factsOf([['p', 'q'], ['p']]);
  const policies = { ...facts.policies, countingDelay: 24 * 1000 };

  const answer = compared({ programme, facts }, { programme, facts: { ...facts, policies } }, today);

  expect(levels(answer.before)).toEqual(['gold', 'gold']);
  expect(levels(answer.after)).toEqual([undefined, undefined]);
});

it('leaves what it was asked about untouched', () => {
  const facts = factsOf([['p'], ['q']]);
  const before = JSON.stringify([programme, facts]);

  evaluateWhatIf(programme, facts, {
    today,
    events: [
      { kind: 'leaves', person: 'p0' },
      { kind: 'retires', credential: 'q' },
    ],
  });

  expect(JSON.stringify([programme, facts])).toBe(before);
});

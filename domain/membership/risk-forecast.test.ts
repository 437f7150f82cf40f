/** The forecast: how far back a loss is told, what a qualification window keeps, and when nothing qualifies. */
import type { Facts } from '../counting/facts';
import { asksFor, clause, competency, earned, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';
import type { Programme } from '../programme/programme';
import { forecastRisks, withReachedDays } from './risk-forecast';

const partner = (parts: Partial<Partner> = {}): Partner => ({ ...emptyPartner('t', 'test'), ...parts });
const member = (boughtOn: string, ...renewedOn: string[]) =>
  partner({ membership: { level: 'silver', boughtOn, renewedOn } });

const stays = person('x', ['p']);
const leaves = (on: string) => person('y', ['p'], { leftOn: on });

describe('a loss', () => {
  const programme = programmeOf([
    competency('c', requirement('silver', { alternatives: [[clause('a', 2, one('p'))]] })),
  ]);
  const imported = (id: string, on: string) =>
    person(id, [earned('q', { source: `${on.replaceAll('-', '')}T080000000Z-0123abcd` })]);
  const lost = (about: Partner, today: string, ...others: Person[]) => {
    const facts = factsOf([stays, leaves('2018-03-01'), ...others]);
    return forecastRisks(about, { programme, facts, today }).risks.some(({ code }) => code === 'lost');
  };

  it.each<[string, boolean, boolean]>([
    ['a year after the last day with the level', lost(partner(), '2019-02-28'), true],
    ['a day later', lost(partner(), '2019-03-01'), false],
    ['after a purchase before it', lost(member('2018-02-28'), '2018-06-01'), true],
    ['after a purchase on the day itself', lost(member('2018-03-01'), '2018-06-01'), false],
    ['after a purchase that is still to come', lost(member('2018-07-01'), '2018-06-01'), true],
    ['after a renewal since', lost(member('2017-03-15', '2018-03-16'), '2018-06-01'), false],
    ['before a renewal', lost(member('2017-03-15', '2018-06-02'), '2018-06-01'), true],
    ['where the first import was before it', lost(partner(), '2018-06-01', imported('i', '2018-02-28')), true],
    ['where the first import was after it', lost(partner(), '2018-06-01', imported('i', '2018-03-01')), false],
    [
      'where a later import came too',
      lost(partner(), '2018-06-01', imported('i', '2018-05-01'), imported('j', '2018-02-01')),
      true,
    ],
    [
      'where the first of two imports was after it',
      lost(partner(), '2018-06-01', imported('j', '2018-04-01'), imported('i', '2018-05-01')),
      false,
    ],
  ])('is told or not %s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('the qualification window', () => {
  const points = (numerator: number) => ({ numerator, denominator: 1 });
  const step = { id: 's', each: one('p'), points: points(10), after: [] };
  const metric = { id: 'm', of: points(20), figures: [], steps: [step], mayBeZero: false };
  const scored = requirement('silver', { score: { atLeast: points(20), of: points(20), metrics: [metric] } });
  const people = requirement('silver', { alternatives: [[clause('a', 1, one('p'))]] });
  const programme = programmeOf([competency('points', scored), competency('people', people)]);
  const window = { from: '2018-07-01', to: '2018-12-31' };
  const enrolled = member('2017-12-15');
  const facts = factsOf([stays, leaves('2018-08-15')]);
  const seen = (today: string, known: Facts = facts, about = enrolled) =>
    forecastRisks(about, { programme, facts: known, today });
  const risk = (today: string, known?: Facts) => seen(today, known).risks.find(({ competency: id }) => id === 'points');
  const reached = { competency: 'points', level: 'silver', points: points(20), of: points(20) };

  it.each([
    ['ahead', '2018-06-30'],
    ['on its first day', '2018-07-01'],
    ['in the days to renew', '2019-01-14'],
  ])('is told where it is %s', (_, today) => {
    expect(seen(today).window).toEqual(window);
  });

  it('is not told once the renewal was missed, nor without a membership or a goal in points', () => {
    const plain = programmeOf([competency('people', people)]);

    expect(seen('2019-01-15')).not.toHaveProperty('window');
    expect(seen('2018-08-01', facts, partner())).not.toHaveProperty('window');
    expect(forecastRisks(enrolled, { programme: plain, facts, today: '2018-08-01' })).not.toHaveProperty('window');
  });

  it('counts a day that is past, one that is ahead, and the first one if it comes before the score falls', () => {
    expect(risk('2018-06-30')).toEqual({ code: 'reached', window, ahead: true, ...reached, on: '2018-07-01' });
    expect(risk('2018-08-01')).toEqual({ code: 'reached', window, ...reached, on: '2018-08-01' });
    expect(risk('2018-09-01')).toEqual({ code: 'reached', window, ...reached, on: '2018-08-14' });
    expect(risk('2018-06-01', factsOf([stays, leaves('2018-07-01')]))?.code).toBe('lapses');
  });

  it('keeps the first day on which a score had its goal, and nothing of a level of people', () => {
    const kept = withReachedDays(enrolled, { programme, facts, today: '2018-07-01' });

    expect(kept.reached).toEqual([{ ...reached, on: '2018-07-01' }]);
    expect(withReachedDays(kept, { programme, facts, today: '2018-07-02' })).toBe(kept);
  });

  it('keeps a day that is past where nobody looked on it', () => {
    expect(withReachedDays(enrolled, { programme, facts, today: '2018-10-01' }).reached).toEqual([
      { ...reached, on: '2018-08-14' },
    ]);
    expect(withReachedDays(enrolled, { programme, facts, today: '2019-01-10' }).reached).toEqual([
      { ...reached, on: '2018-08-14' },
    ]);
  });

  it('keeps the last day, which belongs to it, and none after it', () => {
    const late = factsOf([stays, person('y', [earned('p', { completedOn: '2018-12-30' })])]);
    const later = factsOf([stays, person('y', [earned('p', { completedOn: '2018-12-31' })])]);

    expect(withReachedDays(enrolled, { programme, facts: late, today: '2018-12-31' }).reached).toMatchObject([
      { on: '2018-12-31' },
    ]);
    expect(withReachedDays(enrolled, { programme, facts: later, today: '2019-01-05' })).toBe(enrolled);
  });

  it.each([
    ['before the window', enrolled, '2018-06-30'],
    ['without a membership', partner(), '2018-08-01'],
  ])('keeps nothing %s', (_, about, today) => {
    expect(withReachedDays(about, { programme, facts, today })).toBe(about);
  });

  it('keeps nothing anew that is known only because it was kept', () => {
    const kept = { ...enrolled, reached: [{ ...reached, on: '2018-07-10' }] };
    const emptied = factsOf([], { reached: kept.reached });

    expect(withReachedDays(kept, { programme, facts: emptied, today: '2018-09-01' })).toBe(kept);
  });
});

describe('that nothing qualifies', () => {
  const both = programmeOf([competency('c', asksFor('silver', 'p')), competency('d', asksFor('gold', 'q'))]);
  const nothing = (about: Partner, today: string, people: readonly Person[], programme: Programme = both) =>
    forecastRisks(about, { programme, facts: factsOf(people), today }).nothing;
  const silver = member('2017-12-15');
  const gold = partner({ membership: { level: 'gold', boughtOn: '2017-12-15', renewedOn: [] } });

  it.each<[string, unknown, unknown]>([
    ['is told for the level of the membership', nothing(silver, '2018-06-01', []), { level: 'silver' }],
    ['is not told where one competency has it on the anniversary', nothing(silver, '2018-06-01', [stays]), undefined],
    [
      'is told where nobody will be left by then',
      nothing(silver, '2018-06-01', [leaves('2018-12-15')]),
      { level: 'silver' },
    ],
    [
      'is told in the days to renew, by their last day',
      nothing(silver, '2018-12-20', [leaves('2019-01-10')]),
      { level: 'silver' },
    ],
    ['is told of Gold where only Silver is met', nothing(gold, '2018-06-01', [stays]), { level: 'gold' }],
    ['is told once the membership has lapsed, of no level', nothing(silver, '2019-01-15', []), {}],
    ['is told without a membership, of no level', nothing(partner(), '2018-06-01', []), {}],
    [
      'is not told without a membership where one is met today',
      nothing(partner(), '2018-06-01', [leaves('2018-07-01')]),
      undefined,
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

/** Programmes that are followed together are one, in which nothing is lost and nothing is confused. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { joined, ProgrammeSet } from './joined-programme';
import { emptyPartner } from '../partner/partner';
import { standardPolicies } from './policy';
import { standingOf } from '../counting/standing';
import { offersFor } from '../membership/upgrade';

const one = builtInProgramme('competencies');
const other = builtInProgramme('designations');
const both = joined([one, other]);
const facts = { market: 'developed' as const, figures: [], people: [], policies: standardPolicies };
const levelsAbove = (level: string) =>
  both.levels.filter(({ ladder }) => ladder === ladderOf(level)).map(({ id }) => id);
const ladderOf = (level: string) => both.levels.find(({ id }) => id === level)!.ladder;

describe('joined programmes', () => {
  it('have everything that each has', () => {
    expect(both.competencies).toHaveLength(one.competencies.length + other.competencies.length);
    expect(both.credentials).toHaveLength(one.credentials.length + other.credentials.length);
    expect(new Set(both.metrics.map(({ id }) => id)).size).toBe(both.metrics.length);
    expect(both.scoreMetrics).toEqual(other.scoreMetrics);
  });

  it('give every competency the standing that it has alone', () => {
    const alone = [one, other].flatMap((programme) => standingOf(programme, facts, '2023-07-01').competencies);

    expect(standingOf(both, facts, '2023-07-01').competencies).toEqual(alone);
  });

  it('keep the levels of each apart: a level is above those of its own programme only', () => {
    expect(levelsAbove('gold')).toEqual(['silver', 'gold']);
    expect(levelsAbove('solutions-partner')).toEqual(['solutions-partner']);
  });

  it('no benefit of one follows from a level of the other', () => {
    const standing = standingOf(both, facts, '2023-07-01');
    const met = standing.competencies.map((competency) => ({
      ...competency,
      options: competency.options.map((option) => ({
        ...option,
        levels: option.levels.map((level) => ({ ...level, met: level.level === 'solutions-partner' })),
      })),
    }));
    const offers = offersFor(
      both,
      { ...standing, competencies: met },
      { membership: undefined, policies: standardPolicies, today: '2023-07-01' },
    );

    expect(offers.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'silver ended',
      'gold ended',
      'solutions-partner open',
    ]);
  });

  it('have ended when all have', () => {
    expect(both.effectiveTo).toBeUndefined();
    expect(joined([one, one]).effectiveTo).toBe(one.effectiveTo);
  });

  it('were last checked on the oldest day among those that go on', () => {
    expect(both.checkedOn).toBe(other.checkedOn);
    expect(joined([other, { ...other, checkedOn: '2026-01-01' }]).checkedOn).toBe('2026-01-01');
    const { checkedOn: _, ...unchecked } = other;
    expect(joined([other, unchecked]).checkedOn).toBeUndefined();
    expect(joined([one, one]).checkedOn).toBe(one.checkedOn);
  });

  it('have the benefits of each', () => {
    expect(both.benefits).toEqual([...one.benefits!, ...other.benefits!]);
  });

  it('rename a competency whose id is taken', () => {
    const [first] = joined([one, { ...one, id: 'again' }]).competencies.slice(one.competencies.length);

    expect(first!.id).toBe(`${one.competencies[0]!.id}-again`);
  });
});

describe('a shelf', () => {
  const shelf = new ProgrammeSet([
    [one.id, one],
    [other.id, other],
  ]);

  it('answers for several together, with the same object each time', () => {
    const { programme } = emptyPartner('t', 'competencies+designations');

    expect(shelf.get(programme)?.competencies).toHaveLength(24);
    expect(shelf.get(programme)).toBe(shelf.get(programme));
  });

  it.each(['competencies+nothing', '+', 'nothing'])('knows no %s', (id) => {
    expect(shelf.get(id)).toBeUndefined();
  });

  it('lists only what was loaded', () => {
    expect([...shelf.keys()]).toEqual(['competencies', 'designations']);
  });
});

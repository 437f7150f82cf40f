/** The forecast told day by day: a score reached in its window stays reached, a loss is told, and nothing is never silence. */
import fc from 'fast-check';
import { builtInProgramme } from '../../infra/catalogue/load';
import { addDays } from '../basics/date';
import { fractionText } from '../basics/fraction';
import { competency, earned, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import { factsOf as factsOfPartner } from './cached-standing';
import { forecastRisks, withReachedDays } from './risk-forecast';
import type { Risk } from './risk';

const programme = builtInProgramme('designations');
const area = programme.competencies.find(({ id }) => id === 'infrastructure')!;
const level = programme.levels[0]!.id;
const held = (id: string, ends: string, ...titles: string[]) =>
  person(
    id,
    titles.map((title) =>
      earned(title, {
        completedOn: '2025-05-14',
        expiresOn: title === 'azure-administrator-associate' && id === 'ann' ? ends : '2027-05-14',
      }),
    ),
  );

/** 72 points in the area until the day on which Ann's certification ends, 64 after it. */
const figure = (metric: string, value: number) => ({ metric, value, asOf: '2026-11-01', source: 'test' });
const factsUntil = (ends: string) => ({
  people: [
    held(
      'ann',
      ends,
      'azure-administrator-associate',
      'azure-network-engineer-associate',
      'azure-solutions-architect-expert',
    ),
    held(
      'bob',
      ends,
      'azure-administrator-associate',
      'azure-network-engineer-associate',
      'azure-solutions-architect-expert',
      'azure-virtual-desktop-specialty',
    ),
  ],
  figures: [
    figure('azure-net-customer-adds', 3),
    figure('azure-usage-growth', 20),
    figure('azure-consumption-12m', 500_000),
    figure('azure-deployments', 5),
  ],
});
const enrolled: Partner = {
  ...emptyPartner('t', programme.id),
  membership: { level, boughtOn: '2025-12-01', renewedOn: [] },
};
const guest: Partner = emptyPartner('t', programme.id);

function areaOn(partner: Partner, ends: string, today: string): readonly Risk[] {
  const facts = factsOfPartner(partner, { known: factsUntil(ends), programme });
  return forecastRisks(partner, { programme, facts, today }).risks.filter((risk) => risk.competency === area.id);
}

const days = (from: string, count: number) => Array.from({ length: count }, (_, index) => addDays(from, index));
const storyOf = (partner: Partner, ends: string) =>
  days('2026-11-01', 56).map((day) => areaOn(partner, ends, day)[0]?.code ?? 'none');

it('has the points of the story', () => {
  const [risk] = areaOn(enrolled, '2026-11-14', '2026-11-20');

  expect(risk).toMatchObject({ code: 'reached', on: '2026-11-14', window: { from: '2026-07-01', to: '2026-12-31' } });
  expect(risk?.code === 'reached' && risk.points && fractionText(risk.points)).toBe('72');
});

it.each<[string, Partner, string, Partial<Record<Risk['code'] | 'none', [string, string][]>>]>([
  ['72 points until 14 November', enrolled, '2026-11-14', { reached: [['2026-11-01', '2026-12-26']] }],
  [
    '72 points until 20 December',
    enrolled,
    '2026-12-20',
    { thin: [['2026-11-01', '2026-11-30']], reached: [['2026-12-01', '2026-12-26']] },
  ],
  [
    '72 points until 14 November, no membership',
    guest,
    '2026-11-14',
    { lapses: [['2026-11-01', '2026-11-14']], lost: [['2026-11-15', '2026-12-26']] },
  ],
])('%s: on each day of eight weeks one thing is true', (_, partner, ends, expected) => {
  const story = storyOf(partner, ends);

  const told = days('2026-11-01', 56).map(
    (day) => Object.entries(expected).find(([, spans]) => spans.some(([from, to]) => from <= day && day <= to))?.[0],
  );
  expect(story).toEqual(told);
});

it('keeps the day when it happens, and says so once the facts of today do not show it any more', () => {
  const facts = factsOfPartner(enrolled, { known: factsUntil('2026-11-14'), programme });
  const kept = withReachedDays(enrolled, { programme, facts, today: '2026-11-10' });
  const emptied = factsOfPartner(kept, { known: { people: [], figures: [] }, programme });

  expect(kept.reached).toMatchObject([{ competency: area.id, level, on: '2026-11-10' }]);
  expect(withReachedDays(kept, { programme, facts, today: '2026-11-12' })).toBe(kept);
  expect(forecastRisks(kept, { programme, facts: emptied, today: '2026-11-20' }).risks).toMatchObject([
    { code: 'reached', competency: area.id, on: '2026-11-10', kept: true },
  ]);
});

it('keeps nothing before the window and nothing without a renewal', () => {
  const facts = factsOfPartner(enrolled, { known: factsUntil('2026-11-14'), programme });

  expect(withReachedDays(enrolled, { programme, facts, today: '2026-06-30' })).toBe(enrolled);
  expect(withReachedDays(guest, { programme, facts, today: '2026-11-10' })).toBe(guest);
});

it.each<[string, Partner, string, unknown]>([
  ['nothing for the level of the membership', enrolled, '2026-11-20', { level }],
  ['nothing at all without a membership', guest, '2026-11-20', {}],
])('says %s', (_, partner, today, nothing) => {
  const facts = factsOfPartner(partner, { known: { people: [], figures: [] }, programme });

  expect(forecastRisks(partner, { programme, facts, today }).nothing).toEqual(nothing);
});

describe('with people who come, go and lapse at random', () => {
  const points = (numerator: number) => ({ numerator, denominator: 1 });
  const step = { id: 's', each: one('p'), points: points(35), after: [] };
  const metric = { id: 'skill', of: points(100), figures: [], steps: [step], mayBeZero: true };
  const scored = requirement('silver', { score: { atLeast: points(70), of: points(100), metrics: [metric] } });
  const small = programmeOf([competency('c', scored)]);
  const anyDay = fc.nat({ max: 420 }).map((count) => addDays('2018-01-01', count));
  const anyPeople = fc.array(fc.record({ completedOn: anyDay, expiresOn: anyDay }), { minLength: 1, maxLength: 4 });
  const member: Partner = {
    ...emptyPartner('t', 'test'),
    membership: { level: 'silver', boughtOn: '2018-01-01', renewedOn: [] },
  };

  it('has no score that is lost or lapses for a renewal once it was reached on a day of its window', () => {
    fc.assert(
      fc.property(anyPeople, (passes) => {
        const people = passes.map((pass, index) => person(`p${index}`, [earned('p', pass)]));
        const facts = factsOf(people);
        let wasReached = false;
        for (const today of days('2018-08-01', 180)) {
          const { risks } = forecastRisks(member, { programme: small, facts, today });
          const isMet = people.filter(({ achievements: [pass] }) => isCounted(pass!, today)).length >= 2;
          wasReached ||= isMet && today <= '2019-01-31';
          const codes = risks.map(({ code }) => code);
          if (wasReached) expect(codes.some((code) => code === 'lost' || code === 'lapses')).toBe(false);
          else if (isMet) expect(codes).not.toContain('lost');
        }
      }),
      { numRuns: 30 },
    );
  });
});

function isCounted({ completedOn, expiresOn }: { completedOn: string; expiresOn?: string }, today: string): boolean {
  return addDays(completedOn, 1) <= today && today <= expiresOn!;
}

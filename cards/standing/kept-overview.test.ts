/** The overview made of a kept standing is the one made of the facts, to the byte, on every day on which the standing holds. */
import fc from 'fast-check';
import { addDays } from '../../domain/basics/date';
import { holdsOn, judgeStanding, standingIn, type JudgedStanding } from '../../domain/membership/cached-standing';
import { locales } from '../../domain/basics/locale';
import { facts, overviewOf, people, programme, setting } from '../fixture.case';
import { overviewCard } from './overview-card';
import { text } from '../text';

const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2017-01-01', days));
const anyPeople = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...people), fc.option(day, { nil: undefined })), {
    selector: ([{ id }]) => id,
    maxLength: 12,
  })
  .map((chosen) => chosen.map(([person, leftOn]) => ({ ...person, ...(leftOn !== undefined && { leftOn }) })));
const anyFigures = fc.subarray([...facts.figures]);

it('is the same card', () => {
  fc.assert(
    fc.property(
      fc.record({ people: anyPeople, figures: anyFigures, asOf: day, later: fc.nat({ max: 90 }) }),
      fc.record({ locale: fc.constantFrom(...locales), seesNames: fc.boolean(), page: fc.integer({ min: 1, max: 2 }) }),
      ({ asOf, later, ...known }, { locale, seesNames, page }) => {
        const { partner, newestImport } = setting;
        const basis = { programme, partner, known, asOf, newestImport, release: '1' };
        const judged = JSON.parse(JSON.stringify(judgeStanding(basis))) as JudgedStanding;
        const on = addDays(asOf, later);
        fc.pre(holdsOn(judged, on));
        const situation = { setting: { ...setting, seesNames }, facts: { ...facts, ...known }, asOf: on };
        const fromFacts = overviewOf(situation, page);

        const { achievements, unnamedAchievements } = judged;
        const standing = standingIn(judged, programme, on);
        const kept = { ...situation.setting, standing, page, achievements, unnamedAchievements };

        expect(JSON.stringify(overviewCard(kept, text(locale)))).toBe(
          JSON.stringify(overviewCard(fromFacts, text(locale))),
        );
      },
    ),
  );
});

/** Breakdowns by office and team: everyone once, nothing where no list names any, and no card too large however many there are. */
import { atCompany } from './place-lines.case';
import { bytesOf, mostBytes } from '../elements/size-limit';
import { plainText } from '../elements/plain-text';
import { planCard } from '../outlook/plan-card';
import { peopleCard } from '../standing/people-card';
import { peopleOf, planOf, situation } from '../fixture.case';
import { text } from '../text';

it('keeps the list of people small with 300 offices of long names', () => {
  const view = peopleOf(
    atCompany(300, (at) => ({ office: `${at} ${'ж'.repeat(70)}`, team: `${at} ${'团'.repeat(70)}` })),
  );

  expect(bytesOf(peopleCard(view, text('ru-RU')))).toBeLessThanOrEqual(mostBytes);
});

it('shows the card as it was where no list of people names an office or a team', () => {
  const shown = plainText(peopleCard(peopleOf(situation), text('en')));

  expect(shown).not.toMatch(/office|team/iu);
  expect(plainText(planCard(planOf(situation, 2, 'gold'), text('en')))).not.toMatch(/by office|by team/iu);
});

it('counts everyone who has an office, and of the work all of it', () => {
  const company = atCompany(20, (at) => (at % 4 === 0 ? {} : { office: at % 2 === 0 ? 'Berlin' : 'Lisbon' }));

  expect(plainText(peopleCard(peopleOf(company), text('en')))).toMatch(/Lisbon \d+\/10 · Berlin \d+\/5/);
});

it('tells readers without names nothing of offices', () => {
  const company = atCompany(12, () => ({ office: 'Berlin', team: 'Cloud' }));
  const view = { ...planOf(company, 2, 'gold'), seesNames: false };

  expect(plainText(planCard(view, text('en')))).not.toMatch(/Berlin|Cloud/);
});

/** The setting of a card: the day that the clock of a local world shows is the partner's, as every other day on the card is. */
import { text } from '../../cards/text';
import { emptyPartner } from '../../domain/partner/partner';
import { builtInProgramme } from '../../infra/catalogue/load';
import { cardSettingOf } from './name-visibility';

const programme = builtInProgramme('competencies');

it.each([
  ['2018-06-30T09:59:59Z', 'Pacific/Kiritimati', '2018-06-30'],
  ['2018-06-30T10:00:00Z', 'Pacific/Kiritimati', '2018-07-01'],
  ['2018-06-30T23:59:59Z', 'UTC', '2018-06-30'],
])('shows the clock at %s in %s', (moment, timeZone, day) => {
  const partner = { ...emptyPartner('contoso', programme.id), policies: { timeZone } };
  const request = { scope: 'personal', now: Date.parse(moment), isClockMoved: true } as const;

  expect(cardSettingOf(request, { programme, partner, isAdmin: true }, { text: text('en') }).clock).toBe(day);
});

/** Which of the loaded programmes a partner follows. */
import { programmeOf } from '../fixture.case';
import { firstProgramme, followedProgramme } from './loaded-programmes';

const [competencies, designations] = [programmeOf([], { id: 'competencies' }), programmeOf([], { id: 'designations' })];
const loaded = new Map([competencies, designations].map((programme) => [programme.id, programme]));

it('is the one that it has chosen, else the first', () => {
  expect(followedProgramme({ programme: 'designations' }, loaded)).toBe(designations);
  expect(firstProgramme(loaded)).toBe(competencies);
});

it('names the programme that an installation does not have', () => {
  expect(() => followedProgramme({ programme: 'gone' }, loaded)).toThrow(
    "The partner's programme gone is not among those loaded",
  );
  expect(() => firstProgramme(new Map())).toThrow('No programme is loaded');
});

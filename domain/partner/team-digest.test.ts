/** The setting of the weekly card for a room changes with the room and with whether it names people. */
import { isSameDigest, type TeamDigest } from './team-digest';

const room: TeamDigest = { conversation: '19:abc@thread.tacv2' };
const named: TeamDigest = { ...room, names: true };
const elsewhere: TeamDigest = { conversation: '19:def@thread.tacv2' };

it.each<[string, TeamDigest | undefined, TeamDigest | undefined, boolean]>([
  ['the same room', room, { ...room }, true],
  ['the same room, both with names', named, { ...named }, true],
  ['none and none', undefined, undefined, true],
  ['another room', room, elsewhere, false],
  ['another room, both with names', named, { ...elsewhere, names: true }, false],
  ['names and numbers only', named, room, false],
  ['a room and none', room, undefined, false],
  ['a room with names and none', named, undefined, false],
])('%s: the same is %4$s', (_, one, other, isSame) => {
  expect(isSameDigest(one, other)).toBe(isSame);
  expect(isSameDigest(other, one)).toBe(isSame);
});

/** A card reads in a terminal as it does in a chat. */
import { competencyCard } from '../standing/competency-card';
import { competencyOf, situation } from '../fixture.case';
import { plainText, textBar } from './plain-text';
import { refusalCard } from '../general/refusal-card';
import { text } from '../text';

it.each([
  [0, '▱▱▱▱▱▱▱▱▱▱'],
  [0.01, '▰▱▱▱▱▱▱▱▱▱'],
  [0.5, '▰▰▰▰▰▱▱▱▱▱'],
  [0.99, '▰▰▰▰▰▰▰▰▰▱'],
  [1, '▰▰▰▰▰▰▰▰▰▰'],
])('draws %d as %s', (share, bar) => {
  expect(textBar(share)).toBe(bar);
});

it('marks the share to reach', () => {
  expect(textBar(0.7, 0.7)).toBe('▰▰▰▰▰▰▰│▱▱▱');
  for (const short of [0.65, 0.6999]) expect(textBar(short, 0.7)).toBe('▰▰▰▰▰▰▱│▱▱▱');
  expect(textBar(0.2, 1)).toBe('▰▰▱▱▱▱▱▱▱▱');
});

it('writes bars, columns and buttons', () => {
  const lines = plainText(competencyCard(competencyOf(situation, 2), text('en'))).split('\n');

  expect(lines).toContain('DevOps  Silver');
  expect(lines).toContain('Gold  50%  ▰▰▰▰▰▱▱▱▱▱');
  expect(lines.at(-1)).toBe('[Plan] [Why Silver?] [Why not Gold?] [Requirements] [Overview]');
});

it('writes words as they are, whatever signs they have', () => {
  const card = refusalCard({ code: 'unknown-person', heard: '**[x](javascript:y)**', nearest: [] }, text('en'));

  expect(plainText(card)).toContain('“**[x](javascript:y)**”');
});

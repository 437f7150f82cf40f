/** A card that keeps itself current carries its question as a button does, and never grows beyond the limit. */
import { card, line } from './elements';
import { keptCurrent } from './refresh';
import { bytesOf, mostBytes } from './size-limit';
import { text } from '../text';

const cardOf = (words: string) => card({ text: text('en'), speak: 'x', body: [line(words)], actions: [] });

it('asks its question again', () => {
  const { refresh, ...rest } = keptCurrent(cardOf('DevOps'), { ask: 'competency', competency: 'devops' });

  expect(refresh).toEqual({
    action: { type: 'Action.Execute', id: 'refresh', verb: 'competency', data: { competency: 'devops' } },
  });
  expect(rest).toEqual(cardOf('DevOps'));
});

it.each([0, 1, 40, 200])('keeps the limit of the size with %i bytes left', (left) => {
  const empty = bytesOf(cardOf('a'));
  const full = { ...cardOf('a'), speak: 'x'.repeat(1 + mostBytes - empty - left) };

  expect(bytesOf(full)).toBe(mostBytes - left);
  expect(bytesOf(keptCurrent(full, { ask: 'risk' }))).toBeLessThanOrEqual(mostBytes);
});

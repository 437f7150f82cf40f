/** Help lists every command and grows with each: it stays within the size of a card in every language, and tells an admin all. */
import { locales } from '../../../domain/basics/locale';
import { bytesOf, mostBytes } from '../../../cards/elements/size-limit';
import { plainText } from '../../../cards/elements/plain-text';
import { openMemory } from '../../../infra/memory/store';
import { askBy, noon, worldOf } from '../../partner/standing-cache.case';
import { commands } from '../../intents/all-commands';
import { replyTo } from '../../turns/turn';

it.each(locales)('fits in %s, and names every command that it lists', async (locale) => {
  const { card } = await replyTo({ said: 'help' }, { ...askBy('boss', noon), locale }, worldOf(openMemory()));
  const listed = commands.filter(({ order }) => order !== undefined);
  const lines = new Set(
    plainText(card)
      .split('\n')
      .map((line) => line.split(' · ')[0]),
  );

  expect(bytesOf(card)).toBeLessThanOrEqual(mostBytes);
  expect(lines.size).toBeGreaterThanOrEqual(listed.length);
});

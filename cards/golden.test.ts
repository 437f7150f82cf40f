/** Every card in every language, whole: what people would read, kept in files that can be pasted into the card designer. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { locales } from '../domain/basics/locale';
import { text } from './text';
import { shownCards } from './shown.case';

expect.extend({ toMatchFile });

const folder = join(__dirname, '__golden__');

it.each(shownCards.flatMap(({ name, card }) => locales.map((locale) => [name, locale, card] as const)))(
  '%s in %s',
  (name, locale, card) => {
    const shown = card(text(locale));

    expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFile(join(folder, `${name}.${locale}.json`));
  },
);

it('keeps no golden of a card that is gone', () => {
  const names = shownCards.flatMap(({ name }) => locales.map((locale) => `${name}.${locale}.json`));

  expect(readdirSync(folder).sort()).toEqual(names.sort());
});

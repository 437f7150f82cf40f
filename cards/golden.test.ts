/** Every card whole in English, as JSON that can be pasted into the card designer, and as text in the other languages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { type Locale, locales } from '../domain/basics/locale';
import type { Card } from './elements/card';
import { plainText } from './elements/plain-text';
import { shownIn } from './shown.case';
import type { Shown } from './situations.case';
import { text } from './text';

expect.extend({ toMatchFile });

const folderOf = (room: string) => join(__dirname, room, '__golden__');
const translations = locales.filter((locale) => locale !== 'en');

/** Every string inside a card that a person can read, in the order of the card. */
function wordsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ['text', 'title', 'label', 'errorMessage'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => wordsIn(item, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, name))
    : [];
}

/** What is spoken (`>`), what is shown, and the words that {@link plainText} leaves out (`~`): choices, names of links. */
function transcriptOf(card: Card): string {
  const shown = plainText(card);
  const others = wordsIn(card.body).filter((words) => !shown.includes(words));
  return [`> ${card.speak}`, shown, ...[...new Set(others)].map((words) => `~ ${words}`)].join('\n');
}

function transcriptIn(locale: Locale, cards: readonly Shown[]): string {
  return cards.map(({ name, card }) => `=== ${name} ===\n${transcriptOf(card(text(locale)))}\n`).join('\n');
}

describe.each(Object.entries(shownIn))('%s', (room, cards) => {
  const folder = folderOf(room);

  it.each(cards)('$name in English', ({ name, card }) => {
    expect(`${JSON.stringify(card(text('en')), null, 2)}\n`).toMatchFile(join(folder, `${name}.json`));
  });

  it.each(translations)('all cards in %s', (locale) => {
    expect(transcriptIn(locale, cards)).toMatchFile(join(folder, `${locale}.txt`));
  });

  it('keeps no golden of a card that is gone', () => {
    const files = [...cards.map(({ name }) => `${name}.json`), ...translations.map((locale) => `${locale}.txt`)];

    expect(readdirSync(folder).sort()).toEqual(files.sort());
  });
});

it('shows each card under a name of its own', () => {
  const names = Object.values(shownIn).flatMap((cards) => cards.map(({ name }) => name));

  expect(new Set(names).size).toBe(names.length);
});

/** Text from outside shows as it is: it neither formats nor hides anything. */
import fc from 'fast-check';
import { line } from './elements';
import { hasMarkup, escapeMarkdown, withoutMarkup } from './escaped-text';

it.each([
  ['two\nlines\tand a tab', 'two lines and a tab'],
  ['admin\u202Etxt.exe', 'admintxt.exe'],
  ['a\u2066b\u2069c\u200B', 'abc'],
  ['\u0000\u001B[31mred', '[31mred'],
  [' \u200B\n', '–'],
  ['half a pair \uD83D', 'half a pair \uFFFD'],
  ['{{DATE(2018-02-14, SHORT)}}', '{ {DATE(2018-02-14, SHORT)}}'],
  ['می‌خواهم', 'می‌خواهم'],
])('shows %j as %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

it('cuts by characters, not by halves of them', () => {
  expect(escapeMarkdown('😀😀😀😀', 3)).toBe('😀😀…');
  expect(escapeMarkdown('😀😀😀', 3)).toBe('😀😀😀');
});

it('has nothing more to do the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => escapeMarkdown(escapeMarkdown(text)) === escapeMarkdown(text)),
  );
});

it.each([
  '**bold**',
  '_leaning_',
  '[x](javascript:alert(1))',
  '![x](https://example.com/a.png)',
  '<b>bold</b>',
  '<at>Ana</at>',
  '&lt;b&gt;',
  '# heading',
  '- entry',
  '1. entry',
  'https://example.com',
  'www.example.com',
  'ana@example.com',
  '`code`',
  'back\\slash',
])('puts %j where no client reads Markdown', (words) => {
  expect(line(words)).toEqual({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words }] });
});

it.each(['Ana Souza', '70-346', 'C# and .NET', '陈伟', 'Identity & Access', '62,500 (at least 15,000 USD)', '✓ 1 – 2'])(
  'leaves %j a plain text block',
  (words) => {
    expect(hasMarkup(words)).toBe(false);
    expect(line(words)).toEqual({ type: 'TextBlock', text: words, wrap: true });
  },
);

it.each([
  ['Ana *Souza*', 'Ana Souza'],
  ['**Ana** `x`', 'Ana x'],
  ['_Ana_ Souza', 'Ana Souza'],
  ['[Ana](https://a.example)', 'Ana (https://a.example)'],
  ['![Ana](https://a.example)', 'Ana (https://a.example)'],
  ['~~Ana~~ <b>x</b>', 'Ana x'],
  ['Insights > Download, 1 < 2', 'Insights › Download, 1 ‹ 2'],
  ['Export_trainings_Lifetime.csv', 'Export_trainings_Lifetime.csv'],
  ['2 - 1 ~ 1', '2 - 1 ~ 1'],
  ['高_橋', '高_橋'],
])('%s has no signs of Markdown as %s', (given, expected) => {
  expect(withoutMarkup(given)).toBe(expected);
});

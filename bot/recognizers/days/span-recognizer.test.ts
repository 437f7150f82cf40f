/** Spans of several days and their first, on Saturday 28 November 2026. */
import { recognizeSpan } from './span-recognizer';

const today = '2026-11-28';

it.each([
  ['what changed last month', '2026-10-01', 'last month'],
  ['since March', '2026-03-01', 'since March'],
  ['since December', '2025-12-01', 'since December'],
  ['this week', '2026-11-23', 'this week'],
  ['last week', '2026-11-16', 'last week'],
  ['last quarter', '2026-07-01', 'last quarter'],
  ['this year', '2026-01-01', 'this year'],
  ['she left in May', '2026-05-01', 'in May'],
  ['we renewed in 2025', '2025-01-01', 'in 2025'],
  ['в прошлом месяце', '2026-10-01', 'прошлом месяце'],
  ['с марта', '2026-03-01', 'с марта'],
  ['no mês passado', '2026-10-01', 'mês passado'],
  ['desde maio', '2026-05-01', 'desde maio'],
  ['上个月', '2026-10-01', '上个月'],
  ['去年', '2025-01-01', '去年'],
  ['這個月', '2026-11-01', '這個月'],
])('%s begins on %s', (said, first, named) => {
  const span = recognizeSpan(said, today);
  expect([span?.first, said.slice(span?.start, span?.end)]).toEqual([first, named]);
});

it.each(['in the last 12 months', 'last Friday', 'may I see it', 'in 5 days', 'on 4 May', 'since 1 March 2026', ''])(
  'none is in “%s”',
  (said) => {
    expect(recognizeSpan(said, today)).toBeUndefined();
  },
);

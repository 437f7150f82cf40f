/** Tells by which ids of `laurel hear` younger commands go. */
import { inHeardTerms } from './heard-terms';

test.each([
  [
    { ask: 'forget', parameters: { person: 'Yuki Tanabe' } },
    { ask: 'remove', parameters: { person: 'Yuki Tanabe' } },
  ],
  [
    { ask: 'help', parameters: { topic: 'forget' } },
    { ask: 'help', parameters: { topic: 'remove' } },
  ],
  [
    { ask: 'about-me', parameters: {} },
    { ask: 'person', parameters: { person: 'me' } },
  ],
  [
    { ask: 'what-changed', parameters: { since: '2026-10-01' } },
    { ask: 'compare', parameters: { on: '2026-10-01' } },
  ],
  [
    { ask: 'what-changed', parameters: {} },
    { ask: 'compare', parameters: {} },
  ],
  [
    { ask: 'admins', parameters: {} },
    { ask: 'admins', parameters: {} },
  ],
  [
    { ask: 'help', parameters: { topic: 'left' } },
    { ask: 'help', parameters: { topic: 'left' } },
  ],
])('%j is told as %j', (understood, told) => {
  expect(inHeardTerms(understood)).toEqual(told);
});

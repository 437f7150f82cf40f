/** Of what is written to `console.error` only the lines of the SDK about refused tokens are dropped. */
import { withoutTokenErrors } from './sdk-console';

it.each([
  ['a fault of anything else', new Error('It broke'), true],
  ['words', 'Error of something', true],
  ['an expired token', Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' }), false],
  ['a token of an unknown key', 'Error finding key for token. Available keys: undefined', false],
])('%s', (_, value, isWritten) => {
  const written: unknown[] = [];
  withoutTokenErrors((...values) => void written.push(...values))(value);

  expect(written).toEqual(isWritten ? [value] : []);
});

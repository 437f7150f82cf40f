/** The errors of a repository name the row and never its contents. */
import { RowUnreadable, StoreUnavailable, ValueTooLarge } from './repository';

it.each([
  [new StoreUnavailable('get people/t1/ana'), 'StoreUnavailable: get people/t1/ana'],
  [
    new ValueTooLarge('person', 'ana', 70_000),
    'ValueTooLarge: person ana would need 70000 bytes, more than a row can hold',
  ],
  [new RowUnreadable('person', 'ana', 'no name'), 'RowUnreadable: person ana cannot be read: no name'],
])('%s', (error, text) => {
  expect(String(error)).toBe(text);
});

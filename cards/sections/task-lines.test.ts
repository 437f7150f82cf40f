/** What is proposed names, wherever it is proposed, that a credential of it retires. */
import { plainLines } from '../elements/plain-text';
import { programme, setting, situation } from '../fixture.case';
import { text } from '../text';
import { retirementNotes } from './task-lines';

const [credential] = programme.credentials;
const retiring = {
  ...programme,
  credentials: programme.credentials.map((one) => (one === credential ? { ...one, retiredOn: '2018-12-31' } : one)),
};
const view = { ...setting, programme: retiring, people: new Map(), asOf: situation.asOf };
const tasks = [{ person: 'somebody', credentials: [credential!.id] }];
const told = (asOf: string) =>
  plainLines(retirementNotes(tasks, { text: text('en'), programme: retiring, view: { ...view, asOf } }));

it.each([
  ['before it retires', '2018-06-01', true],
  ['once it has retired', '2019-01-01', false],
])('%s', (_, asOf, isTold) => {
  expect(told(asOf).some((line) => line.includes('31 Dec 2018'))).toBe(isTold);
});

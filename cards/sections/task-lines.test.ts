/** What is proposed names, wherever it is proposed, that a credential of it retires. */
import { plainLines } from '../elements/plain-text';
import { programme, setting, situation } from '../fixture.case';
import { text } from '../text';
import { assumptionWords, retirementNotes, soonRetiring } from './task-lines';

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

it.each([
  ['90 days before', '2018-10-02', true],
  ['91 days before', '2018-10-01', false],
])('what retires stands open %s, and is folded before that', (_, asOf, isOpen) => {
  const about = { text: text('en'), programme: retiring, view: { ...view, asOf } };
  const open = plainLines(soonRetiring(tasks, about)).join();
  const folded = assumptionWords(tasks, about).join();

  expect([open.includes('retires on 31 Dec 2018'), folded.includes('retires on 31 Dec 2018')]).toEqual([
    isOpen,
    !isOpen,
  ]);
});

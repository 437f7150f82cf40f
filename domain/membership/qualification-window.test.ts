/** The days on one of which a score must reach its goal, as three sources give them. */
import { standardPolicies, type Policies } from '../programme/policy';
import { qualificationWindowOf } from './qualification-window';

it.each<[Policies['designationWindow'], string, string, string]>([
  ['renewal-month-and-five', '2024-08-15', '2024-03-01', '2024-08-31'],
  ['renewal-month-and-five', '2024-02-29', '2023-09-01', '2024-02-29'],
  ['rolling-six-months', '2024-08-15', '2024-03-01', '2024-08-15'],
  ['thirty-days-before', '2024-08-15', '2024-07-16', '2024-08-14'],
])('%s before %s', (designationWindow, anniversary, from, to) => {
  expect(qualificationWindowOf(anniversary, { designationWindow })).toEqual({ from, to });
});

it('is the renewal month and the five before where nobody says otherwise', () => {
  expect(standardPolicies.designationWindow).toBe('renewal-month-and-five');
});

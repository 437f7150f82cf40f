/** Policies as people write them, and the refusals of what they mistype. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standardPolicies, withPolicies } from './policy';

it.each([
  ['countingDelay', 48, 48],
  ['countingDelay', '72 h', 72],
  ['countingDelay', '10 days', 240],
  ['retiredExamGraceMonths', '6', 6],
  ['skillAgeLimit', 'none', 0],
  ['orBranchMixing', true, 'on'],
  ['orBranchMixing', 'off', 'off'],
  ['focusAreaScope', 'team', 'team'],
  ['leaverDropRule', 'official', 'official'],
  ['goldImpliesSilver', 'always', 'always'],
  ['laurelReminders', '0, -120 30', [-120, 0, 30]],
  ['staleDataAfter', '60 days', 60],
])('%s = %s is read as %s', (name, value, expected) => {
  const read = withPolicies(standardPolicies, { [name]: value });

  expect(read).toEqual({ policies: { ...standardPolicies, [name]: expected } });
});

it.each([
  ['orBranchMixing', 'perhaps'],
  ['countingDelay', 'soon'],
  ['countingDelay', '3 fortnights'],
  ['countingDelay', -1],
  ['laurelReminders', 'weekly'],
  ['laurelReminders', true],
  ['orBranchMixin', 'on'],
  ['toString', 'on'],
  ['__proto__x', 'on'],
])('%s = %s is refused with what would do', (policy, value) => {
  const read = withPolicies(standardPolicies, { [policy]: value });

  expect(read).toEqual({ faults: [{ policy, allowed: expect.arrayContaining([expect.any(String)]) as unknown }] });
});

it('assumes what the sources decided', () => {
  expect(standardPolicies).toMatchObject({ countingDelay: 24, retiredExamGraceMonths: 12, orBranchMixing: 'off' });
});

it.each([
  ['europe/oslo', 'Europe/Oslo'],
  ['UTC', 'UTC'],
])('reads the time zone %s as %s', (timeZone, read) => {
  expect(withPolicies(standardPolicies, { timeZone })).toMatchObject({ policies: { timeZone: read } });
});

it('refuses a time zone that does not exist', () => {
  expect(withPolicies(standardPolicies, { timeZone: 'Mars/Base' })).toMatchObject({ faults: [{ policy: 'timeZone' }] });
});

describe('the table in the README', () => {
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
  const rows = new Map(
    [...readme.matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\|/gm)].map(([, policy, value, others]) => [
      policy!,
      { value: value!.replaceAll('`', ''), others: others! },
    ]),
  );

  it('has every policy with its value, and no other', () => {
    const values = [...rows].map(([policy, { value }]) => [policy, value.split(' ')[0]]);

    expect(Object.fromEntries(values)).toEqual(
      Object.fromEntries(Object.entries(standardPolicies).map(([policy, value]) => [policy, String(value)])),
    );
  });

  it('names the other values that a policy takes', () => {
    for (const [policy, { others }] of rows) {
      if (others === 'any') continue;
      for (const [, value] of others.matchAll(/`([^`]+)`/g))
        expect(withPolicies(standardPolicies, { [policy]: value! })).toMatchObject({ policies: { [policy]: value } });
    }
  });
});

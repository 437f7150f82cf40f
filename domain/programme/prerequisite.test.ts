/** What must be held first, and which prerequisites nobody could mean. */
import { credential, anyOf, one, programmeOf } from '../fixture.case';
import type { Credential } from './credential';
import { prerequisiteOf } from './prerequisite';
import { prerequisiteFaults } from '../validation/prerequisite-fault';

describe('what must be held first', () => {
  it.each([
    ['nothing where nothing is asked', credential('expert'), 'off', undefined],
    ['what is required', credential('expert', { requires: one('associate') }), 'on', one('associate')],
    [
      'what is required, where experience is not taken',
      credential('expert', { requires: one('associate'), orExperience: true }),
      'off',
      one('associate'),
    ],
    [
      'nothing where experience is taken',
      credential('expert', { requires: one('associate'), orExperience: true }),
      'on',
      undefined,
    ],
  ] as const)('is %s', (_, asked, experienceForPrerequisite, expected) => {
    expect(prerequisiteOf(asked, { experienceForPrerequisite })).toEqual(expected);
  });
});

describe('prerequisites that cannot be meant', () => {
  const requiring = (id: string, ...ids: string[]) => credential(id, { requires: anyOf(...ids) });

  it.each<[string, readonly Credential[], string[]]>([
    ['a chain', [requiring('a', 'b'), requiring('b', 'c'), credential('c')], []],
    ['two ways to one', [requiring('a', 'b', 'c'), requiring('b', 'd'), requiring('c', 'd'), credential('d')], []],
    ['an unknown one', [requiring('a', 'z')], ['unknown-credential credentials.a.requires.any.0 z']],
    ['no branch', [requiring('a')], ['empty-list credentials.a.requires.any ']],
    ['itself', [requiring('a', 'a')], ['requires-cycle credentials.a.requires a → a']],
    [
      'a circle of two, told once',
      [requiring('a', 'b'), requiring('b', 'a')],
      ['requires-cycle credentials.a.requires a → b → a'],
    ],
    [
      'a circle that another leads to',
      [requiring('a', 'b'), requiring('b', 'c'), requiring('c', 'd'), requiring('d', 'b')],
      ['requires-cycle credentials.b.requires b → c → d → b'],
    ],
    [
      'two circles',
      [requiring('a', 'b'), requiring('b', 'a'), requiring('c', 'd'), requiring('d', 'c')],
      ['requires-cycle credentials.a.requires a → b → a', 'requires-cycle credentials.c.requires c → d → c'],
    ],
    [
      'a circle beside a way around it',
      [requiring('a', 'b', 'c'), requiring('b', 'a'), credential('c')],
      ['requires-cycle credentials.a.requires a → b → a'],
    ],
  ])('%s', (_, credentials, faults) => {
    const told = prerequisiteFaults(programmeOf([], { credentials }).credentials).map(
      ({ code, path, args }) => `${code} ${path.join('.')} ${args['credentials'] ?? args['id'] ?? ''}`,
    );

    expect(told).toEqual(faults);
  });
});

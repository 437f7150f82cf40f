/** Whom the terminal speaks as. */
import { findSpeaker } from './speaker';

const known = [
  { id: 'user-id-0', aadObjectId: 'aad-0', name: 'Ana Lima', mail: 'ana@fernhollow.example' },
  { id: 'user-id-1', aadObjectId: 'aad-1', name: 'Boris Łukasz', mail: 'boris@fernhollow.example' },
  { id: 'user-id-2', aadObjectId: 'aad-2', name: 'Ana Costa', mail: 'costa@fernhollow.example' },
];

it.each([
  [undefined, 'aad-0'],
  ['user-id-1', 'aad-1'],
  ['AAD-2', 'aad-2'],
  ['boris@fernhollow.example', 'aad-1'],
  ['ana lima', 'aad-0'],
  ['Boris', 'aad-1'],
  ['Ana', 'ana'],
  ['Zoe', 'zoe'],
])('%j is %j', (wanted, aadObjectId) => {
  expect(findSpeaker(wanted, known).aadObjectId).toBe(aadObjectId);
});

it('nobody in particular has no sign-in id, and so no rights', () => {
  expect(findSpeaker(undefined, [])).toMatchObject({ aadObjectId: '' });
});

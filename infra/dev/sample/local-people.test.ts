/** Whoever speaks in the chat window is somebody whom the sample partner knows. */
import { loadProgrammes } from '../../catalogue/load';
import { localPeople, localTenant } from './local-people';
import { samplePartner } from './sample-partner';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the local people', () => {
  const loading = loadProgrammes([]);
  if ('faults' in loading) throw new Error('The catalogue does not load');
  const [programme] = loading.programmes.values();
  const files = samplePartner(programme!, '2026-11-20');
  const people = files.find(({ name }) => name === 'people.csv')!.text;

  it.each(localPeople)('$name is in the sample under $mail', ({ name, mail, aadObjectId }) => {
    expect(people).toContain(`${name},${mail},`);
    expect(aadObjectId).toMatch(guid);
  });

  it('are distinct, and of one tenant', () => {
    for (const key of ['id', 'aadObjectId', 'mail'] as const)
      expect(new Set(localPeople.map((person) => person[key])).size).toBe(localPeople.length);
    expect(localTenant).toMatch(guid);
  });
});

/** The local people: the one tenant of the local world, and those of the sample partner who can be spoken as. */

/** The Teams tenant that the sample partner belongs to and the chat window speaks from; not a real one. */
export const localTenant = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0001';

export interface LocalPerson {
  /** As the chat window calls them. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly mail: string;
}

/** People of the sample partner, so that a question about oneself has an answer. The first is the one who speaks. */
export const localPeople: readonly LocalPerson[] = [
  ['Ingrid Solheim', 'ingrid.solheim'],
  ['Oksana Melnyk', 'oksana.melnyk'],
  ['Tomasz Wieczorek', 'tomasz.wieczorek'],
  ['Priya Raghunathan', 'priya.raghunathan'],
  ['Duarte Nogueira', 'duarte.nogueira'],
  ['Katarzyna Zielińska', 'katarzyna.zielinska'],
].map(([name, address], index) => ({
  id: `user-id-${index}`,
  aadObjectId: `a1de5b20-0c3f-4f5e-9a51-6d0b5b1f010${index}`,
  name: name!,
  mail: `${address}@alderbrook.example`,
}));

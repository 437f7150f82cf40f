/** The ids of `laurel hear` are those that others have been told: commands that are younger than the list go by a wider one. */
import { oneself } from '../recognizers/people/person-lookup';
import type { Meaning } from '../intents/meaning';

type Parameters = Meaning['parameters'];

/** To erase somebody takes everything off record, one's own data are a record, and what has changed is a comparison with another day. */
const wider: Readonly<Record<string, (parameters: Parameters) => Meaning>> = {
  forget: (parameters) => ({ ask: 'remove', parameters }),
  'about-me': () => ({ ask: 'person', parameters: { person: oneself } }),
  'what-changed': ({ since }) => ({ ask: 'compare', parameters: since === undefined ? {} : { on: since } }),
};

/** A question by the id and the parameters of `laurel hear`. */
export function inHeardTerms({ ask, parameters }: Meaning): Meaning {
  const { topic } = parameters;
  if (ask === 'help' && typeof topic === 'string')
    return { ask, parameters: { ...parameters, topic: wider[topic]?.({}).ask ?? topic } };
  return wider[ask]?.(parameters) ?? { ask, parameters };
}

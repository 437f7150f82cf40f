/** A prerequisite is what a person must hold before a credential is granted to them. */
import type { Credential } from './credential';
import type { Expression } from './expression';
import type { Policies } from './policy';

/** What must be held, and be valid, on the day on which the credential is granted; `undefined` where nothing is asked. */
export function prerequisiteOf(
  { requires, orExperience }: Pick<Credential, 'requires' | 'orExperience'>,
  { experienceForPrerequisite }: Pick<Policies, 'experienceForPrerequisite'>,
): Expression | undefined {
  return orExperience && experienceForPrerequisite === 'on' ? undefined : requires;
}

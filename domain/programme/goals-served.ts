/** Returns the levels, with their competencies, that ask for a credential. */
import type { CalendarDate } from '../basics/date';
import { requirementInForce, type Programme } from './programme';
import { credentialsAskedBy } from './requirement';

/** A competency and those of its levels that ask for the credential, in the order of the programme. */
export interface ServedGoal {
  readonly competency: string;
  readonly levels: readonly string[];
}

/** The goals whose requirements in force on the day name the credential; empty if none does. */
export function goalsServedBy(credential: string, programme: Programme, date: CalendarDate): readonly ServedGoal[] {
  return programme.competencies.flatMap(({ id, options }): readonly ServedGoal[] => {
    const asks = (level: string) =>
      options.some((option) => {
        const requirement = requirementInForce(option, level, date);
        return requirement !== undefined && credentialsAskedBy(requirement).includes(credential);
      });
    const levels = programme.levels.map((level) => level.id).filter(asks);
    return levels.length > 0 ? [{ competency: id, levels }] : [];
  });
}

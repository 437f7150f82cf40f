/** A named count says how many achievements a programme names; rows of exams stand apart where it names no exam. */
import { examsApart, indexCredentials, type CredentialName } from '../programme/credential';
import type { Programme } from '../programme/programme';

export interface NamedCount {
  readonly named: number;
  readonly of: number;
  /** Rows of exams, which such a programme never counts: the certification that an exam led to has a row of its own. */
  readonly exams: number;
}

/**
 * How many of these achievements the programme names. Where there are rows of exams only, they are counted all the same: that
 * none of them is named is then all there is to say.
 */
export function namedCountOf(
  { credentials }: Pick<Programme, 'credentials'>,
  achievements: readonly CredentialName[],
): NamedCount {
  const index = indexCredentials(credentials);
  const unnamed = achievements.filter((one) => !index(one));
  const apart = unnamed.filter(examsApart(credentials)).length;
  const exams = apart < achievements.length ? apart : 0;
  return { named: achievements.length - unnamed.length, of: achievements.length - exams, exams };
}

/** How many achievements a programme names, in words. */
import type { NamedCount } from '../../domain/counting/named-count';

/** What a message about a named count is given; once exams stand apart, what is left are certifications. */
export function namedCountArgs({ named, of, exams }: NamedCount): {
  readonly named: number;
  readonly of: number;
  readonly exams: number;
  readonly what: 'certifications' | 'achievements';
} {
  return { named, of, exams, what: exams > 0 ? 'certifications' : 'achievements' };
}

/** Own data is everything that is kept about one person, as that person may take it along: nothing in it is about others. */
import type { Person } from './people/person';

/** What is kept, by what it is; who else took part is left out, because it is theirs. */
export interface OwnData {
  readonly records: readonly Person[];
  readonly achievements: number;
  readonly onboarding: readonly object[];
  readonly tasks: readonly object[];
  readonly corrections: readonly object[];
  readonly chats: readonly object[];
  readonly alertSettings: readonly object[];
  readonly alerts: readonly object[];
  readonly deliveries: readonly object[];
  readonly audit: readonly object[];
  readonly imports: readonly object[];
  readonly isAdmin: boolean;
}

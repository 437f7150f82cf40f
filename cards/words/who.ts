/** What to call a person, where the reader may see names at all. */
import { personLabel, type Person } from '../../domain/partner/people/person';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { CardSetting } from '../contract/view';

const longestName = 80;

/** The name of a person; nothing where the reader may not see it. Readers always see themselves. */
export function nameOf(person: Person, { seesNames, self, namesakes }: CardSetting, text: Text): string | undefined {
  const name = escapeMarkdown(namesakes?.get(person.id) ?? personLabel(person), longestName);
  if (person.id === self) return text.say('person.you', { name });
  return seesNames ? name : undefined;
}

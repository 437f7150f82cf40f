/** Wording is what words are made with: a language, and the programme whose ids they name. */
import type { LocalizedName } from '../../domain/basics/locale';
import { goalKindOf, type GoalKind, type Programme } from '../../domain/programme/programme';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';

export interface Wording {
  readonly text: Text;
  readonly programme: Programme;
}

const longestName = 80;
const longestProgramme = 240;

/** A name in the language, short enough for a line; names come from files that anybody may write. */
export function nameWords(names: LocalizedName, text: Text): string {
  return escapeMarkdown(text.name(names), longestName);
}

/** The name of a programme, or of all that are followed together; it is cut no shorter than several built-in names are. */
export function programmeName({ names }: Pick<Programme, 'names'>, text: Text): string {
  return escapeMarkdown(text.name(names), longestProgramme);
}

/** The name of a level in the language; its id where the programme has no such level any more. */
export function levelName(id: string, { text, programme }: Wording): string {
  const level = programme.levels.find((one) => one.id === id);
  return level ? nameWords(level.names, text) : id;
}

/** The name of a competency in the language; its id where the programme has none of that id any more. */
export function competencyName(id: string, { text, programme }: Wording): string {
  const competency = programme.competencies.find((one) => one.id === id);
  return competency ? nameWords(competency.names, text) : id;
}

/** A level of a competency by name. */
export function levelAt(competency: string, level: string, wording: Wording): string {
  const names = { competency: competencyName(competency, wording), level: levelName(level, wording) };
  return wording.text.say('level.at', names);
}

/** Which noun the goals of the programme have, as the messages choose among nouns. */
export function goalNoun({ programme }: Pick<Wording, 'programme'>): { readonly goal: GoalKind } {
  return { goal: goalKindOf(programme) };
}

/** The first few as a list in words, with how many more there are: "a, b and 3 more". */
export function listOf(items: readonly string[], text: Text, most: number): string {
  if (items.length <= most) return text.list(items);
  return text.list([...items.slice(0, most), text.say('list.more', { count: items.length - most })]);
}

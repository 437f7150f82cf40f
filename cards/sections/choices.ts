/** The choices of persons and credentials that forms offer, and those of them that match what a person types. */
import type { Person } from '../../domain/partner/people/person';
import { personLabel } from '../../domain/partner/people/person';
import type { Choice } from '../contract/dataset';
import type { CardSetting } from '../contract/view';
import { escapeMarkdown } from '../elements/escaped-text';
import { credentialTitle } from '../words/credential';
import type { Wording } from '../words/wording';

const longestTitle = 80;

/** Everyone who has not left, in alphabetical order; people of one name with what tells them apart. */
export function personChoices(
  people: readonly Person[],
  { namesakes }: Pick<CardSetting, 'namesakes'>,
  locale: string,
): readonly Choice[] {
  const { compare } = new Intl.Collator(locale);
  return people
    .filter(({ leftOn }) => leftOn === undefined)
    .map((one) => ({ value: one.id, title: escapeMarkdown(namesakes?.get(one.id) ?? personLabel(one), longestTitle) }))
    .sort((one, other) => compare(one.title, other.title));
}

/** Everyone who has not left, and the accounts that have written to Laurel without a record of that person. */
export function assigneeChoices(
  people: readonly Person[],
  accounts: ReadonlyMap<string, string>,
  about: { readonly setting: Pick<CardSetting, 'namesakes'>; readonly locale: string },
): readonly Choice[] {
  const { compare } = new Intl.Collator(about.locale);
  const known = new Set(people.flatMap(({ identifiers }) => identifiers.aadUserId.map((id) => id.toLowerCase())));
  const others = [...accounts]
    .filter(([account]) => !known.has(account))
    .map(([account, name]) => ({ value: account, title: escapeMarkdown(name || account, longestTitle) }));
  return [...personChoices(people, about.setting, about.locale), ...others].sort((one, other) =>
    compare(one.title, other.title),
  );
}

/** The credentials of the programme in its order. */
export function credentialChoices(wording: Wording): readonly Choice[] {
  return wording.programme.credentials.map(({ id }) => ({
    value: id,
    title: escapeMarkdown(credentialTitle(id, wording), longestTitle),
  }));
}

/** The first `most` choices whose title holds what was typed, those that begin with it first; the first ones where nothing was typed. */
export function matchingChoices(choices: readonly Choice[], typed: string, most: number): readonly Choice[] {
  const wanted = folded(typed);
  const words = choices.map((choice) => ({ choice, title: folded(choice.title) }));
  const begins = words.filter(({ title }) => title.startsWith(wanted));
  const holds = words.filter(({ title }) => !title.startsWith(wanted) && title.includes(wanted));
  return [...begins, ...holds].slice(0, most).map(({ choice }) => choice);
}

/** Whether the words hold what was typed, whatever its case and accents. */
export function holdsTyped(words: string, typed: string): boolean {
  return folded(words).includes(folded(typed));
}

/** Without case, accents and the difference of full and half width. */
function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

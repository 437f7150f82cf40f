/** Pronouns stand for the one person of whom the message before spoke: "she", «его», "dela", `他`. */

/** Each pronoun with what may stand in its place, where `$` is the name. "Her" is whose it is, or whom. */
const forms: readonly (readonly [pronoun: RegExp, instead: readonly string[]])[] = [
  [/(?<!\p{L})(?:he|she)['’]s(?!\p{L})/giu, ['$ has', '$ is']],
  [/(?<!\p{L})(?:he|she|him)(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})(?:his|hers)(?!\p{L})/giu, ['$’s']],
  [/(?<!\p{L})her(?=\s+[\p{L}\p{N}])/giu, ['$’s', '$']],
  [/(?<!\p{L})her(?!\s+[\p{L}\p{N}])/giu, ['$']],
  [/(?<!\p{L})(?:он|она|н?его|н?е[её]|н?ему|н?ей|ним|нём|нем)(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})d(?:ele|ela)(?!\p{L})/giu, ['de $']],
  [/(?<!\p{L})n(?:ele|ela)(?!\p{L})/giu, ['em $']],
  [/(?<!\p{L})(?:ele|ela)(?!\p{L})/giu, ['$']],
  [/(?<![其吉])[他她](?![们們人])/gu, [' $ ']],
];

/** The message with a name in the place of each pronoun, in every way that it may be meant; none where it has no pronoun. */
export function withNameForPronoun(said: string, name: string): readonly string[] {
  const ways = forms.reduce<readonly string[]>(
    (texts, [pronoun, instead]) =>
      texts.flatMap((text) =>
        text.search(pronoun) < 0
          ? [text]
          : instead.map((form) => text.replace(pronoun, () => form.replace('$', () => name))),
      ),
    [said],
  );
  return ways.filter((way) => way !== said);
}

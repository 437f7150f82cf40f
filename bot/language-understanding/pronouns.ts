/** Pronouns stand for the person or the thing of which the message before spoke: "she", «его», "dela", `它`. */

/** A pronoun with what may stand in its place, where `$` is the name. */
type Form = readonly [pronoun: RegExp, instead: readonly string[]];

const endings: readonly Form[] = [
  [/(?<!\p{L})(?:он|она|н?его|н?е[её]|н?ему|н?ей|ним|нём|нем)(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})d(?:ele|ela)(?!\p{L})/giu, ['de $']],
  [/(?<!\p{L})n(?:ele|ela)(?!\p{L})/giu, ['em $']],
  [/(?<!\p{L})(?:ele|ela)(?!\p{L})/giu, ['$']],
];

/** "Her" is whose it is, or whom. */
const ofPerson: readonly Form[] = [
  [/(?<!\p{L})(?:he|she)['’]s(?!\p{L})/giu, ['$ has', '$ is']],
  [/(?<!\p{L})(?:he|she|him)(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})(?:his|hers)(?!\p{L})/giu, ['$’s']],
  [/(?<!\p{L})her(?=\s+[\p{L}\p{N}])/giu, ['$’s', '$']],
  [/(?<!\p{L})her(?!\s+[\p{L}\p{N}])/giu, ['$']],
  ...endings,
  [/(?<![其吉])[他她](?![们們人])/gu, [' $ ']],
];

const ofThing: readonly Form[] = [
  [/(?<!\p{L})it['’]s(?!\p{L})/giu, ['$ is']],
  [/(?<!\p{L})its(?!\p{L})/giu, ['$’s']],
  [/(?<!\p{L})it(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})(?:this|that) (?:one|competency|designation|exam|certification)(?!\p{L})/giu, ['$']],
  ...endings,
  [/(?<!\p{L})(?:это|этого|этому|этой|эту)(?: (?:компетенци[юи]|экзамена?|сертификата?))?(?!\p{L})/giu, ['$']],
  [/(?<!\p{L})disso(?!\p{L})/giu, ['de $']],
  [/(?<!\p{L})nisso(?!\p{L})/giu, ['em $']],
  [/(?<!\p{L})isso(?!\p{L})/giu, ['$']],
  [/它|[这這那][个個项項](?:能力|认证|認證|考试|考試)?/gu, [' $ ']],
];

/** What a pronoun may stand for. */
export type Referent = 'person' | 'thing';

/** The message with a name in the place of each pronoun, in every way that it may be meant; none where it has no pronoun for that. */
export function withNameForPronoun(said: string, name: string, referent: Referent): readonly string[] {
  const forms = referent === 'person' ? ofPerson : ofThing;
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

/** Whether a message has a pronoun for the person or the thing of the message before. */
export function hasPronoun(said: string): boolean {
  return (['person', 'thing'] as const).some((referent) => withNameForPronoun(said, '', referent).length > 0);
}

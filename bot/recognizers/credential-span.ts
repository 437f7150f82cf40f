/** Finds credentials in a text: exam numbers as people write them, and titles in whole or without their official wrapping. */
import type { Programme } from '../../domain/programme/programme';

export interface CredentialSpan {
  /** The id that the programme gives it; an exam that it does not know keeps its number. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Cyrillic letters that are typed for the Latin ones of an exam number. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'A', з: 'Z', с: 'S', ц: 'C', п: 'P', л: 'L', м: 'M', д: 'D', б: 'B', и: 'I', в: 'B', т: 'T', е: 'E', к: 'K', о: 'O',
};
const prefixes = 'az|sc|ms|md|mb|dp|pl|ai|ab|da|gh|mo|аз|сц|мс|мд|мб|дп|пл|аи';
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?<letters>${prefixes})[\\s-]?(?<digits>\\d{3})|(?<old>7[04]|98|mb\\d|mb[2-6])[\\s-](?<rest>\\d{3}))(?![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}])`,
  'giu',
);

const wrapping = /^(?:microsoft certified|microsoft 365 certified|github certified|microsoft):?\s+/iu;
const grade = /\s+(?:associate|expert|specialty)$/iu;

interface Title {
  readonly id: string;
  readonly form: RegExp;
  readonly length: number;
}

const known = new WeakMap<Programme, readonly Title[]>();

/** Each title also without its wrapping and grade, the longest first. One word alone is too common to be a title. */
function titlesOf(programme: Programme): readonly Title[] {
  const titles =
    known.get(programme) ??
    programme.credentials
      .flatMap(({ id, titles: all }) =>
        all.flatMap((title) => {
          const bare = title.replace(wrapping, '');
          return [title, bare, bare.replace(grade, '')].map((form) => ({ id, form: form.trim() }));
        }),
      )
      .filter(({ form }) => /\s/u.test(form))
      .map(({ id, form }) => ({ id, form: formOf(form), length: form.length }))
      .sort((one, other) => other.length - one.length);
  known.set(programme, titles);
  return titles;
}

/** Words apart by anything that is no letter, with an English plural at the end. */
function formOf(title: string): RegExp {
  const words = title.split(/[^\p{L}\p{N}&]+/u).filter((word) => word !== '');
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('[^\\p{L}\\p{N}]+');
  return new RegExp(`(?<![\\p{sc=Latn}\\p{N}])${pattern}s?(?![\\p{sc=Latn}\\p{N}])`, 'iu');
}

/** Every credential in the text, in the order in which they stand. */
export function credentialSpans(text: string, programme: Programme): readonly CredentialSpan[] {
  const spans: CredentialSpan[] = [];
  const take = (id: string, start: number, end: number) => {
    if (!spans.some((other) => start < other.end && other.start < end)) spans.push({ id, start, end });
  };
  for (const match of text.matchAll(numbered)) {
    const id = numberOf(match);
    take(idOf(id, programme), match.index, match.index + match[0].length);
  }
  if (/\p{sc=Latn}{3}/u.test(text))
    for (const { id, form } of titlesOf(programme)) {
      const match = form.exec(text);
      if (match) take(id, match.index, match.index + match[0].length);
    }
  return spans.sort((one, other) => one.start - other.start);
}

function numberOf({ groups }: RegExpMatchArray): string {
  const { letters = '', digits = '', old, rest = '' } = groups ?? {};
  if (old !== undefined) return `${old}-${rest}`.toUpperCase();
  const latin = [...letters.toLowerCase()].map((letter) => lookalikes[letter] ?? letter).join('');
  return `${latin}-${digits}`.toUpperCase();
}

/** The id of an exam by its number; the number itself where the programme does not name it. */
function idOf(number: string, { credentials }: Programme): string {
  return credentials.find(({ id }) => id.toUpperCase() === number)?.id ?? number;
}

/** Finds credentials in a text: exam numbers as people write them, and titles in whole or without their official wrapping. */
import { wordEnd, wordLetters, wordStart } from '../language-understanding/word-edge';
import type { Programme } from '../../domain/programme/programme';

export interface CredentialSpan {
  /** The id that the programme gives it; an exam that it does not know keeps its number. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Cyrillic letters that are typed for the Latin ones of an exam number. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'A',
  з: 'Z',
  с: 'S',
  ц: 'C',
  п: 'P',
  л: 'L',
  м: 'M',
  д: 'D',
  б: 'B',
  и: 'I',
  в: 'B',
  т: 'T',
  е: 'E',
  к: 'K',
  о: 'O',
};
const prefixes = 'az|sc|ms|md|mb|dp|pl|ai|ab|da|gh|mo|аз|сц|мс|мд|мб|дп|пл|аи';
const numbered = new RegExp(
  `(?<![${wordLetters}-])(?:(?<letters>${prefixes})[\\s-]?(?<digits>\\d{3})|(?<old>7[04]|98|mb\\d|mb[2-6])[\\s-](?<rest>\\d{3}))${wordEnd}`,
  'giu',
);

const wrapping = /^(?:microsoft certified|microsoft 365 certified|github certified|microsoft):?\s+/iu;
const grade = /\s+(?:associate|expert|specialty)$/iu;

interface Title {
  readonly id: string;
  /** The words, in lower case, without which the title does not occur in a text. */
  readonly needed: readonly string[];
  /** Made when first asked for: all titles of a programme at once would hold up every other turn for half a second. */
  form(): RegExp;
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
      .map(({ id, form }) => titleOf(id, form))
      .sort((one, other) => other.length - one.length);
  known.set(programme, titles);
  return titles;
}

function titleOf(id: string, title: string): Title {
  const words = wordsOf(title);
  const needed = words.map((word) => word.toLowerCase()).filter((word) => !Object.hasOwn(translations, word));
  let made: RegExp | undefined;
  return { id, needed, form: () => (made ??= formOf(words)), length: title.length };
}

function wordsOf(title: string): readonly string[] {
  return title.split(/[^\p{L}\p{N}&]+/u).filter((word) => word !== '');
}

/** What people write for a word of a title in their own language. */
const translations: Readonly<Record<string, string>> = {
  administrator:
    'administrators?|admins?|管理员|管理員|системн\\p{L}+ администратор\\p{L}*|администратор\\p{L}*|administrador(?:es|as?)?',
  engineer: 'engineers?|工程师|工程師|инженер\\p{L}*|engenheir[oa]s?',
  architect: 'architects?|架构师|架構師|архитектор\\p{L}*|arquitet[oa]s?',
  developer: 'developers?|开发人员|开发者|開發人員|開發者|разработчик\\p{L}*|desenvolvedor(?:es|as?)?',
  analyst: 'analysts?|分析师|分析師|аналитик\\p{L}*|analistas?',
  security: 'security|安全|безопасност\\p{L}*|segurança',
  data: 'data|数据|資料|данных|dados',
};

const apart = '[^\\p{L}\\p{N}]*';

/** Words apart by anything that is no letter, each also in other languages; of two words either may stand first. */
function formOf(words: readonly string[]): RegExp {
  const forms = words.map((word) => {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const key = word.toLowerCase();
    return `(?:${Object.hasOwn(translations, key) ? translations[key] : `${plain}s?`})`;
  });
  const [first = '', second = ''] = forms;
  const turned = forms.length === 2 ? `|${second}\\s+(?:d[eo]\\s+)?${first}` : '';
  return new RegExp(`${wordStart}(?:${forms.join(apart)}${turned})${wordEnd}`, 'iu');
}

/**
 * Returns every credential in the text, in the order of the text; a name is read by the first of these programmes that has
 * it.
 */
export function credentialSpans(text: string, programmes: readonly Programme[]): readonly CredentialSpan[] {
  const spans: CredentialSpan[] = [];
  const take = (id: string, start: number, end: number) => {
    if (!spans.some((other) => start < other.end && other.start < end)) spans.push({ id, start, end });
  };
  for (const match of text.matchAll(numbered)) {
    const id = numberOf(match);
    take(idOf(id, programmes), match.index, match.index + match[0].length);
  }
  const lower = text.toLowerCase();
  if (/\p{sc=Latn}{3}/u.test(text))
    for (const { id, needed, form } of programmes.flatMap(titlesOf)) {
      const match = needed.every((word) => lower.includes(word)) ? form().exec(text) : null;
      if (match) take(id, match.index, match.index + match[0].length);
    }
  return spans.sort((one, other) => one.start - other.start);
}

function numberOf({ groups }: RegExpMatchArray): string {
  const { letters = '', digits = '', old, rest = '' } = groups ?? {};
  if (old !== undefined) return `${old}-${rest}`.toUpperCase();
  const latin = [...letters.toLowerCase()].map((sign) => lookalikes[sign] ?? sign).join('');
  return `${latin}-${digits}`.toUpperCase();
}

/** The id of an exam by its number, or of the certification that it leads to; the number itself where no programme names it. */
function idOf(number: string, programmes: readonly Programme[]): string {
  const credentials = programmes.flatMap((programme) => programme.credentials);
  return credentials.find(({ id, exam }) => id.toUpperCase() === number || exam === number)?.id ?? number;
}

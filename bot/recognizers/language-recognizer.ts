/** Which language a text names, in any of the five. */
import type { Locale } from '../../domain/basics/locale';
import { clausesOf } from '../language-understanding/request-split';

const forms: readonly (readonly [form: RegExp, language: Locale | 'client'])[] = [
  [/english|англ|ingles|inglês|英[语語文]/iu, 'en'],
  [/simplified|mainland|упрощ|simplificad|简体|簡體|简中|簡中/iu, 'zh-CN'],
  [/traditional|taiwan|традицион|tradicional|繁[体體中]|正[体體]中文/iu, 'zh-TW'],
  [/russian|русск|russo|俄[语語文]/iu, 'ru-RU'],
  [/portuguese|brazilian|португал|português|portugues|brasileiro|葡/iu, 'pt-BR'],
  [/\bteams\b|automatic|автомат|automátic|自动|自動/iu, 'client'],
];

/** The one language that is named; nothing where none is, or several. Chinese without its script is two of them. */
export function languageNamed(said: string): Locale | 'client' | undefined {
  const named = languagesIn(said);
  if (named.length === 0) return undefined;
  const clauses = clausesOf(said);
  // "I can't read English, speak Portuguese": what a clause denies is not wanted.
  const wanted = clauses.length > 1 ? languagesIn(clauses.filter((one) => !denying.test(one)).join(' ')) : named;
  return wanted.length === 1 ? wanted[0] : undefined;
}

const denying = /(?<!\p{L})(?:not|can['’]?t|cannot|don['’]?t|не|нет|n[ãa]o)(?!\p{L})|[不没沒]/iu;

function languagesIn(said: string): readonly (Locale | 'client')[] {
  return forms.filter(([form]) => form.test(said)).map(([, language]) => language);
}

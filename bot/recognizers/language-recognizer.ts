/** Which language a text names, in any of the five. */
import type { Locale } from '../../domain/basics/locale';

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
  const named = forms.filter(([form]) => form.test(said)).map(([, language]) => language);
  return named.length === 1 ? named[0] : undefined;
}

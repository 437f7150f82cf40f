/** The five languages that Laurel speaks, and which of them a client's language tag means. */

export const locales = ['en', 'zh-CN', 'zh-TW', 'ru-RU', 'pt-BR'] as const;
export type Locale = (typeof locales)[number];

/** What each language calls itself, for those who do not read the language in which they are asked. */
export const ownNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  'ru-RU': 'Русский',
  'pt-BR': 'Português (Brasil)',
};

/** A name in English and, where known, in the other languages. */
export type LocalizedName = { readonly en: string } & Partial<Readonly<Record<Locale, string>>>;

/**
 * Returns the language for a client that sends this tag. Clients send many tags, with `_` for `-` and in any case;
 * anything unknown is answered in English, because a wrong guess is worse than the common tongue.
 */
export function localeOf(tag: string | undefined): Locale {
  const parts = (tag ?? '').trim().toLowerCase().replaceAll('_', '-').split('-');
  switch (parts[0]) {
    case 'zh':
      return parts.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
    case 'ru':
      return 'ru-RU';
    case 'pt':
      return 'pt-BR';
    default:
      return 'en';
  }
}

/** The name in this language, in English where the language has none. */
export function nameIn(locale: Locale, names: LocalizedName): string {
  return names[locale] ?? names.en;
}

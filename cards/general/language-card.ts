/** The language in which Laurel writes to the reader, and the others to choose from. */
import { locales, ownNames, type Locale } from '../../domain/basics/locale';
import type { Card } from '../elements/card';
import { button, card, note, title } from '../elements/elements';
import type { Text } from '../text';

/** In which language the reader is written to; `chosen` is there where the reader chose it. */
export interface LanguageView {
  readonly speaks: Locale;
  readonly chosen?: Locale;
  /** Whether it was changed a moment ago. */
  readonly isDone: boolean;
}

/** Each language is offered in its own words, so that a person finds it who cannot read the card. */
export function languageCard({ speaks, chosen, isDone }: LanguageView, text: Text): Card {
  const language = ownNames[speaks];
  const heading = text.say(isDone ? 'language.changed' : 'language.heading', { language });
  const others = locales.filter((locale) => locale !== speaks);
  return card({
    text,
    speak: heading,
    body: [title(heading), note(text.say(chosen ? 'language.chosen' : 'language.from-client'))],
    actions: [
      ...others.map((locale) => button({ ask: 'language', language: locale }, ownNames[locale])),
      ...(chosen ? [button({ ask: 'language', language: 'client' }, text.say('button.language-client'))] : []),
    ],
  });
}

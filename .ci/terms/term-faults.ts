/** Compares the messages of the cards with the terms of Partner Center that `cards/text/terms.json` lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, type Locale } from '../../domain/basics/locale';

/** A form that no message of a language has, and what it says instead. */
interface UnwantedForm {
  readonly form: string;
  readonly say: string;
}

export interface Terms {
  /** Where English says the one, each other language says its own; all of them are regular expressions. */
  readonly terms: readonly Readonly<Record<Locale, string>>[];
  readonly never: Readonly<Record<Locale, readonly UnwantedForm[]>>;
  readonly otherLanguagesNever: readonly UnwantedForm[];
  /** Keys whose words are not compared, each with the reason. */
  readonly except: Readonly<Record<string, string>>;
}

export type Messages = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

export interface TermFault {
  readonly file: string;
  readonly key: string;
  readonly problem: string;
}

const folder = 'cards/text';

/** The terms as the project keeps them. */
export function readTerms(): Terms {
  return JSON.parse(readFileSync(join(folder, 'terms.json'), 'utf8')) as Terms;
}

/** The messages of all languages as the project keeps them. */
export function readMessages(): Messages {
  const read = (locale: Locale) => JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Messages[Locale];
  return Object.fromEntries(locales.map((locale) => [locale, read(locale)])) as Messages;
}

/** Every message that has a form its language does not use, or lacks the term that its English has; and every exception without need. */
export function termFaults(messages: Messages, terms: Terms): readonly TermFault[] {
  const found = wordFaults(messages, terms);
  const needless = Object.keys(terms.except).filter((key) => !found.some((fault) => fault.key === key));
  return [
    ...found.filter(({ key }) => !(key in terms.except)),
    ...needless.map((key) => ({ file: `${folder}/terms.json`, key, problem: 'this exception is not needed' })),
  ];
}

function wordFaults(messages: Messages, { terms, never, otherLanguagesNever }: Terms): readonly TermFault[] {
  return locales.flatMap((locale) => {
    const unwanted = [...never[locale], ...(locale === 'en' ? [] : otherLanguagesNever)];
    return Object.entries(messages[locale]).flatMap(([key, message]) =>
      [
        ...unwanted.flatMap((one) => unwantedIn(message, one)),
        ...(locale === 'en'
          ? []
          : terms.flatMap((term) => missingIn(message, messages.en[key] ?? '', { term, locale }))),
      ].map((problem) => ({ file: `${folder}/${locale}.json`, key, problem })),
    );
  });
}

function unwantedIn(message: string, { form, say }: UnwantedForm): readonly string[] {
  const found = new RegExp(form, 'iu').exec(message);
  return found ? [`“${found[0]}” is not used; say: ${say}`] : [];
}

function missingIn(
  message: string,
  english: string,
  { term, locale }: { readonly term: Terms['terms'][number]; readonly locale: Locale },
): readonly string[] {
  const said = new RegExp(`(?<![\\w{-])(?:${term.en})(?![\\w}])`, 'iu').exec(english);
  if (!said || new RegExp(term[locale], 'iu').test(message)) return [];
  return [`English says “${said[0]}”, so that this has to say: ${term[locale]}`];
}

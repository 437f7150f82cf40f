/** The verdict of the gallery: what was drawn, what is wrong with it, and how tall and large the everyday cards are. */
import { parseActionPayload } from '../../bot/turns/action-payload';
import { mostBytes } from '../../cards/elements/size-limit';
import { locales } from '../../domain/basics/locale';
import type { Drawn, Measured } from './drawing';
import type { GalleryCard } from './gallery-card';

/** A phone shows about so many pixels of a card at once. */
const tallestOnPhone = 700;

export interface Verdict {
  readonly lines: readonly string[];
  /** How many kinds of faults were found. */
  readonly faults: number;
}

/** The verdict in lines, the everyday cards first. */
export function verdictOf(cards: readonly GalleryCard[], { measured, axe }: Drawn): Verdict {
  const everyday = cards.filter(({ isEveryday }) => isEveryday).map(({ name }) => name);
  const tall = measured.filter(
    ({ name, width, height }) => everyday.includes(name) && width === 'phone' && height > tallestOnPhone,
  );
  const longest = cards
    .flatMap(({ name, bytes }) => locales.map((locale) => ({ name, locale, bytes: bytes[locale] })))
    .sort((one, other) => other.bytes - one.bytes)[0]!;
  const grave = axe.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const checks = [
    check(
      'everyday cards over 700 px on a phone',
      new Set(tall.map(({ name }) => name)).size,
      distinct(tall.map(tallWords)),
    ),
    check('objections of the parser', count(measured, 'faults'), named(measured, 'faults')),
    check('words too faint', count(measured, 'faint'), named(measured, 'faint')),
    check('words cut or standing out', count(measured, 'cut'), named(measured, 'cut')),
    check(
      'serious or critical findings of axe',
      grave.length,
      distinct(grave.map(({ rule, card }) => `${rule}: ${card}`)),
    ),
    check(
      'cards over 24 KB',
      cards.filter(({ bytes }) => Object.values(bytes).some((one) => one > mostBytes)).length,
      [],
    ),
    check('verbs without a handler', deadButtons(cards).length, deadButtons(cards)),
    check('cards with untranslated words', untranslated(cards).length, untranslated(cards)),
  ];
  return {
    lines: [
      ...table(everyday, cards, measured),
      `Drawn: ${cards.length} cards, ${measured.length} drawings in all languages, themes and widths.`,
      `Longest: ${longest.name} in ${longest.locale}, ${longest.bytes} bytes.`,
      ...checks.flatMap(({ lines }) => lines),
    ],
    faults: checks.filter(({ found }) => found > 0).length,
  };
}

function table(
  everyday: readonly string[],
  cards: readonly GalleryCard[],
  measured: readonly Measured[],
): readonly string[] {
  const heightOf = (card: string, wanted: 'phone' | 'chat', locale?: string) =>
    Math.max(
      0,
      ...measured
        .filter(
          ({ name, width, locale: spoken }) => name === card && width === wanted && (!locale || spoken === locale),
        )
        .map(({ height }) => height),
    );
  const rows = everyday.map((name) => {
    const bytes = cards.find((card) => card.name === name)!.bytes;
    const figures = [heightOf(name, 'phone', 'en'), heightOf(name, 'phone'), heightOf(name, 'chat', 'en'), bytes.en];
    return `${name.padEnd(48)} ${figures.map((figure) => String(figure).padStart(7)).join(' ')}`;
  });
  return [`${'everyday card (pixels, bytes)'.padEnd(48)}   phone  (worst)   chat   bytes`, ...rows];
}

function tallWords({ name, locale, height }: Measured): string {
  return `${name} in ${locale}: ${height} px`;
}

const count = (measured: readonly Measured[], what: 'faults' | 'faint' | 'cut'): number =>
  measured.reduce((sum, one) => sum + one[what].length, 0);

function named(measured: readonly Measured[], what: 'faults' | 'faint' | 'cut'): readonly string[] {
  return distinct(
    measured.flatMap((one) =>
      one[what].map((words) => `${one.name} ${one.locale} ${one.theme} ${one.width}: ${words}`),
    ),
  );
}

const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
const mostNamed = 12;

function check(what: string, found: number, examples: readonly string[]): { found: number; lines: readonly string[] } {
  const more = examples.length - mostNamed;
  return {
    found,
    lines: [
      `${found === 0 ? 'ok ' : '!! '} ${what}: ${found}`,
      ...examples.slice(0, mostNamed).map((one) => `      ${one}`),
      ...(more > 0 ? [`      … and ${more} more`] : []),
    ],
  };
}

interface Pressed {
  readonly type?: unknown;
  readonly verb?: unknown;
  readonly data?: unknown;
}

function pressedIn(value: unknown): readonly Pressed[] {
  if (Array.isArray(value)) return value.flatMap(pressedIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(pressedIn);
  const node: Pressed = value;
  return node.type === 'Action.Execute' ? [node, ...inner] : inner;
}

/** Buttons whose verb and data no command takes. A button that sends fields lacks them here, so its verb alone is held. */
function deadButtons(cards: readonly GalleryCard[]): readonly string[] {
  return distinct(
    cards.flatMap(({ name, json }) =>
      pressedIn(json.en)
        .filter(({ verb, data }) => parseActionPayload({ verb, data }) === undefined)
        .map(({ verb, data }) => `${name}: ${String(verb)} ${JSON.stringify(data)}`),
    ),
  );
}

/** Cards whose whole text in a language is that of English; those that hold names alone would be the same. */
function untranslated(cards: readonly GalleryCard[]): readonly string[] {
  return cards.flatMap(({ name, plain }) =>
    locales.filter((locale) => locale !== 'en' && plain[locale] === plain.en).map((locale) => `${name} in ${locale}`),
  );
}

/** The elements that all cards are built from: the only raw Adaptive Card JSON in the project. */
import type {
  CardElement,
  IBadge,
  IActionSet,
  IChoiceSetInput,
  INumberInput,
  IColumn,
  IColumnSet,
  IDateInput,
  ITextInput,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards';
import type { Card } from './card';
import { hasMarkup, escapeMarkdown, withoutMarkup } from './escaped-text';
import { plainLines, textBar } from './plain-text';
import type { Choice, Dataset } from '../contract/dataset';
import type { Question } from '../contract/question';
import type { Text } from '../text';
import { payloadOf } from '../contract/verbs';

/**
 * How words look; colour only ever repeats what the words say. Good, Warning and Attention are no colours for words: on white the
 * first two have a contrast of 2.1 and 1.5 to 1 in the host config of Teams, where 4.5 is needed, and the third has 4.3 on dark.
 */
export type TextStyle = Pick<ITextBlock, 'size' | 'weight' | 'isSubtle' | 'fontType'> & {
  readonly color?: 'Accent';
};
type Place = Pick<ITextBlock, 'spacing' | 'separator' | 'horizontalAlignment'>;

/** A part of a line that looks different from the rest. */
export interface Run extends TextStyle {
  readonly words: string;
}

/** What the card is about: the first thing that is read. */
export function title(words: string): CardElement {
  return { ...line(words, { size: 'Large', weight: 'Bolder' }), ...headingStyle(words) };
}

/** What the elements below it are about. */
export function heading(words: string, place: Place = {}): CardElement {
  return {
    ...line(words, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Large', ...place }),
    ...headingStyle(words),
  };
}

/** A paragraph that is no text block cannot be a heading. */
function headingStyle(words: string): Pick<ITextBlock, 'style'> {
  return hasMarkup(words) ? {} : { style: 'heading' };
}

/**
 * A line of words, shown as they are. Words with signs of Markdown become rich text, which no client reads as Markdown;
 * backslashes would show in some clients and fail in others.
 */
export function line(words: string, look: TextStyle = {}, place: Place = {}): ITextBlock | IRichTextBlock {
  const text = escapeMarkdown(words);
  return hasMarkup(text)
    ? { type: 'RichTextBlock', inlines: [run({ words, ...look })], ...place }
    : { type: 'TextBlock', text, wrap: true, ...look, ...place };
}

/** A line whose parts look different. */
export function runs(parts: readonly Run[], place: Place = {}): CardElement {
  return { type: 'RichTextBlock', inlines: parts.map(run), ...place };
}

function run({ words, ...look }: Run): ITextRun {
  const edges = /^(\s*).*?(\s*)$/su.exec(words)!;
  return { type: 'TextRun', text: `${edges[1]}${escapeMarkdown(words)}${edges[2]}`, ...look };
}

/** Something beside the words, for what explains but does not answer. */
export function note(words: string, place: Place = {}): CardElement {
  return line(words, { size: 'Small', isSubtle: true }, { spacing: 'Small', ...place });
}

/** Something to be typed or run, letter by letter. */
export function code(words: string): CardElement {
  return runs([{ words, fontType: 'Monospace' }], { spacing: 'Small' });
}

/** Words on the left that may wrap, something short on the right. */
export function row(left: CardElement, right: CardElement, place: Place = {}): CardElement {
  const parts = [
    { width: 'stretch', items: [left] },
    { width: 'auto', items: [right], spacing: 'Default' as const },
  ];
  return columns(parts, place);
}

function columns(parts: readonly Pick<IColumn, 'width' | 'items' | 'spacing'>[], place: Place): IColumnSet {
  return {
    type: 'ColumnSet',
    columns: parts.map((part) => ({ type: 'Column', verticalContentAlignment: 'Center', spacing: 'Small', ...part })),
    spacing: 'Small',
    ...place,
  };
}

/** A share of 0 to 1: words first, such as the percents, then a bar; a bar of signs where the client draws none. */
export function bar(share: number, words: readonly string[], place: Place = {}): CardElement {
  const drawn: CardElement = {
    type: 'ProgressBar',
    value: Math.round(share * 100),
    max: 100,
    color: 'Accent',
    fallback: line(textBar(share), { color: 'Accent' }),
  };
  const before = words.map((one) => ({ width: 'auto', items: [line(one, { weight: 'Bolder' })] }));
  return columns([...before, { width: 'stretch', items: [drawn] }], place);
}

/** A short word that stands out, such as a level. */
export function badge(words: string, style: IBadge['style'] = 'Good'): CardElement {
  return {
    type: 'Badge',
    text: escapeMarkdown(words, 40),
    style,
    appearance: 'Tint',
    fallback: line(words, { weight: 'Bolder' }),
  };
}

export interface Opening {
  readonly question: Question;
  /** Said by screen readers. */
  readonly title: string;
}

/** Elements that belong together; with `open`, touching them asks a question. */
export function group(items: readonly CardElement[], open?: Opening): CardElement {
  return {
    type: 'Container',
    spacing: 'Medium',
    separator: true,
    items: [...items],
    ...(open && { selectAction: button(open.question, open.title) }),
  };
}

/** What a field of a form is called, what stands in it, and what is said where it is left empty; without that it may be. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly empty?: string;
}

/** A field in which something stands before anything is typed. */
export interface HintedField extends Field {
  readonly hint: string;
}

function fieldOf({ id, label, value, empty }: Field) {
  return {
    id,
    label,
    ...(empty !== undefined && { isRequired: true, errorMessage: empty }),
    ...(value !== undefined && { value }),
  };
}

/** A field for a number from 0. */
export function numberField({ hint, id, label }: Omit<HintedField, 'value'>): INumberInput {
  return { type: 'Input.Number', id, label, min: 0, placeholder: hint };
}

/** A choice set (`Input.ChoiceSet`); each choice has the value that is sent and the title that is shown. */
export function choiceField(
  { hint, ...field }: Field & Partial<HintedField>,
  choices: readonly Choice[],
): IChoiceSetInput {
  const titled = choices.map(({ value, title: words }) => ({ value, title: escapeMarkdown(words, 80) }));
  return {
    type: 'Input.ChoiceSet',
    ...fieldOf(field),
    choices: titled,
    style: 'compact',
    ...(hint !== undefined && { placeholder: hint }),
  };
}

/** Choices that can be marked, none of them at first; the values of the marked ones are joined by commas when they are sent. */
export function marksField(field: Omit<Field, 'value'>, choices: readonly Choice[]): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    ...fieldOf(field),
    choices: choices.map(({ value, title: words }) => ({ value, title: escapeMarkdown(words, 200) })),
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
  };
}

/** More choices than this are not sent with the card: the client asks for those that match what is typed. */
const mostSent = 40;
const sentAtFirst = 10;

/**
 * A choice set that is searched by typing. Clients without search in lists get a field for a few words, see `textual-form.ts`, so
 * what is sent may be typed words in place of a value.
 */
export function searchField(
  { hint, ...field }: HintedField,
  { dataset, choices }: { readonly dataset: Dataset; readonly choices: readonly Choice[] },
): IChoiceSetInput {
  const isLarge = choices.length > mostSent;
  return {
    ...choiceField(field, isLarge ? choices.slice(0, sentAtFirst) : choices),
    style: 'filtered',
    placeholder: hint,
    ...(isLarge && { 'choices.data': { type: 'Data.Query', dataset } }),
  };
}

/** A field for a few words. */
export function textField(field: Field): ITextInput {
  return { type: 'Input.Text', ...fieldOf(field) };
}

/** A field for a day, `max` at the latest where it is given. */
export function dateField(field: Field, max?: string): IDateInput {
  return { type: 'Input.Date', ...fieldOf(field), ...(max !== undefined && { max }) };
}

/** How a button looks, whether it stands in the overflow menu because it is rarely needed, and whether it sends what stands in the fields of the card; where there are none it does not matter. */
type ButtonLook = Pick<IExecuteAction, 'style' | 'associatedInputs' | 'mode' | 'tooltip'>;

/** A button that asks a question, answered in place of the card. */
export function button(question: Question, title: string, look: ButtonLook = {}): IExecuteAction {
  return { type: 'Action.Execute', title: buttonWords(title, 80), ...payloadOf(question), ...withPlainTooltip(look) };
}

/** Names of buttons have no rich form; where nothing but signs is left, they stand. */
function buttonWords(words: string, longest: number): string {
  const shown = escapeMarkdown(words, longest);
  return withoutMarkup(shown).trim() || shown;
}

function withPlainTooltip({ tooltip, ...look }: ButtonLook): ButtonLook {
  return tooltip === undefined ? look : { ...look, tooltip: buttonWords(tooltip, 200) };
}

/** A button in the body of a card, beside what it is about; with what it is about as `tooltip`, because its title is short. */
export function buttonInPlace(action: IExecuteAction): IActionSet {
  return { type: 'ActionSet', spacing: 'Small', actions: [action] };
}

/** A phone shows so many Latin letters of a button and cuts the rest; a Chinese character takes the room of two. */
const longestOnButton = 28;

/** Whether a phone shows all of these words on a button. */
function fitsButton(words: string): boolean {
  return words.length + (words.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0) <= longestOnButton;
}

/** The way back to what bears this name; the name is left out where a phone would cut it. */
export function backButton(question: Question, name: string, text: Text): IExecuteAction {
  const words = text.say('button.back-to', { name });
  return fitsButton(words) ? button(question, words) : button(question, text.say('button.back'), { tooltip: words });
}

/** A button that opens a page in the browser. */
export function link(url: string, title: string, look: Pick<IOpenUrlAction, 'style'> = {}): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: buttonWords(title, 80), url, ...look };
}

export const mostActions = 6;

export interface CardParts {
  readonly text: Text;
  /** The answer in one or two sentences. */
  readonly speak: string;
  readonly body: readonly CardElement[];
  /** At most {@link mostActions}; more than that are left out. */
  readonly actions: readonly (IExecuteAction | IOpenUrlAction)[];
}

const longestFallback = 600;

/** The card of these parts. */
export function card({ text, speak, body, actions }: CardParts): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: text.locale.slice(0, 2),
    speak: withoutMarkup(escapeMarkdown(speak)),
    fallbackText: withoutMarkup(cut(plainLines(body))),
    body: [...body],
    actions: actions.slice(0, mostActions),
  };
}

/** The first lines, whole ones only. */
function cut(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const one of lines) {
    length += one.length + 1;
    if (length > longestFallback) return [...kept, '…'].join('\n');
    kept.push(one);
  }
  return kept.join('\n');
}
